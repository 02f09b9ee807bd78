import { and, eq } from "drizzle-orm";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import { record } from "../audit/audit.server";
import type { Actor, Booking } from "./booking";
import { findBooking } from "./bookings.server";

type Change = { booking: Pick<Booking, "workspaceId" | "id">; notes: string; actor: Actor; now: number };

/** Notes may change in any state: they are about the meeting, and move nothing. */
export async function changeNotes({ booking: { workspaceId, id }, notes, actor, now }: Change): Promise<Booking> {
  return db.transaction(async (tx) => {
    await tx
      .update(bookings)
      .set({ notes, updatedAt: new Date(now) })
      .where(and(eq(bookings.workspaceId, workspaceId), eq(bookings.id, id)));
    await record(tx, { workspaceId, actor, action: "booking.notes_changed", subjectId: id });
    return (await findBooking(workspaceId, id, tx))!;
  });
}
