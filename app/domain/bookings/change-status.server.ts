import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { bookings, claims } from "~db/schema";
import type { Booking, BookingStatus } from "./booking";
import { findBooking } from "./bookings.server";

/** The booking as it is now, held until the transaction ends: whoever comes second sees what the first one did. */
export async function lockBooking(tx: Transaction, { workspaceId, id }: Pick<Booking, "workspaceId" | "id">) {
  await tx.execute(sql`select 1 from bookings where workspace_id = ${workspaceId} and id = ${id} for update`);
  return (await findBooking(workspaceId, id, tx))!;
}

type Change = { status: BookingStatus; now: number; cancellationReason?: string | null };

/** Writes the new status of a locked booking, raises its sequence, and gives its time back unless it still needs it. */
export async function changeStatus(tx: Transaction, booking: Booking, { status, now, cancellationReason }: Change) {
  const { workspaceId, id } = booking;
  const confirmedAt = booking.confirmedAt ?? (status === "confirmed" ? now : null);
  await tx
    .update(bookings)
    .set({
      status,
      confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
      sequence: booking.sequence + 1,
      cancellationReason,
      updatedAt: new Date(now),
    })
    .where(and(eq(bookings.workspaceId, workspaceId), eq(bookings.id, id)));
  if (status === "cancelled" || status === "completed") {
    await tx.delete(claims).where(and(eq(claims.workspaceId, workspaceId), eq(claims.bookingId, id)));
  }
  return (await findBooking(workspaceId, id, tx))!;
}
