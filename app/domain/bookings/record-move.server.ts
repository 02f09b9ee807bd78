import type { Transaction } from "~db/client";
import { bookingHistory } from "~db/schema";
import { record } from "../audit/audit.server";
import type { Actor, Booking } from "./booking";

type Move = {
  booking: Pick<Booking, "workspaceId" | "id">;
  move: (typeof bookingHistory.$inferInsert)["move"];
  actor: Actor;
  reason?: string;
  startBefore?: number;
  startAfter?: number;
  now: number;
};

/** Writes a booking's move into its history and into the audit log. */
export async function recordMove(
  tx: Transaction,
  { booking, move, actor, reason, startBefore, startAfter, now }: Move,
) {
  await tx.insert(bookingHistory).values({
    workspaceId: booking.workspaceId,
    bookingId: booking.id,
    move,
    actorKind: actor.kind,
    actorId: actor.kind === "user" ? actor.userId : null,
    reason: reason || null,
    startBefore: startBefore === undefined ? null : new Date(startBefore),
    startAfter: startAfter === undefined ? null : new Date(startAfter),
    createdAt: new Date(now),
  });
  await record(tx, {
    workspaceId: booking.workspaceId,
    actor,
    action: `booking.${move}`,
    subjectId: booking.id,
    details: {},
  });
}
