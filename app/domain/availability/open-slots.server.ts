import type { Database, Transaction } from "~db/client";
import { scheduleFor, type EventType } from "../event-types/event-type";
import { DAY_MS, parseDate } from "./calendar-days";
import { readHosts, type HostFacts } from "./host-facts.server";
import { daysRange } from "./slots-query";
import { reasonToTell } from "./reasons";
import {
  countedSpan,
  hostsFreeAt,
  hostsWithMore,
  isOffered,
  neededSpan,
  teamSlots,
  type Host,
  type Range,
  type Reason,
  type SlotRules,
  type TeamMode,
} from "./slots";
import { localDay, wallToInstant } from "./zones";

export type Question = {
  eventType: EventType;
  durationMinutes: number;
  /** Of the start, in epoch milliseconds. */
  range: Range;
  now: number;
  /** Whose time is asked for; the event type's hosts if left out. */
  hostIds?: string[];
  /** A booking that is being moved may overlap its own old time. */
  ignoreBookingId?: string;
  /** Whether to read, too, who the hosts are. */
  withPeople?: boolean;
  /** The only starts that are asked about, such as those that were picked by hand. */
  only?: readonly number[];
  /** Of how many hosts to read what they have taken, the first ones; left out, of all. */
  takenOf?: number;
};

/** What the slot function is asked with. The same stamp means that nothing of it has changed. */
export type Basis = Omit<HostFacts, "hosts"> & { rules: SlotRules; mode: TeamMode; hosts: Host[] };

/** The starts on offer, in order. */
export async function openSlots(question: Question): Promise<{ slots: number[] }> {
  return { slots: (await readSlots(question)).found() };
}

/** Why a start may not be booked, as whoever asks for it is told; null where it may. */
export async function reasonAgainst(question: Omit<Question, "range">, start: number): Promise<Reason | null> {
  if (question.only && !question.only.includes(start)) return "outside_hours";
  const { rules, mode, hosts } = await loadHosts({ ...question, range: { from: start, to: start + 1 } });
  const answers = hostsFreeAt(rules, hosts, mode, start, question.now);
  return isOffered(answers, mode) ? null : reasonToTell(answers, mode);
}

type DatesQuestion = Omit<Question, "range"> & {
  /** Epoch days, both included. */
  dates: { from: number; to: number };
  /** Whose dates they are; left out, they are those of the first host's hours. */
  timezone?: string;
};

/** An offer of which all is read that it follows from: whoever knows its stamp already may do without the slots. */
export async function readOffer({ dates, timezone, ...question }: DatesQuestion) {
  const { eventType, now } = question;
  // Of a zone that is not known yet, dates may begin a day sooner or end a day later.
  const widest = { from: (dates.from - 1) * DAY_MS, to: (dates.to + 2) * DAY_MS };
  const span = timezone === undefined ? widest : daysRange(dates.from, dates.to, timezone);
  const { basis, found } = await readSlots({ ...question, range: span });
  const zone =
    timezone ?? [...basis.hosts, ...basis.others][0]?.schedule.timeZone ?? eventType.members[0]?.timezone ?? "UTC";
  const range = daysRange(dates.from, dates.to, zone);
  return {
    timezone: zone,
    /** The same stamp means the same offer, as long as it holds. */
    stamp: JSON.stringify([zone, range, question.only]) + basis.stamp,
    slots: () => found().filter((start) => start >= range.from && start < range.to),
    holdsUntil: (slots: number[]) => holdsUntil(basis, slots, now),
  };
}

const firstHosts = 16;

/**
 * The starts of a range, with what they follow from. A start is on offer when one host is free, and of many hosts one of the
 * first few mostly is: what the others have taken is only read where their hours hold starts that are not found yet.
 */
