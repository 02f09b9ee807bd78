import { and, asc, eq, lte, or } from "drizzle-orm";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import { hostsOf, type Actor, type Booking } from "./booking";
import type { ChangeResult } from "./cancel.server";
import { changeStatus, lockBooking } from "./change-status.server";
import { recordMove } from "./record-move.server";
import { tellEverybody } from "./tell.server";

type Key = Pick<Booking, "workspaceId" | "id">;

const atOnce = 500;
const system: Actor = { kind: "system" };

/**
 * What time itself decides: a confirmed meeting that has ended is completed, a request nobody answered is cancelled. One
 * that cannot be for an error keeps none of the others from it; the errors are thrown when all have had their turn.
 */
export async function finishBookings(now: number): Promise<void> {
  const due = await db
    .select({ workspaceId: bookings.workspaceId, id: bookings.id, status: bookings.status })
    .from(bookings)
    .where(
      or(
        and(eq(bookings.status, "confirmed"), lte(bookings.endTime, new Date(now))),
        and(eq(bookings.status, "pending"), lte(bookings.startTime, new Date(now))),
      ),
    )
    .orderBy(asc(bookings.endTime), asc(bookings.id))
    .limit(atOnce);
  const errors: unknown[] = [];
  for (const { status, ...booking } of due) {
    const finished = status === "confirmed" ? complete({ booking, actor: system, now }) : expire(booking, now);
    await finished.catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} of ${due.length} bookings are not finished`);
}

/** A meeting that was held: only after its end. Completing it twice changes nothing. */
export async function complete({ booking: wanted, actor, now }: { booking: Key; actor: Actor; now: number }) {
  return db.transaction(async (tx): Promise<ChangeResult> => {
    const booking = await lockBooking(tx, wanted);
    if (booking.status === "completed") return { ok: true, booking };
    if (booking.status !== "confirmed" || now < booking.end) return { ok: false, reason: "not_changeable", booking };
    const completed = await changeStatus(tx, booking, { status: "completed", now });
    await recordMove(tx, { booking, move: "completed", actor, now });
    if (booking.eventType.emailFollowupEnabled) await tellEverybody(tx, completed, "followup");
    return { ok: true, booking: completed };
  });
}

async function expire(wanted: Key, now: number) {
  await db.transaction(async (tx) => {
    const booking = await lockBooking(tx, wanted);
    if (booking.status !== "pending" || booking.start > now) return;
    const cancelled = await changeStatus(tx, booking, { status: "cancelled", now });
    await recordMove(tx, { booking, move: "expired", actor: system, startBefore: booking.start, now });
    await tellEverybody(tx, cancelled, "cancelled", { tooFew: hostsOf(booking).length > 1 });
  });
}
