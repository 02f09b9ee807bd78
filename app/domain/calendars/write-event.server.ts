import { and, eq } from "drizzle-orm";
import { db } from "~db/client";
import { calendarConnections } from "~db/schema";
import type { CalendarProvider, Failure, Outcome, WantedEvent, WrittenEvent } from "~/integrations/calendar-provider";
import { findBooking } from "../bookings/bookings.server";
import { withLease } from "../leases.server";
import { withAccess } from "./access.server";
import { eventPage } from "./event-page.server";
import { noteFailure, noteRemoved, noteUnchanged, noteWritten } from "./note-event.server";
import { eventOf, fingerprint, wantedEvent } from "./wanted-event";
import { holdEvent, lookAfterwards, noteEvent, type EventRow, type EventTurn } from "./written-events.server";

type Calendar = typeof calendarConnections.$inferSelect;
type Account = { workspaceId: string; accountId: string };

/** Of one booking a host does not delete more events than this. */
const mostGenerations = 8;

const busy: Failure = { kind: "later", said: "Another job is at work on it.", mayHaveHappened: false };
const gone: Failure = { kind: "gone", said: "It is not in the calendar any more." };

/**
 * Brings a booking's event in one calendar to how it is wanted now: made, changed or taken away. Safe to run twice and at
 * any time: what is there as wanted is not written again. Tells what went wrong; the row knows it, and when it is tried
 * again.
 */
export async function writeEvent(turn: EventTurn, now: number): Promise<Failure | null> {
  const lease = { name: `event/${turn.id}`, places: 1, lasts: 2 * 60_000, patience: 3000 };
  const done = await withLease(lease, async () => ({ failure: await bringAbout(turn, now) }));
  if (!done) await lookAfterwards(turn);
  return done ? done.failure : busy;
}

async function bringAbout(turn: EventTurn, now: number): Promise<Failure | null> {
  const event = await begin(turn, now);
  if (!event) return null;
  const [calendar] = await db.select().from(calendarConnections).where(isOf(event));
  if (!calendar)
    return noteFailure(turn, event, { kind: "refused", said: "This calendar is no longer connected." }, now);
  const booking = (await findBooking(event.workspaceId, event.bookingId))!;
  const url = eventPage(booking, event.userId);
  const place = { ...event, conferences: calendar.conferences };
  const wanted = wantedEvent(booking, place, url);
  if (!wanted) {
    const removed = await takeAway(calendar, event, eventOf(booking, place, url), now);
    return removed.ok ? noteRemoved(turn, event, now) : noteFailure(turn, event, removed.failure, now);
  }
  // That its host deleted it is theirs to settle: it is not put back behind their back.
  if (event.hostChange === "deleted") return noteUnchanged(turn, now);
  const isThere = event.providerEventId !== null && event.written?.fingerprint === fingerprint(wanted);
  const isWatched = isThere && event.conference === "pending";
  if (isThere && !isWatched) return noteUnchanged(turn, now);
  const done = isWatched ? await look(calendar, event, now) : await write(calendar, event, wanted, now);
  return done.ok
    ? noteWritten(turn, { event, booking, wanted, ...done.value }, now)
    : noteFailure(turn, event, done.failure, now);
}

/** Notes that a try begins, so that whoever finds it interrupted knows that it may have been written. */
async function begin(turn: EventTurn, now: number) {
  return db.transaction(async (tx) => {
    const event = await holdEvent(tx, turn);
    if (event?.state === "written" && event.conference === "pending") return event;
    if (event?.state !== "waiting") return null;
    await noteEvent(tx, turn, { attempts: event.attempts + 1, updatedAt: new Date(now) });
    return event;
  });
}

type Made = { written: WrittenEvent; generation: number };

/** Reads the event whose link is still being made. */
function look(calendar: Calendar, { providerEventId, generation }: EventRow, now: number) {
  return withAccess(accountOf(calendar), now, async (provider, access) =>
    made(await provider.getEvent(access, calendar.calendarId, providerEventId!), generation),
  );
}

function write(calendar: Calendar, event: EventRow, wanted: WantedEvent, now: number) {
  return withAccess(accountOf(calendar), now, async (provider, access): Promise<Outcome<Made>> => {
    if (event.providerEventId) {
      return made(await change(provider, access, calendar, event, wanted), event.generation);
    }
    for (let { generation } = event; generation < event.generation + mostGenerations; generation++) {
      const created = await provider.createEvent(access, calendar.calendarId, { ...wanted, generation });
      if (created.ok || created.failure.kind !== "gone") return made(created, generation);
    }
    return { ok: false, failure: { kind: "refused", said: "Its key is taken by events that were deleted." } };
  });
}

/** The booking decides when it is; what else somebody changed in the event meanwhile is read first, and changed with it. */
async function change(
  provider: CalendarProvider,
  access: string,
  calendar: Calendar,
  event: EventRow,
  wanted: WantedEvent,
) {
  const id = event.providerEventId!;
  const changed = await provider.changeEvent(access, calendar.calendarId, { id, etag: event.etag }, wanted);
  if (changed.ok || changed.failure.kind !== "conflict") return changed;
  const read = await provider.getEvent(access, calendar.calendarId, id);
  if (!read.ok) return read;
  if (read.value.isCancelled) return { ok: false, failure: gone } as const;
  return provider.changeEvent(access, calendar.calendarId, { id, etag: read.value.etag }, wanted);
}

/** What may have been made without our knowing is made once more, which tells its key and makes no second one. */
async function takeAway(calendar: Calendar, event: EventRow, was: WantedEvent, now: number): Promise<Outcome<null>> {
  const { providerEventId, attempts, round } = event;
  if (!providerEventId && attempts + round === 0) return { ok: true, value: null };
  return withAccess(accountOf(calendar), now, async (provider, access) => {
    if (providerEventId) return provider.removeEvent(access, calendar.calendarId, providerEventId);
    const found = await provider.createEvent(access, calendar.calendarId, { ...was, attendees: [], conference: null });
    if (found.ok) return provider.removeEvent(access, calendar.calendarId, found.value.id);
    return found.failure.kind === "gone" ? { ok: true, value: null } : found;
  });
}

function made(written: Outcome<WrittenEvent>, generation: number): Outcome<Made> {
  return written.ok ? { ok: true, value: { written: written.value, generation } } : written;
}

function accountOf({ workspaceId, accountId }: Calendar): Account {
  return { workspaceId, accountId };
}

function isOf({ workspaceId, connectionId }: EventRow) {
  return and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.id, connectionId ?? nowhere));
}

const nowhere = "00000000-0000-0000-0000-000000000000";
