import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { bookingCalendarEvents, calendarConnections } from "~db/schema";
import type { CalendarProvider, Failure, ProviderName, WrittenEvent } from "~/integrations/calendar-provider";
import { calendarProviders } from "~/integrations/calendar-providers.server";
import type { Booking } from "../bookings/booking";
import { findBooking } from "../bookings/bookings.server";
import { isUuid } from "../fields";
import { eventPage } from "./event-page.server";
import { again } from "./want-events.server";
import { wantedEvent } from "./wanted-event";
import { writeEvent } from "./write-event.server";

type Wish = {
  workspaceId: string;
  /** Who asks: they take part in the booking. */
  userId: string;
  bookingId: string;
  provider: ProviderName;
  /** In which the event is shown where it is written by a token. */
  timezone: string;
  /** Of the provider: used for this one write, and kept nowhere. */
  accessToken?: string;
  now: number;
};

export type SyncResult =
  | { ok: true; eventId: string; meetingUrl: string | null; booking: Booking }
  | { ok: false; reason: "not_found" | "not_a_meeting" | "not_connected" | "not_registered" }
  | { ok: false; reason: "provider"; failure: Failure };

/** Writes a booking into the calendar of somebody who takes part in it, while they wait. Twice makes no second event. */
export async function syncBooking(wish: Wish): Promise<SyncResult> {
  const { workspaceId, userId, bookingId, provider: name } = wish;
  const booking = isUuid(bookingId) ? await findBooking(workspaceId, bookingId) : null;
  if (!booking?.attendees.some((attendee) => attendee.userId === userId)) return { ok: false, reason: "not_found" };
  const provider = calendarProviders[name];
  if (!provider) return { ok: false, reason: "not_registered" };
  return wish.accessToken ? writeByToken(provider, booking, wish, wish.accessToken) : writeToOwn(booking, wish);
}

async function writeByToken(
  provider: CalendarProvider,
  booking: Booking,
  wish: Wish,
  access: string,
): Promise<SyncResult> {
  const listed = await provider.listCalendars(access);
  if (!listed.ok) return { ok: false, reason: "provider", failure: listed.failure };
  const calendar = listed.value.find((each) => each.isPrimary);
  if (!calendar) return { ok: false, reason: "not_connected" };
  const own = await findWritten(booking, wish.provider, calendar.id);
  if (own) return { ok: true, eventId: own, meetingUrl: booking.meetingUrl, booking };
  // A meeting has one link: where it has it, this calendar makes no other.
  const conferences = booking.meetingUrl ? [] : calendar.conferences;
  const place = { userId: wish.userId, provider: wish.provider, generation: 0, conferences };
  const wanted = wantedEvent(booking, place, eventPage(booking, wish.userId));
  if (!wanted) return { ok: false, reason: "not_a_meeting" };
  const made = await provider.createEvent(access, calendar.id, { ...wanted, timezone: wish.timezone });
  return made.ok ? written(booking, made.value) : { ok: false, reason: "provider", failure: made.failure };
}

/** The booking's event in a calendar that is connected here, by the provider's keys. */
async function findWritten({ workspaceId, id }: Booking, provider: ProviderName, calendarId: string) {
  const [found] = await db
    .select({ eventId: bookingCalendarEvents.providerEventId })
    .from(bookingCalendarEvents)
    .innerJoin(
      calendarConnections,
      and(
        eq(calendarConnections.workspaceId, bookingCalendarEvents.workspaceId),
        eq(calendarConnections.id, bookingCalendarEvents.connectionId),
      ),
    )
    .where(
      and(
        eq(bookingCalendarEvents.workspaceId, workspaceId),
        eq(bookingCalendarEvents.bookingId, id),
        eq(calendarConnections.provider, provider),
        eq(calendarConnections.calendarId, calendarId),
      ),
    );
  return found?.eventId;
}

function written(booking: Booking, { id, meetingUrl }: WrittenEvent): SyncResult {
  return { ok: true, eventId: id, meetingUrl: meetingUrl ?? booking.meetingUrl, booking };
}

async function writeToOwn(booking: Booking, { userId, provider, now }: Wish): Promise<SyncResult> {
  const { workspaceId, id: bookingId } = booking;
  const connection = await findWritable({ workspaceId, userId, provider });
  if (!connection) return { ok: false, reason: "not_connected" };
  const place = { userId, provider, generation: 0, conferences: connection.conferences };
  if (!wantedEvent(booking, place, "")) return { ok: false, reason: "not_a_meeting" };
  const event = await wantHere(booking, connection);
  const failure = await writeEvent({ workspaceId, ...event }, now);
  if (failure) return { ok: false, reason: "provider", failure };
  const [row] = await db
    .select({ eventId: bookingCalendarEvents.providerEventId })
    .from(bookingCalendarEvents)
    .where(and(eq(bookingCalendarEvents.workspaceId, workspaceId), eq(bookingCalendarEvents.id, event.id)));
  if (!row?.eventId) return { ok: false, reason: "not_a_meeting" };
  const after = (await findBooking(workspaceId, bookingId))!;
  return { ok: true, eventId: row.eventId, meetingUrl: after.meetingUrl, booking: after };
}

type Owner = { workspaceId: string; userId: string; provider: ProviderName };

/** The calendar that their bookings go to, else their primary one, else any that we may write to. */
async function findWritable({ workspaceId, userId, provider }: Owner) {
  const { createEvents, isPrimary, createdAt } = calendarConnections;
  const [found] = await db
    .select()
    .from(calendarConnections)
    .where(
      and(
        eq(calendarConnections.workspaceId, workspaceId),
        eq(calendarConnections.userId, userId),
        eq(calendarConnections.provider, provider),
        eq(calendarConnections.isWritable, true),
      ),
    )
    .orderBy(desc(createEvents), desc(isPrimary), createdAt)
    .limit(1);
  return found;
}

/** One that is there already is looked after once more; where nothing has changed, nothing is written. */
async function wantHere({ workspaceId, id }: Booking, connection: typeof calendarConnections.$inferSelect) {
  const [event] = await db.execute<{ id: string; round: number }>(sql`
    insert into booking_calendar_events as event
      (workspace_id, booking_id, user_id, connection_id, provider, calendar_name)
    values (${workspaceId}, ${id}, ${connection.userId}, ${connection.id}, ${connection.provider}, ${connection.name})
    on conflict (workspace_id, booking_id, connection_id) do update set ${again}
    returning id, round`);
  return event!;
}
