import { and, asc, eq } from "drizzle-orm";
import { db } from "~db/client";
import { bookingCalendarEvents, calendarConnections } from "~db/schema";
import { keepGrant } from "~/domain/calendars/access.server";
import { book } from "~/domain/bookings/book.server";
import { findBooking } from "~/domain/bookings/bookings.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { createCalendarAccount, createConnection } from "./factories";
import type { FakeGoogle } from "./google";
import type { FakeMicrosoft } from "./microsoft";
import { inOslo, wish } from "./orders";

/** A calendar that bookings are written to, and that can make links. */
export const writing = { createEvents: true, conferences: ["google_meet", "microsoft_teams"] };

type Person = { workspace: { id: string }; user: { id: string } };

/** Connects a Google account's own calendar for another member: bookings are written to it. */
export async function connectGoogle(google: FakeGoogle, email: string, { workspace, user }: Person) {
  const scopes = ["calendar.events", "calendar.calendarlist.readonly"];
  const { accessToken, refreshToken } = google.grant({ email, scopes });
  return connect("google", { email, calendarId: email, accessToken, refreshToken, scopes }, { workspace, user });
}

/** The same of a Microsoft mailbox. */
export async function connectMicrosoft(microsoft: FakeMicrosoft, email: string, calendarId: string, person: Person) {
  const scopes = ["offline_access", "User.Read", "Calendars.ReadWrite"];
  const { accessToken, refreshToken } = microsoft.grant({ email, scopes });
  return connect("microsoft", { email, calendarId, accessToken, refreshToken: refreshToken!, scopes }, person);
}

type Tokens = { email: string; calendarId: string; accessToken: string; refreshToken: string; scopes: string[] };

async function connect(provider: "google" | "microsoft", { email, calendarId, ...tokens }: Tokens, person: Person) {
  const { workspace, user } = person;
  const account = await createCalendarAccount(workspace, user, { provider, email, subject: email });
  const grant = { ...tokens, expiresAt: Date.now() + 3_000_000 };
  await db.transaction((tx) => keepGrant(tx, { workspaceId: workspace.id, accountId: account.id }, grant));
  return createConnection(workspace, user, { ...writing, provider, accountId: account.id, calendarId });
}

/** From now on nothing new is written to it. */
export async function stopWriting({ workspaceId, id }: typeof calendarConnections.$inferSelect) {
  const isIt = and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.id, id));
  await db.update(calendarConnections).set({ createEvents: false }).where(isIt);
}

type Host = { workspace: { id: string }; eventType: { id: string } };

/** Books on a Wednesday at this hour in Oslo, by the real clock. */
export async function bookAt(host: Host, hour: number, given: Record<string, unknown> = {}) {
  const eventType = (await findEventType(host.workspace.id, host.eventType.id))!;
  const input = wish({ start: new Date(inOslo(hour)).toISOString(), ...given });
  const booked = await book({ eventType, input, locale: "en", now: Date.now() });
  if (!booked.ok) throw new Error(booked.reason);
  return booked.booking;
}

type Key = { workspaceId: string; id: string };

/** What we know of a booking's events in calendars. */
export function writesOf({ workspaceId, id }: Key) {
  return db
    .select()
    .from(bookingCalendarEvents)
    .where(and(eq(bookingCalendarEvents.workspaceId, workspaceId), eq(bookingCalendarEvents.bookingId, id)))
    .orderBy(asc(bookingCalendarEvents.createdAt));
}

export async function reread({ workspaceId, id }: Key) {
  return (await findBooking(workspaceId, id))!;
}
