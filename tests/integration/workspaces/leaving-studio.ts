import { and, eq } from "drizzle-orm";
import { db } from "~db/client";
import {
  bookingAttendees,
  bookingEventTypeMembers,
  bookingEventTypes,
  bookings,
  claims,
  notifications,
} from "~db/schema";
import { findMember } from "~/domain/workspaces/members.server";
import * as deactivate from "~/routes/booking.settings.members.$userId.deactivate";
import * as remove from "~/routes/booking.settings.members.$userId.remove";
import {
  addMember,
  createBooking,
  createEventType,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { inOslo } from "../../support/orders";
import { get, postForm } from "../../support/requests";

type User = Awaited<ReturnType<typeof createUser>>;
type Deed = "remove" | "deactivate";
type Fields = Record<string, string>;

const pages = { remove, deactivate };

/** Kim goes, and Tomás could take what they leave behind; the owner or Kim fills in the form. */
export async function studio() {
  const { workspace, owner } = await createWorkspace({ owner: await createUser({ name: "Ada Okafor" }) });
  const kim = await addMember(workspace, { user: await createUser({ name: "Kim Lee" }) });
  const tomas = await addMember(workspace, { user: await createUser({ name: "Tomás Figueiredo" }) });
  const eventType = await createEventType(workspace, { owner: kim, name: "Advice" });
  const busy = await createEventType(workspace, { owner: tomas });

  const meeting = (hour: number, given: object = {}) =>
    createBooking(eventType, { hostId: kim.id, start: inOslo(hour), ...given });
  /** Tomás is not free then. */
  const engage = (hour: number) => createBooking(busy, { start: inOslo(hour) });

  const options = async (user: User) => ({ cookie: (await signIn(user)).cookie, params: { userId: kim.id } });
  const show = async (user: User = owner, deed: Deed = "remove") => get(pages[deed], "/", await options(user));
  const send = async (fields: Fields, user: User = owner, deed: Deed = "remove") =>
    postForm(pages[deed], "/", fields, await options(user));
  const status = async () => (await findMember(workspace.id, kim.id, Date.now()))?.status ?? "gone";
  /** Nobody has to be found for it. */
  const switchOff = `event-type-${eventType.id}`;
  return { workspace, owner, kim, tomas, eventType, meeting, engage, show, send, status, switchOff };
}

/** A meeting of the event type's owner in which somebody else is a host, too. */
export async function together(
  eventType: Parameters<typeof createBooking>[0],
  hour: number,
  { id: userId, name, email }: User,
) {
  const booking = await createBooking(eventType, { start: inOslo(hour) });
  const key = { workspaceId: booking.workspaceId, bookingId: booking.id };
  await db.insert(bookingAttendees).values({ ...key, userId, name, email, kind: "host", status: "confirmed" });
  const during = `[${booking.startTime.toISOString()},${booking.endTime.toISOString()})`;
  await db.insert(claims).values({ ...key, hostId: userId, during });
  return booking;
}

/** As a host of all hands does, whose time is theirs again. */
export async function decline({ id }: { id: string }, { id: userId }: { id: string }) {
  const { bookingId } = bookingAttendees;
  await db
    .update(bookingAttendees)
    .set({ status: "declined" })
    .where(and(eq(bookingId, id), eq(bookingAttendees.userId, userId)));
  await db.delete(claims).where(and(eq(claims.bookingId, id), eq(claims.hostId, userId)));
}

export async function bookingOf({ id }: { id: string }) {
  const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
  return { status: row!.status, hostId: row!.hostId };
}

export async function mailsOf({ id }: { id: string }) {
  const rows = await db.select().from(notifications).where(eq(notifications.bookingId, id));
  return rows.map(({ kind, payload }) => ({ kind, reason: (payload as { reason?: string }).reason }));
}

export async function eventTypeOf({ id }: { id: string }) {
  const [row] = await db.select().from(bookingEventTypes).where(eq(bookingEventTypes.id, id));
  const hosts = await db.select().from(bookingEventTypeMembers).where(eq(bookingEventTypeMembers.eventTypeId, id));
  const { isActive, ownerId, scheduleId } = row!;
  return { isActive, ownerId, scheduleId, hosts: hosts.map(({ userId }) => userId) };
}
