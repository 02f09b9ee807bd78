import { formatDayLong, formatTime } from "~/domain/time";
import { spanWords } from "~/messages/spans";
import { translator, type Language } from "~/messages/translate";
import type { HostAnswer, Reason, TeamMode } from "./slots";

/** From what no waiting and no cancelling would change to what somebody else only just took. */
export const reasonOrder = [
  "outside_hours",
  "excluded_date",
  "window",
  "notice",
  "weekly_limit",
  "daily_limit",
  "busy",
  "claimed",
] as const satisfies readonly Reason[];

/**
 * The one reason that a refusal tells. A host's own is the one that would still stand if the others fell. Where any host
 * will do it is that of the host who came nearest to being free, where all must come that of the one who is furthest.
 */
export function reasonToTell(answers: readonly HostAnswer[], mode: TeamMode): Reason {
  const told = answers.flatMap(({ reasons }) => foremost(reasons) ?? []);
  const chosen = mode === "all" ? foremost(told) : reasonOrder.findLast((reason) => told.includes(reason));
  return chosen ?? "outside_hours";
}

/** Of the reasons of one host the one that would still stand if the others fell. */
export function foremost(reasons: readonly Reason[]): Reason | undefined {
  return reasonOrder.find((reason) => reasons.includes(reason));
}

/** A time that cannot be had, with what its sentence needs. */
export type Refused = {
  code: Reason;
  start: number;
  /** What the event type asks for. */
  noticeMinutes: number;
};

type Refusal = Refused & {
  /** Of the one who reads it. */
  zone: string;
  language: Language;
  locale: string;
  now: number;
};

/** Why a time cannot be had, as whoever asked for it is told. Whose booking or which calendar it was stays unsaid. */
export function refusalSentence({ code, start, zone, language, locale, noticeMinutes, now }: Refusal): string {
  const t = translator(language, locale);
  return t(`reason.${code}`, {
    time: formatTime(start, zone, locale),
    day: formatDayLong(start, zone, locale, now),
    span: spanWords(t, noticeMinutes),
    minutes: noticeMinutes,
    past: start < now ? "yes" : "no",
  });
}
