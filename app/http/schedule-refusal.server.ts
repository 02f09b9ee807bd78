import { listOf } from "~/messages/translate";

type Refused = { reason: "needs_default" | "is_default" } | { reason: "in_use"; eventTypes: string[] };

/** Why a schedule stays as it is, in words for pages and the API. */
export function scheduleRefusal(refused: Refused) {
  switch (refused.reason) {
    case "needs_default":
      return "There is always a default schedule. Make another one the default instead.";
    case "is_default":
      return "This is your default schedule, and there is always one. Make another one the default first.";
    case "in_use":
      return `${listOf(refused.eventTypes, "en-GB")} ${refused.eventTypes.length === 1 ? "uses" : "use"} this schedule. Choose another one there first.`;
  }
}
