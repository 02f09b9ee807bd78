import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingHistory, bookingRsvps } from "~db/schema";
import { hashToken } from "../tokens.server";
import { hostsOf, type Attendee, type Booking } from "./booking";
import { findBooking } from "./bookings.server";
import { zonesOfHosts } from "./host-zones.server";
import { stateOfAsking } from "./rsvp";

type Reader = Transaction | typeof db;
type Key = Pick<Booking, "workspaceId" | "id">;

export type AskingRow = typeof bookingRsvps.$inferSelect;

/** The asking that a key belongs to, whatever has become of it. */
export async function findAsking(token: string, on: Reader = db): Promise<AskingRow | null> {
  if (!/^[\w-]{20,100}$/.test(token)) return null;
  const [found] = await on
    .select()
    .from(bookingRsvps)
    .where(eq(bookingRsvps.responseToken, hashToken(token)));
  return found ?? null;
}

/** Who of a booking's hosts is asked for themselves, and what they answered; nobody where one answers for all. */
export async function presentAskings({ workspaceId, id }: Key, on: Reader = db): Promise<AskingRow[]> {
  return on
    .select()
    .from(bookingRsvps)
    .where(
      and(eq(bookingRsvps.workspaceId, workspaceId), eq(bookingRsvps.bookingId, id), isNull(bookingRsvps.replacedAt)),
    );
}

/** Whether each of its hosts answers for themselves; else one answers for all. */
export async function asksEach(booking: Key, on: Reader = db): Promise<boolean> {
  return (await presentAskings(booking, on)).length > 0;
}

/** Where a mail that asks is about to leave: whether its key still opens something. */
export async function isOpenToken(token: string) {
  const asking = await findAsking(token);
  return asking !== null && asking.response === null && asking.replacedAt === null;
}

/** A host of all hands, with what they said. */
export type Place = Pick<Attendee, "name" | "status"> & {
  attendeeId: string;
  userId: string;
  timezone: string;
  comment: string;
  isOrganizer: boolean;
};

/** The hosts of a booking that asks each of them, the organizer first; none where one answers for all. */
export async function listPlaces(booking: Booking, on: Reader = db): Promise<Place[]> {
  const askings = await presentAskings(booking, on);
  if (askings.length === 0) return [];
  const hosts = hostsOf(booking);
  const zones = await zonesOfHosts(booking, on);
  const places = hosts.map((host) => ({
    attendeeId: host.id,
    userId: host.userId!,
    name: host.name,
    status: host.status,
    timezone: zones.get(host.userId!)!,
    comment: askings.find(({ attendeeId }) => attendeeId === host.id)?.comment ?? "",
    isOrganizer: host.userId === booking.hostId,
  }));
  return places.sort((a, b) => Number(b.isOrganizer) - Number(a.isOrganizer));
}

export type Rsvp = NonNullable<Awaited<ReturnType<typeof findRsvp>>>;

/** What a host's key opens: the meeting, who comes so far, and whether it still takes an answer; all of one moment. */
export function findRsvp(token: string, now: number) {
  return db.transaction((tx) => readRsvp(tx, token, now), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

async function readRsvp(tx: Transaction, token: string, now: number) {
  const asking = await findAsking(token, tx);
  const booking = asking && (await findBooking(asking.workspaceId, asking.bookingId, tx));
  if (!booking) return null;
  const state = stateOfAsking(asking, booking, now);
  const isHanded = asking.replacedAt !== null && (await wasHandedOver(tx, asking));
  const places = await listPlaces(booking, tx);
  return { state, asking, booking, places, isHanded, place: places.find((each) => isOf(each, asking)) ?? null };
}

function isOf({ attendeeId }: Place, asking: AskingRow) {
  return attendeeId === asking.attendeeId;
}

/** Whether the place is somebody else's: what put an asking out of use stands in the history with the same moment. */
async function wasHandedOver(tx: Transaction, { workspaceId, bookingId, replacedAt }: AskingRow) {
  const [found] = await tx
    .select({ one: sql`1` })
    .from(bookingHistory)
    .where(
      and(
        eq(bookingHistory.workspaceId, workspaceId),
        eq(bookingHistory.bookingId, bookingId),
        eq(bookingHistory.move, "reassigned"),
        eq(bookingHistory.createdAt, replacedAt!),
      ),
    );
  return found !== undefined;
}

/** How a signed-in member stands to a booking that asks its hosts one by one; null where it doesn't. */
export async function standingOf(booking: Booking, userId: string, on: Reader = db) {
  const askings = await presentAskings(booking, on);
  if (askings.length === 0) return null;
  const host = hostsOf(booking).find((each) => each.userId === userId);
  if (!host) return { kind: "outsider" as const };
  const asking = askings.find(({ attendeeId }) => attendeeId === host.id);
  return asking && !asking.response
    ? { kind: "asked" as const, asking, host }
    : { kind: "answered" as const, answer: host.status };
}