async function readSlots(question: Question): Promise<{ basis: Basis; found: () => number[] }> {
  const { range, now } = question;
  const slotsOf = ({ rules, mode, hosts }: Basis) =>
    onlyThose(teamSlots(rules, hosts, mode, now, range), question.only);
  const isAny = question.eventType.assignmentType !== "all_hands";
  const first = await loadHosts({ ...question, ...(isAny && { takenOf: firstHosts }) });
  if (first.others.length === 0) return { basis: first, found: () => slotsOf(first) };
  const slots = slotsOf(first);
  const needed = hostsWithMore(first.rules, first.others, now, range, slots).map(({ id }) => id);
  if (needed.length === 0) return { basis: first, found: () => slots };
  const more = await loadHosts({ ...question, hostIds: needed });
  const basis = { ...first, hosts: [...first.hosts, ...more.hosts], stamp: first.stamp + more.stamp };
  return { basis, found: () => slotsOf(basis) };
}

function onlyThose(slots: number[], only: readonly number[] | undefined) {
  return only ? slots.filter((start) => only.includes(start)) : slots;
}

/**
 * The last moment at which the same facts make the same offer: then its first slot comes too near, or a new day begins by
 * a host's clock, and with it the window moves.
 */
function holdsUntil({ rules, hosts, others }: Basis, slots: number[], now: number): number {
  const tooNear = slots[0] === undefined ? Infinity : slots[0] - rules.minimumNoticeMs;
  const zones = new Set([...hosts, ...others].map((host) => host.schedule.timeZone));
  const midnights = [...zones].map((zone) => wallToInstant(zone, localDay(zone, now) + 1, 0) - 1);
  return Math.min(tooNear, ...midnights, now + DAY_MS);
}

/** All that the slot function needs to know about the hosts of an event type, in one query whatever their number. */
export async function loadHosts(question: Question, on?: Database | Transaction): Promise<Basis> {
  const { eventType, range, now, ignoreBookingId, withPeople, takenOf } = question;
  const hostIds = question.hostIds ?? eventType.members.map((member) => member.userId);
  const rules = slotRules(eventType, question.durationMinutes);
  const mode: TeamMode = eventType.assignmentType === "all_hands" ? "all" : "any";
  const hasLimits = rules.maxPerDay !== null || rules.maxPerWeek !== null;
  const { workspaceId, id } = eventType;
  const facts = await readHosts(
    {
      workspaceId,
      hostIds,
      scheduleId: scheduleFor(eventType, hostIds),
      span: neededSpan(rules, range),
      now,
      ...(hasLimits && { counted: { eventTypeId: id, span: countedSpan(range) } }),
      ignoreBookingId,
      withPeople,
      takenOf,
    },
    on,
  );
  const { excludedDates } = eventType;
  const stamp = JSON.stringify([{ ...rules, excludedDates }, mode]) + facts.stamp;
  // All hands need everybody: one without hours means that no time suits all.
  const isComplete = mode === "any" || facts.hosts.length === hostIds.length;
  return { ...facts, rules, mode, hosts: isComplete ? facts.hosts : [], stamp };
}

export function slotRules(eventType: EventType, durationMinutes: number): SlotRules {
  const minute = 60_000;
  return {
    durationMs: durationMinutes * minute,
    intervalMs: (eventType.slotIntervalMinutes ?? durationMinutes) * minute,
    bufferBeforeMs: eventType.bufferBefore * minute,
    bufferAfterMs: eventType.bufferAfter * minute,
    minimumNoticeMs: eventType.minimumNoticeMinutes * minute,
    windowDays: eventType.bookingWindowDays,
    excludedDates: new Set(eventType.excludedDates.map((date) => parseDate(date)!)),
    maxPerDay: eventType.maxPerDay,
    maxPerWeek: eventType.maxPerWeek,
  };
}

/** The zone that an event type's hours are kept in: that of the first of its hosts who has any. */
export async function zoneOfHours({ workspaceId, scheduleId, members }: EventType, now: number): Promise<string> {
  const hostIds = members.map((member) => member.userId);
  const { hosts } = await readHosts({ workspaceId, hostIds, scheduleId, span: { from: now, to: now }, now });
  return hosts[0]?.schedule.timeZone ?? members[0]?.timezone ?? "UTC";
}
