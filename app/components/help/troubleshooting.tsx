import { connectingTroubles } from "./troubles-connecting";
import { hostTroubles } from "./troubles-hosts";
import { programTroubles } from "./troubles-programs";
import type { Topic } from "./topic";

export const troubleshooting: Topic = {
  slug: "troubleshooting",
  title: "Troubleshooting",
  sentence: "What people get stuck at, in the words that stand on the screen.",
  sections: [...hostTroubles, ...connectingTroubles, ...programTroubles],
};
