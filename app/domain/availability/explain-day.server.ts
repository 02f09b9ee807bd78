import type { EventType } from "../event-types/event-type";
import { bookedBeside, causesOf, closedOn, type Known } from "./causes";
import { DAY_MS } from "./calendar-days";
import { dayDetails, type Viewer } from "./day-details.server";
import {
  codesOf,
  meets,
  type Checks,
  type ExplainedDay,
  type ExplainedStart,
  type HostDay,
  type Limit,
} from "./explained-day";
import { readHosts } from "./host-facts.server";
import { loadHosts } from "./open-slots.server";
import { pairs } from "./schedule";
import {
  explainSlots,
  hostsFreeAt,
  isOffered,
  neededSpan,
  type GridPoint,
  type Host,
  type Range,
  type Reason,
  type SlotRules,
  type TeamMode,
} from "./slots";
import { openHours, openHoursAround, type ScheduleHours } from "./working-hours";
import { localDay, wallToInstant } from "./zones";

type Question = {
  eventType: EventType;
  /** Whose time is asked for, as a booking would ask. */
  hostIds: string[];
  durationMinutes: number;
  /** A date in the zone of the first host's hours; today left out, or the next one with open hours. */
  day?: number;
  /** One start to explain, on the grid or not: minutes of that date's clock, or an instant, which then decides the date. */
  time?: { minutes: number } | { at: number };
  viewer: Viewer;
  now: number;
};

/** Why each time of a date is or is not offered. The answers are the slot function's; here they get their details. */
export async function explainDay(question: Question): Promise<ExplainedDay> {
  const { eventType, hostIds, durationMinutes, now } = question;
  const { people, hosts: withHours } = await hostsAhead(question);
  const { day, zone, range, wish } = chosenDay(question, withHours[0]?.schedule);
  // A time inside a gap at midnight moves into the next date.
  const looked = { from: range.from, to: Math.max(range.to, (wish ?? 0) + 1) };
  const { rules, mode, hosts } = await loadHosts({ eventType, durationMinutes, range: looked, now, hostIds });
  const known = await knownOf({ question, rules, hosts, looked });

  const explained = ({ start, hosts: answers }: GridPoint): ExplainedStart => ({
    start,
    end: start + rules.durationMs,
    isOffered: isOffered(answers, mode),
    hosts: answers.map(({ id, reasons }, index) => ({ id, causes: causesOf(known[index]!, start, reasons) })),
  });
  const at = (start: number) => explained({ start, hosts: hostsFreeAt(rules, hosts, mode, start, now) });
  const nameOf = (id: string) => people.find(({ userId }) => userId === id)?.name ?? "";

  const starts = explainSlots(rules, hosts, mode, now, range).map(explained);
  const asked = wish === null ? null : at(wish);
  const reference = asked ?? starts.find((each) => each.isOffered) ?? starts[0] ?? at((range.from + range.to) / 2);
  return {
    day,
    zone,
    ...range,
    mode,
    durationMinutes,
    bufferBefore: eventType.bufferBefore,
    bufferAfter: eventType.bufferAfter,
    hosts: known.map((each): HostDay => hostDay(each, nameOf(each.host.id), range)),
    withoutHours: hostIds.filter((id) => !withHours.some((host) => host.id === id)).map(nameOf),
    starts,
    asked,
    checks: checksOf({ eventType, known, mode, reference, nameOf, now }),
  };
}

function hostsAhead({ eventType, hostIds, now }: Question) {
  const { workspaceId, scheduleId } = eventType;
  const span = { from: now, to: now + furthest * DAY_MS };
  return readHosts({ workspaceId, hostIds, scheduleId, span, now, withPeople: true });
}

/** The date, by the clock of the first host's hours, and the start that is asked for. */
function chosenDay({ day: wished, time, now }: Question, leading: ScheduleHours | undefined) {
  const zone = leading?.timeZone ?? "UTC";
  const asked = time && "at" in time ? localDay(zone, time.at) : wished;
  const day = asked ?? (leading ? nextOpenDay(leading, now) : localDay(zone, now));
  const range = { from: wallToInstant(zone, day, 0), to: wallToInstant(zone, day + 1, 0) };
  const wish = !time ? null : "at" in time ? time.at : wallToInstant(zone, day, time.minutes);
  return { day, zone, range, wish };
}

type KnownGiven = { question: Question; rules: SlotRules; hosts: Host[]; looked: Range };

async function knownOf({ question, rules, hosts, looked }: KnownGiven): Promise<Known[]> {
  const { eventType, hostIds, viewer, now } = question;
  const details = await dayDetails({ eventType, hostIds, span: neededSpan(rules, looked), viewer, now });
  return hosts.map((host) => ({
    rules,
    host,
    now,
    hours: openHoursAround(host.schedule, looked),
    claims: details.claims.get(host.id) ?? [],
    busy: details.busy.get(host.id) ?? [],
    excludedNotes: eventType.excludedDateNotes,
    overrideNotes: details.overrideNotes.get(host.id) ?? {},
  }));
}

const furthest = 60;

/** Today while it is open or will be, else the next date with hours, else today. */
function nextOpenDay(schedule: ScheduleHours, now: number): number {
  const today = localDay(schedule.timeZone, now);
  for (let day = today; day < today + furthest; day++) {
    const { perDate } = openHours(schedule, day, day);
    if ((perDate.at(-1) ?? 0) > now) return day;
  }
  return today;
}

function hostDay(known: Known, name: string, { from, to }: { from: number; to: number }): HostDay {
  const { host, hours, claims, busy } = known;
  const zone = host.schedule.timeZone;
  const open = pairs(hours.joined).filter((each) => meets(each, { start: from, end: to }));
  const closed = open.length === 0 ? closedOn(known, localDay(zone, (from + to) / 2)) : null;
  return { id: host.id, name, zone, open, claims: [...claims], busy: [...busy], closed };
}

type CheckGiven = {
  eventType: EventType;
  known: Known[];
  mode: TeamMode;
  reference: ExplainedStart;
  nameOf: (id: string) => string;
  now: number;
};

function checksOf({ eventType, known, mode, reference, nameOf, now }: CheckGiven): Checks {
  const refusing = (code: Reason) => reference.hosts.filter((host) => codesOf(host).includes(code)).length;
  const isMet = (code: Reason) => refusing(code) < (mode === "all" ? 1 : Math.max(1, known.length));
  const beside = known.map((each) => ({ name: nameOf(each.host.id), ...bookedBeside(each, reference.start) }));
  const limit = (code: Reason, max: number | null, count: (each: (typeof beside)[number]) => number): Limit => ({
    isMet: isMet(code),
    limit: max,
    counts: beside.map((each) => ({ name: each.name, count: count(each) })),
  });
  const notes = reference.hosts.flatMap(({ causes }) =>
    causes.flatMap((cause) => (cause.code === "excluded_date" ? [cause.note] : [])),
  );
  return {
    notice: {
      isMet: isMet("notice"),
      awayMs: reference.start - now,
      neededMinutes: eventType.minimumNoticeMinutes,
    },
    window: { isMet: isMet("window"), days: eventType.bookingWindowDays },
    daily: limit("daily_limit", eventType.maxPerDay, (each) => each.onDay),
    weekly: limit("weekly_limit", eventType.maxPerWeek, (each) => each.inWeek),
    excluded: { isMet: isMet("excluded_date"), note: notes[0] ?? "" },
  };
}
