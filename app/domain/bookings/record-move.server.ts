import { sql, type SQL } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { instantSql } from "~db/instant";
import type { bookingHistory } from "~db/schema";
import { wantContacts } from "../calendars/want-contacts.server";
import { wantEvents } from "../calendars/want-events.server";
import { announceMove, isSubscribed } from "../webhooks/announce.server";
import type { Actor, Booking } from "./booking";

type Move = {
  booking: Pick<Booking, "workspaceId" | "id">;
  move: (typeof bookingHistory.$inferInsert)["move"];
  actor: Actor;
  reason?: string;
  startBefore?: number;
  startAfter?: number;
  hostBefore?: string;
  hostAfter?: string;
  now: number;
};

/** What is said of a meeting afterwards changes nothing in a calendar. */
const afterwards: readonly Move["move"][] = ["completed", "no_show", "no_show_withdrawn"];

/** Those by which a request may become a meeting. */
const confirming: readonly Move["move"][] = ["confirmed", "rescheduled"];

/**
 * Writes a booking's move into its history and into the audit log, and has its hosts' calendars and contacts and who
 * subscribed to a webhook follow. What it did to the booking, who its hosts are and what they said is written already.
 */
export async function recordMove(tx: Transaction, { booking, actor, ...made }: Move) {
  const row = { ...made, workspaceId: booking.workspaceId, bookingId: booking.id, ...actorColumns(actor) };
  const [noted] = await tx.execute<{ is_told: boolean }>(sql`
    with ${insertMove(row)} select ${isSubscribed(sql`${booking.workspaceId}::uuid`)} as is_told`);
  if (noted!.is_told) await announceMove(tx, { booking, actor, ...made });
  if (!afterwards.includes(made.move)) await wantEvents(tx, booking);
  if (confirming.includes(made.move)) await wantContacts(tx, booking, made.now);
}

export function actorColumns(actor: Actor) {
  return { actorKind: actor.kind, actorId: actor.kind === "user" ? actor.userId : null };
}

type MoveRow = Omit<Move, "booking" | "actor"> & {
  workspaceId: string;
  bookingId: string;
  actorKind: Actor["kind"];
  actorId: string | null;
};
type Expressions<Row> = { [Column in keyof Row]: Row[Column] | SQL };

/** The same as a part of a statement that writes more, a row for each of `from`, whose columns the values may be. */
export function insertMove({ workspaceId, bookingId, ...made }: Expressions<MoveRow>, from = sql``) {
  const { move, actorKind, actorId, reason, startBefore, startAfter, hostBefore = null, hostAfter = null, now } = made;
  return sql`
    move as (
      insert into booking_history
        (workspace_id, booking_id, move, actor_kind, actor_id, reason, start_before, start_after, host_before,
        host_after, created_at)
      select ${workspaceId}::uuid, ${bookingId}::uuid, ${move}, ${actorKind}, ${actorId}::uuid,
        ${reason || null}, ${instantSql(startBefore)}, ${instantSql(startAfter)}, ${hostBefore}::uuid,
        ${hostAfter}::uuid, ${instantSql(now)}
      ${from}
    ), line as (
      insert into audit_log (workspace_id, actor_kind, actor_id, action, subject_id)
      select ${workspaceId}::uuid, ${actorKind}, ${actorId}::uuid, 'booking.' || ${move}::text, ${bookingId}::uuid
      ${from}
    )`;
}
