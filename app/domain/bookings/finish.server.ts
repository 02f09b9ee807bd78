import { and, eq, lte, or } from "drizzle-orm";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import type { Booking } from "./booking";
import { changeStatus, lockBooking } from "./change-status.server";
import { recordMove } from "./record-move.server";
import { tellEverybody } from "./tell.server";

const atOnce = 500;

/** What time itself decides: a confirmed meeting that has ended is completed, a request nobody answered is cancelled. */
export async function finishBookings(now: number): Promise<void> {
  const due = await db
    .select({ workspaceId: bookings.workspaceId, id: bookings.id })
    .from(bookings)
    .where(
      or(
        and(eq(bookings.status, "confirmed"), lte(bookings.endTime, new Date(now))),
        and(eq(bookings.status, "pending"), lte(bookings.startTime, new Date(now))),
      ),
    )
    .limit(atOnce);
  for (const booking of due) await finish(booking, now);
}

async function finish(wanted: Pick<Booking, "workspaceId" | "id">, now: number) {
  await db.transaction(async (tx) => {
    const booking = await lockBooking(tx, wanted);
    const actor = { kind: "system" } as const;
    if (booking.status === "confirmed" && booking.end <= now) {
      await changeStatus(tx, booking, { status: "completed", now });
      await recordMove(tx, { booking, move: "completed", actor, now });
    } else if (booking.status === "pending" && booking.start <= now) {
      const cancelled = await changeStatus(tx, booking, { status: "cancelled", now });
      await recordMove(tx, { booking, move: "expired", actor, startBefore: booking.start, now });
      await tellEverybody(tx, cancelled, "cancelled");
    }
  });
}
