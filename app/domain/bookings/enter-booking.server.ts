import { sql } from "drizzle-orm";
import type { Database, Transaction } from "~db/client";
import { Remembered } from "../remembered.server";
import { announceMove, isSubscribed } from "../webhooks/announce.server";
import type { Booking } from "./booking";
import { insertBooking, type Insertion } from "./insert-booking.server";

// Where somebody subscribed to a webhook, as this process saw it last. The statement that writes looks itself.
const subscribed = new Remembered<true>({ values: 10_000, size: 10_000 }, () => 1);

/**
 * Writes a booking, and tells of it where somebody subscribed to a webhook: nobody did in most workspaces, and there it is
 * one statement, which sees to it itself. Null: something that the rules were asked about has changed.
 */
export async function enterBooking(on: Database | Transaction, insertion: Insertion): Promise<Booking | null> {
  const { workspaceId } = insertion.booking;
  if (!subscribed.get(workspaceId)) {
    const booking = await insertBooking(on, insertion, { isUntold: true });
    if (booking || !(await hasSubscribers(on, workspaceId))) return booking;
    subscribed.learn(workspaceId, true);
  }
  return on.transaction(async (tx) => {
    const booking = await insertBooking(tx, insertion, { isUntold: false });
    const { actor, now } = insertion;
    if (!booking) return null;
    if (await hasSubscribers(tx, workspaceId)) {
      const move = booking.status === "pending" ? "requested" : "booked";
      await announceMove(tx, { booking, move, actor, now });
    } else {
      subscribed.forget(workspaceId);
    }
    return booking;
  });
}

async function hasSubscribers(on: Database | Transaction, workspaceId: string) {
  const [row] = await on.execute<{ is: boolean }>(sql`select ${isSubscribed(sql`${workspaceId}::uuid`)} as is`);
  return row!.is;
}
