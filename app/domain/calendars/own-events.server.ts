import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { instantSql } from "~db/instant";
import { bookingCalendarEvents, bookings } from "~db/schema";
import type { ProviderEvent } from "~/integrations/calendar-provider";
import type { Range } from "../availability/slots";
import { isUuid } from "../fields";
import type { EventRow } from "./written-events.server";

type Connection = { workspaceId: string; id: string; userId: string };

/** What a reading of a calendar brought. `spanOf`: when an event is, in epoch milliseconds. */
type Reading = {
  events: ProviderEvent[];
  removed: string[];
  /** It brought all events of the window. */
  isFull: boolean;
  window: Range;
  spanOf: (event: ProviderEvent) => Range;
  /** When the reading began: what we wrote after that may not be in it. */
  readAt: number;
};

/**
 * The events among these that stand there for bookings, by their keys, and whether each takes the host's time beside the
 * booking's own claim: where the host has moved it in their own calendar. That, and that they deleted one, is noted.
 */
export async function noteOwnEvents(tx: Transaction, connection: Connection, reading: Reading) {
  const own = await findOwn(tx, connection, reading);
  const read = new Map(reading.events.map((event) => [event.id, event]));
  const removed = new Set(reading.removed);
  const blocks = new Map<string, boolean>();
  for (const { event, status, start } of own) {
    const id = event.providerEventId!;
    const found = read.get(id);
    const isGone = found ? found.isCancelled : removed.has(id) || (reading.isFull && isWithin(start, reading.window));
    if (!found && !isGone) continue;
    const span = found && !found.isCancelled ? reading.spanOf(found) : null;
    const change = span ? moved(event, span) : ("deleted" as const);
    blocks.set(id, change === "moved");
    if (isNewer(event, reading.readAt) || event.state !== "written") continue;
    const isLive = status === "confirmed" || status === "pending";
    await note(tx, event, isLive ? change : null, { span, etag: found?.etag ?? null, at: reading.readAt });
  }
  const others = [...(await unanswered(tx, connection, reading)), ...(await copies(tx, connection, reading))];
  for (const id of others) if (!blocks.has(id)) blocks.set(id, false);
  return blocks;
}

async function findOwn(tx: Transaction, { workspaceId, id }: Connection, { events, removed, isFull }: Reading) {
  const ids = [...events.map((event) => event.id), ...removed];
  return tx
    .select({ event: bookingCalendarEvents, status: bookings.status, start: bookings.startTime })
    .from(bookingCalendarEvents)
    .innerJoin(
      bookings,
      and(
        eq(bookings.workspaceId, bookingCalendarEvents.workspaceId),
        eq(bookings.id, bookingCalendarEvents.bookingId),
      ),
    )
    .where(
      and(
        eq(bookingCalendarEvents.workspaceId, workspaceId),
        eq(bookingCalendarEvents.connectionId, id),
        isFull
          ? isNotNull(bookingCalendarEvents.providerEventId)
          : sql`${bookingCalendarEvents.providerEventId} = any(${sql.param(ids)})`,
      ),
    )
    .for("update", { of: bookingCalendarEvents });
}

/** What we wrote, and the provider's answer has not come in: only the booking that it names tells it. */
async function unanswered(tx: Transaction, { workspaceId, id }: Connection, { events }: Reading): Promise<string[]> {
  const named = events.filter(({ bookingId }) => isUuid(bookingId ?? undefined));
  if (named.length === 0) return [];
  const rows = await tx.execute<{ booking_id: string }>(sql`
    select booking_id from booking_calendar_events
    where workspace_id = ${workspaceId} and connection_id = ${id} and provider_event_id is null
      and booking_id = any(${sql.param(named.map(({ bookingId }) => bookingId))}::uuid[])`);
  const awaited = new Set(rows.map((row) => row.booking_id));
  return named.flatMap((event) => (awaited.has(event.bookingId!.toLowerCase()) ? [event.id] : []));
}

/** The same meetings as somebody's invitation put them there, by the UID that it carries: the claim holds their time. */
async function copies(tx: Transaction, { userId }: Connection, { events, window }: Reading): Promise<string[]> {
  const byUid = new Map(events.flatMap(({ icalUid, id }) => (icalUid ? [[icalUid, id] as const] : [])));
  if (byUid.size === 0) return [];
  const during = sql`tstzrange(${instantSql(window.from)}, ${instantSql(window.to)})`;
  const held = await tx.execute<{ uid: string }>(sql`
    select coalesce(booking.ical_uid, booking.id::text) as uid
    from claims join bookings booking on booking.workspace_id = claims.workspace_id and booking.id = claims.booking_id
    where claims.host_id = ${userId} and claims.during && ${during}`);
  return held.flatMap(({ uid }) => byUid.get(uid) ?? []);
}

function moved({ written }: EventRow, { from, to }: Range) {
  return written && (written.start !== from || written.end !== to) ? ("moved" as const) : null;
}

/** What we wrote while it was being read is not what was read. */
function isNewer({ updatedAt, finishedAt }: EventRow, readAt: number) {
  return Math.max(updatedAt.getTime(), finishedAt?.getTime() ?? 0) >= readAt;
}

type Found = { span: Range | null; etag: string | null; at: number };

async function note(tx: Transaction, event: EventRow, change: EventRow["hostChange"], { span, etag, at }: Found) {
  const isMoved = change === "moved" && span;
  await tx
    .update(bookingCalendarEvents)
    .set({
      hostChange: change,
      hostChangeAt: change ? (event.hostChange === change ? event.hostChangeAt : new Date(at)) : null,
      hostStart: isMoved ? new Date(span.from) : null,
      hostEnd: isMoved ? new Date(span.to) : null,
      ...(etag && { etag }),
    })
    .where(and(eq(bookingCalendarEvents.workspaceId, event.workspaceId), eq(bookingCalendarEvents.id, event.id)));
}

function isWithin(start: Date, { from, to }: Range) {
  return start.getTime() >= from && start.getTime() < to;
}
