import { countOf } from "~/domain/counts";
import type { Settled, Unsettled } from "~/domain/workspaces/left-behind";
import { keptBy } from "./handover-form";

export type LeavingKind = "leave" | "remove" | "deactivate" | "withdraw";

type Words = { title: string; fact: string; deed: string; back: string };

export const leavingWords: Record<LeavingKind, Words> = {
  leave: {
    title: "Leave the workspace?",
    fact: "You see nothing of it any more. Your working hours in it go, and you are in none of its event types and teams.",
    deed: "Leave it",
    back: "Stay",
  },
  withdraw: {
    title: "Withdraw the invitation?",
    fact: "The link in the mail stops working.",
    deed: "Withdraw it",
    back: "Keep it",
  },
  remove: {
    title: "Remove this member?",
    fact: "Their working hours in it go at once, and they are in none of its event types and teams any more.",
    deed: "Remove them",
    back: "Keep them",
  },
  deactivate: {
    title: "Deactivate this member?",
    fact: "They see nothing of the workspace any more and take no meetings in it. Their role and their working hours are kept, so that they can be reactivated; the event types and teams that they are in go on without them.",
    deed: "Deactivate them",
    back: "Keep them active",
  },
};

/** "3 meetings were handed over, and 1 was cancelled. Everybody who is in them gets a mail." */
export function settledSentence({ handedOver, cancelled }: Pick<Settled, "handedOver" | "cancelled">): string {
  const were = (count: number, what: string) => `${count === 1 ? "was" : "were"} ${what}`;
  const parts = [
    handedOver > 0 && `${countOf(handedOver, "meeting")} ${were(handedOver, "handed over")}`,
    cancelled > 0 && `${handedOver > 0 ? cancelled : countOf(cancelled, "meeting")} ${were(cancelled, "cancelled")}`,
  ].filter(Boolean);
  const them = handedOver + cancelled === 1 ? "it" : "them";
  return parts.length > 0 ? `${parts.join(", and ")}. Everybody who was in ${them} gets a mail.` : "";
}

/** What the next page says once they are gone. */
export function goneSentence(gone: { kind: LeavingKind; who: string; workspaceName: string; settled: Settled | null }) {
  const { kind, who, workspaceName, settled } = gone;
  const facts: Record<LeavingKind, string> = {
    leave: `You left ${workspaceName}.`,
    withdraw: `The invitation to ${who} is withdrawn.`,
    remove: `${who} is no member any more.`,
    deactivate: `${who} is deactivated.`,
  };
  return [facts[kind], settled && settledSentence(settled)].filter(Boolean).join(" ");
}

/** Why something was not done, below the field that chose it. `nameOf` finds the name of whoever was to take it. */
export function unsettledSentence(unsettled: Unsettled, nameOf: (userId: string) => string): string {
  if (unsettled.kind === "event_type") {
    if (unsettled.reason === "lone_host") return "Its other hosts have left it meanwhile. Say who goes on with it.";
    if (unsettled.reason === "not_allowed") return "Only an owner or admin gives it to somebody else.";
    return "Whoever you chose takes no meetings here any more.";
  }
  const name = nameOf(unsettled.to);
  if (unsettled.reason === "not_a_successor")
    return `${name} cannot take this one. Choose somebody else, or cancel it.`;
  return `${name} is not free then. ${keptBy([unsettled.code])}.`;
}
