import { closedWords, plainText, type Words } from "./cause-words";
import {
  codesOf,
  meets,
  type ExplainedDay,
  type ExplainedStart,
  type Stretch,
  type Verdict,
} from "~/domain/availability/explained-day";
import { foremost } from "~/domain/availability/reasons";
import { localDay } from "~/domain/availability/zones";
import { formatTime } from "~/domain/time";
import type { Clock } from "./booking-words";
import { startLabel, type Explained } from "./explained";

/** Of a time that was asked for whether it is offered, else how much of the day is. */
export function answerTitle(explained: Explained): Words {
  const { day, clock } = explained;
  if (!day.asked) return dayTitle(explained);
  const time = startLabel(day.asked.start, clock);
  if (day.asked.isOffered) return [`${time} is offered.`];
  return [`${time} is not offered: `, ...refusal(explained, day.asked), "."];
}

function dayTitle({ day }: Explained): Words {
  const total = day.starts.length;
  const offered = day.starts.filter(({ isOffered }) => isOffered).length;
  // The page says beside it that the zone skips the date.
  if (day.from === day.to) return ["Nothing is offered."];
  if (total === 0) return ["Nothing is offered: ", ...whyNothing(day), "."];
  if (offered === 0) return [`Nothing is offered${commonCause(day)}.`];
  if (offered === total) return [total === 1 ? "The only start is offered." : `All ${total} starts are offered.`];
  return [`${offered} of ${total} starts ${offered === 1 ? "is" : "are"} offered.`];
}

function refusal({ day, viewerId, clock }: Explained, start: ExplainedStart): Words {
  const [first, ...others] = start.hosts;
  if (!first) return whyNobody(day);
  if (others.length === 0)
    return clause(first, start, { isYou: first.id === viewerId, name: day.hosts[0]!.name }, clock);
  const missing = start.hosts.filter(({ causes }) => causes.length > 0).length;
  if (day.mode === "any") return [`none of the ${start.hosts.length} hosts is free`];
  return [`${missing} of ${start.hosts.length} ${missing === 1 ? "is" : "are"} not free, and all must come`];
}

type Who = { isYou: boolean; name: string };

function clause(verdict: Verdict, start: ExplainedStart, { isYou, name }: Who, clock: Clock): Words {
  const told = foremost(codesOf(verdict));
  const cause = verdict.causes.find(({ code }) => code === told)!;
  const whose: Words = isYou ? ["your"] : [{ name }, "’s"];
  switch (cause.code) {
    case "outside_hours":
      return cause.how === "off_grid" ? ["no start falls on it"] : ["it is outside ", ...whose, " hours"];
    case "notice":
      return [cause.isPast ? "it has passed" : "it is too soon"];
    case "claimed": {
      const held = cause.claims.map(({ booking, ...claim }) => booking ?? claim);
      return [...(isYou ? ["you are"] : [{ name }, " is"]), ` booked${until(held, start, clock)}`];
    }
    case "busy":
      if (cause.blocks.some(({ isUnread }) => isUnread)) return [...whose, " calendar has not synced for too long"];
      return [...whose, ` calendar is busy${until(cause.blocks, start, clock)}`];
    default:
      return [ofDates[cause.code]];
  }
}

const ofDates = {
  excluded_date: "the event type leaves this date out",
  window: "it is too far ahead",
  daily_limit: "the day is full",
  weekly_limit: "the week is full",
};

/** Only of what meets the meeting itself: what its buffers meet ends before it, or begins after. */
function until(held: Stretch[], start: ExplainedStart, { zone, locale }: Clock) {
  const ends = held.filter((each) => meets(each, start)).map(({ end }) => end);
  if (ends.length === 0) return " too close to it";
  const last = Math.max(...ends);
  return localDay(zone, last) === localDay(zone, start.start) ? ` until ${formatTime(last, zone, locale)}` : "";
}

function whyNothing(day: ExplainedDay): Words {
  const [host, ...others] = day.hosts;
  if (!host) return whyNobody(day);
  if (others.length > 0) return ["nobody is open that date"];
  if (!host.closed) return ["no open hours begin that date"];
  if (host.closed.by === "date" && host.closed.note) return ["closed for ", { name: host.closed.note }];
  const words = plainText(closedWords(host.closed));
  return [words.charAt(0).toLowerCase() + words.slice(1)];
}

function whyNobody({ withoutHours }: ExplainedDay): Words {
  const names = withoutHours.flatMap((name, index) => [...(index > 0 ? [", "] : []), { name }]);
  return [...names, withoutHours.length === 1 ? " has no hours here" : " have no hours here"];
}

const allDay = {
  ...ofDates,
  notice: "too little notice is left",
  busy: "calendars are busy",
  claimed: "the day is booked up",
};

/** Where one reason holds all day it is said once. */
function commonCause({ starts, mode }: ExplainedDay): string {
  const holds = (refuses: (each: Verdict) => boolean) =>
    starts.every(({ hosts }) => (mode === "any" ? hosts.every(refuses) : hosts.some(refuses)));
  for (const code of Object.keys(allDay) as (keyof typeof allDay)[]) {
    if (code === "busy" && holds(isUnread)) return ": a calendar has not synced for too long";
    if (holds((each) => codesOf(each).includes(code))) return `: ${allDay[code]}`;
  }
  return "";
}

function isUnread({ causes }: Verdict) {
  return causes.some((cause) => cause.code === "busy" && cause.blocks.some((block) => block.isUnread));
}
