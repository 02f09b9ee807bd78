import type { Candidate, PickRule } from "~/domain/bookings/pick-host";
import { countOf } from "~/domain/counts";
import type { Share } from "~/domain/teams/fairness";
import type { Words } from "./cause-words";

type Names = Record<string, string>;
type Told = { hostId: string; rule: PickRule; candidates: Candidate[] };

/** Why this one got it, as the pick was stored. */
export function pickWords({ hostId, rule, candidates }: Told, names: Names): Words {
  const name = (userId: string) => ({ name: names[userId] ?? "somebody who left" });
  const others = candidates.filter(({ userId, reasons }) => userId !== hostId && reasons.length === 0);
  const away = candidates.filter(({ reasons }) => reasons.length > 0);
  const host = candidates.find(({ userId }) => userId === hostId)!;
  const notFree: Words =
    away.length > 0 ? [" Not free: ", ...listed(away.map(({ userId }) => [name(userId)])), "."] : [];
  return [...decided(), ...notFree];

  function decided(): Words {
    switch (rule) {
      case "only_one_free":
        return candidates.length === 1 ? ["Asked for by name."] : ["Nobody else was free."];
      case "priority":
        return [
          `The highest priority of those free: ${host.priority}, `,
          ...compared(others, ({ priority }) => priority),
          ".",
        ];
      case "fewest":
        return [`The fewest meetings for the weight: ${loadWords(host)}, `, ...compared(others, loadWords), "."];
      case "longest_ago":
        return [
          others.every(({ weight }) => weight === host.weight)
            ? "As many as others"
            : "As many for the weight as others",
          host.lastAssigned === null ? ", and never picked before." : ", and picked longest ago.",
        ];
      case "id":
        return ["Even in everything, so the fixed order decided."];
      case "lost_race":
        return ["Next in turn: whoever came first was booked elsewhere in that moment."];
    }
  }

  function compared(rest: Candidate[], value: (candidate: Candidate) => string | number): Words {
    return ["against ", ...listed(rest.map((each) => [`${value(each)} of `, name(each.userId)]))];
  }
}

/** "2", or with a weight or a head start what it is made of: "2 for a weight of 2", "0 and a head start of 1.5" */
export function loadWords({ live, headStart, weight }: Pick<Candidate, "live" | "headStart" | "weight">): string {
  const start = headStart > 0 ? ` and a head start of ${rounded(headStart)}` : "";
  return `${live}${start}${weight === 1 ? "" : ` for a weight of ${weight}`}`;
}

/** Why a member got more or less than was to be expected, as far as the picks tell. */
export function differenceWords(share: Share, all: Share[]): string {
  const { actual, expected, asked, notFree, headStart } = share;
  const difference = actual - expected;
  if (Math.abs(difference) < 1) return "As expected.";
  const areOthersAway = all.some((other) => other.userId !== share.userId && other.notFree > 0);
  const facts =
    difference > 0
      ? [areOthersAway && "others were not always free"]
      : [
          notFree > 0 && `not free for ${notFree} of ${countOf(asked, "pick")}`,
          headStart > 0 && `came later, with a head start of ${rounded(headStart)}`,
        ];
  const words = facts.filter(Boolean).join("; ") || "meetings of before the period count too";
  return `${rounded(Math.abs(difference))} ${difference > 0 ? "more" : "fewer"}: ${words}.`;
}

export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function listed(items: Words[]): Words {
  return items.flatMap((each, index) => [
    ...(index === 0 ? [] : [index === items.length - 1 ? " and " : ", "]),
    ...each,
  ]);
}
