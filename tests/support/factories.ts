import { hash } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";
import { db } from "~db/client";
import {
  bookingAttendees,
  bookingAvailability,
  bookingDateOverrides,
  bookingEventTypeMembers,
  bookingEventTypes,
  bookings,
  bookingSchedules,
  calendarAccounts,
  calendarConnections,
  calendarEvents,
  claims,
  teamMembers,
  teams,
  users,
  workspaceMembers,
  workspaces,
} from "~db/schema";
import type { Role } from "~/domain/workspaces/roles";
import { startSession } from "~/domain/accounts/sessions.server";
import { sessionHeader } from "~/http/session.server";
import { unique } from "./unique";

export { unique };

type UserRow = typeof users.$inferSelect;
type WorkspaceRow = typeof workspaces.$inferSelect;
type EventTypeRow = typeof bookingEventTypes.$inferSelect;
type BookingRow = typeof bookings.$inferSelect;

const minute = 60_000;

/** A person with a verified address. A password is set only when one is given, because hashing takes its time. */
export async function createUser(given: Partial<UserRow> & { password?: string } = {}): Promise<UserRow> {
  const { password, ...columns } = given;
  const name = columns.name ?? "Ada Okafor";
  const email = `${name.split(" ")[0]!.toLowerCase()}-${unique()}@example.com`;
  const passwordHash = password ? await hash(password) : null;
  const values = { name, email, timezone: "Europe/Oslo", emailVerifiedAt: new Date(), passwordHash, ...columns };
  return first(await db.insert(users).values(values).returning());
}

/** A workspace with its owner, who has a default schedule: Monday to Friday, 9 to 17 in their zone. */
export async function createWorkspace(given: Partial<WorkspaceRow> & { owner?: UserRow } = {}) {
  const { owner = await createUser(), ...columns } = given;
  const values = { slug: `studio-${unique()}`, name: "Nordlys Studio", ...columns };
  const workspace = first(await db.insert(workspaces).values(values).returning());
  await addMember(workspace, { user: owner, role: "owner" });
  return { workspace, owner };
}

/** Adds a user, a new one where none is given. Everyone but a client gets a default schedule. */
export async function addMember(
  workspace: { id: string },
  given: { user?: UserRow; role?: Role } = {},
): Promise<UserRow> {
  const { user = await createUser(), role = "member" } = given;
  await db.insert(workspaceMembers).values({ workspaceId: workspace.id, userId: user.id, role });
  if (role !== "client") await createSchedule(workspace, user, { isDefault: true });
  return user;
}

type ScheduleGiven = {
  name?: string;
  timezone?: string;
  isDefault?: boolean;
  /** Minute pairs by weekday, 0 is Monday: `{ 0: [540, 1020] }`. */
  weekly?: Record<number, number[]>;
  /** Minute pairs by date, none for a closed day: `{ "2026-12-24": [] }`. */
  overrides?: Record<string, number[]>;
};

const officeHours = { 0: [540, 1020], 1: [540, 1020], 2: [540, 1020], 3: [540, 1020], 4: [540, 1020] };

export async function createSchedule(workspace: { id: string }, user: UserRow, given: ScheduleGiven = {}) {
  const { weekly = officeHours, overrides = {}, ...columns } = given;
  const values = {
    workspaceId: workspace.id,
    userId: user.id,
    name: "Working hours",
    timezone: user.timezone,
    ...columns,
  };
  const schedule = first(await db.insert(bookingSchedules).values(values).returning());
  const key = { workspaceId: workspace.id, scheduleId: schedule.id };
  const hours = Object.entries(weekly).flatMap(([weekday, minutes]) =>
    pairs(minutes).map(([startMinute, endMinute]) => ({ ...key, weekday: Number(weekday), startMinute, endMinute })),
  );
  const dates = Object.entries(overrides).map(([date, intervals]) => ({ ...key, date, intervals }));
  if (hours.length > 0) await db.insert(bookingAvailability).values(hours);
  if (dates.length > 0) await db.insert(bookingDateOverrides).values(dates);
  return schedule;
}

export async function createTeam(
  workspace: { id: string },
  members: { id: string }[],
  given: Partial<typeof teams.$inferSelect> = {},
) {
  const values = { workspaceId: workspace.id, name: "Design", slug: `design-${unique()}`, ...given };
  const team = first(await db.insert(teams).values(values).returning());
  if (members.length > 0) {
    await db
      .insert(teamMembers)
      .values(members.map(({ id }) => ({ workspaceId: workspace.id, teamId: team.id, userId: id })));
  }
  return team;
}

type EventTypeGiven = Partial<EventTypeRow> & {
  owner: { id: string };
  /** Its hosts; the owner alone where none are given. */
  hosts?: { id: string; weight?: number; priority?: number }[];
};

