import type { Reason } from "./slots";

/** Why a time is not offered, in a sentence. Pages for invitees say the same from their catalogs. */
export const reasonSentences: Record<Reason, string> = {
  outside_hours: "That time is not among the hours on offer.",
  excluded_date: "Nothing can be booked on that date.",
  notice: "That time is too soon. More notice is needed.",
  window: "That time is too far ahead.",
  daily_limit: "That day is full.",
  weekly_limit: "That week is full.",
  claimed: "Somebody else has that time.",
  busy: "The host is busy at that time.",
};
