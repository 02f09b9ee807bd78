import { causeWords, type Words } from "./cause-words";
import type { ExplainedDay, ExplainedStart, Verdict } from "~/domain/availability/explained-day";
import { localDay, localMinutes, wallToInstant } from "~/domain/availability/zones";
import { formatTime } from "~/domain/time";
import type { Clock } from "./booking-words";

/** An explained day, and who looks at it, in words. */
export type Explained = { day: ExplainedDay; viewerId: string; clock: Clock };

export function hostName({ day, viewerId }: Explained, id: string): string {
  return id === viewerId ? "You" : (day.hosts.find((host) => host.id === id)?.name ?? "");
}

/** The sentences of one host's verdict on a start. */
export function verdictWords({ day, viewerId, clock }: Explained, start: ExplainedStart, verdict: Verdict): Words[] {
  const { bufferBefore, bufferAfter } = day;
  // In a list the name stands before its sentences already.
  const name = day.hosts.length > 1 ? null : (day.hosts[0]?.name ?? null);
  const host = { name, isYou: verdict.id === viewerId };
  const telling = { start: start.start, end: start.end, bufferBefore, bufferAfter, host, clock };
  return verdict.causes.map((cause) => causeWords(cause, telling));
}

/** "02:30", and of a repeated hour which of the two. */
export function startLabel(ms: number, { zone, locale }: Clock): string {
  const time = formatTime(ms, zone, locale);
  const minutes = localMinutes(zone, ms);
  return ms - wallToInstant(zone, localDay(zone, ms), minutes) >= 60_000 ? `${time} the second time` : time;
}