/** Thirty minutes, no buffers, no notice, two months ahead, confirmed at once: only what a test gives differs. */
export async function createEventType(workspace: { id: string }, given: EventTypeGiven): Promise<EventTypeRow> {
  const { owner, hosts = [owner], ...columns } = given;
  const values = {
    workspaceId: workspace.id,
    ownerId: owner.id,
    name: "Intro call",
    slug: `intro-${unique()}`,
    durationMinutes: 30,
    bookingWindowDays: 60,
    locationType: "google_meet" as const,
    ...columns,
  };
  const eventType = first(await db.insert(bookingEventTypes).values(values).returning());
  const rows = hosts.map(({ id, weight, priority }: { id: string; weight?: number; priority?: number }) => ({
    workspaceId: workspace.id,
    eventTypeId: eventType.id,
    userId: id,
    weight,
    priority,
  }));
  await db.insert(bookingEventTypeMembers).values(rows);
  return eventType;
}

/** A booking with its attendees and, while it is pending or confirmed, its claim. `start` is in epoch milliseconds. */
export async function createBooking(
  eventType: EventTypeRow,
  given: Partial<Omit<BookingRow, "startTime" | "endTime">> & { start: number; minutes?: number },
): Promise<BookingRow> {
  const { start, minutes = eventType.durationMinutes, ...columns } = given;
  const end = start + minutes * minute;
  const values = {
    workspaceId: eventType.workspaceId,
    eventTypeId: eventType.id,
    hostId: eventType.ownerId,
    uid: randomBytes(24).toString("base64url"),
    inviteeName: "Mei Tanaka",
    inviteeEmail: `mei-${unique()}@example.org`,
    startTime: new Date(start),
    endTime: new Date(end),
    timezone: "Asia/Tokyo",
    status: "confirmed" as const,
    locationType: eventType.locationType,
    locationValue: eventType.locationValue,
    confirmedAt: columns.status === "pending" ? null : new Date(start - 7 * 24 * 60 * minute),
    ...columns,
  };
  const booking = first(await db.insert(bookings).values(values).returning());
  await addAttendees(booking);
  if (booking.status === "pending" || booking.status === "confirmed") {
    const from = new Date(start - eventType.bufferBefore * minute).toISOString();
    const to = new Date(end + eventType.bufferAfter * minute).toISOString();
    await db.insert(claims).values({ ...keyOf(booking), hostId: booking.hostId, during: `[${from},${to})` });
  }
  return booking;
}

/** A member's account at a provider. It has no tokens unless they are given. */
export async function createCalendarAccount(
  workspace: { id: string },
  user: { id: string },
  given: Partial<typeof calendarAccounts.$inferInsert> = {},
) {
  const who = { provider: "google" as const, subject: unique(), email: `${unique()}@example.org` };
  const values = { workspaceId: workspace.id, userId: user.id, ...who, ...given };
  return first(await db.insert(calendarAccounts).values(values).returning());
}

/** A connected calendar of a member, whose busy blocks take their time, synced a minute ago. */
export async function createConnection(
  workspace: { id: string },
  user: { id: string },
  given: Partial<typeof calendarConnections.$inferInsert> = {},
) {
  const { provider = "google" } = given;
  const values = {
    workspaceId: workspace.id,
    userId: user.id,
    accountId: given.accountId ?? (await createCalendarAccount(workspace, user, { provider })).id,
    provider,
    calendarId: unique(),
    name: "Field work",
    lastSyncedAt: new Date(Date.now() - minute),
    ...given,
  };
  return first(await db.insert(calendarConnections).values(values).returning());
}

/** A busy block of a connected calendar. `start` is in epoch milliseconds. */
export async function createBusyBlock(
  connection: typeof calendarConnections.$inferSelect,
  { start, minutes = 60 }: { start: number; minutes?: number },
) {
  const [from, to] = [start, start + minutes * minute].map((ms) => new Date(ms).toISOString());
  const { workspaceId, userId, id } = connection;
  const values = { workspaceId, userId, connectionId: id, providerEventId: unique(), during: `[${from},${to})` };
  return first(await db.insert(calendarEvents).values(values).returning());
}

/** What a signed-in browser sends (`cookie`) and what a caller of the API sends (`token`). */
export async function signIn(user: { id: string }): Promise<{ cookie: string; token: string }> {
  const start = { userId: user.id, userAgent: "tests", address: "203.0.113.7", now: Date.now() };
  const token = await startSession({ ...start, kind: "access_token" });
  const header = await sessionHeader(await startSession({ ...start, kind: "browser" }));
  return { token, cookie: header.split(";")[0]! };
}

async function addAttendees(booking: BookingRow) {
  const host = await db.query.users.findFirst({ where: (table, { eq }) => eq(table.id, booking.hostId) });
  const status = booking.status === "pending" ? ("pending" as const) : ("confirmed" as const);
  await db.insert(bookingAttendees).values([
    { ...keyOf(booking), userId: booking.hostId, kind: "host", name: host!.name, email: host!.email, status },
    { ...keyOf(booking), kind: "invitee", name: booking.inviteeName, email: booking.inviteeEmail, status: "confirmed" },
  ]);
}

function keyOf(booking: BookingRow) {
  return { workspaceId: booking.workspaceId, bookingId: booking.id };
}

function pairs(flat: number[]) {
  return flat.flatMap((start, index) => (index % 2 === 0 ? [[start, flat[index + 1]!] as const] : []));
}

function first<Row>(rows: Row[]): Row {
  return rows[0]!;
}
