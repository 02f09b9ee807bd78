import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { instantSql } from "~db/instant";
import type { bookingHistory } from "~db/schema";
import { wantContacts } from "../calendars/want-contacts.server";
import { wantEvents } from "../calendars/want-events.server";
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
 * Writes a booking's move into its history and into the audit log, and has its hosts' calendars and contacts follow. Who
 * its hosts are and what they said is written already.
 */
export async function recordMove(tx: Transaction, move: Move) {
  await tx.execute(sql`with ${insertMove(move)} select 1`);
  if (!afterwards.includes(move.move)) await wantEvents(tx, move.booking);
  if (confirming.includes(move.move)) await wantContacts(tx, move.booking, move.now);
}

/** The same as a part of a statement that writes more. `where` says whether there is a move to record. */
export function insertMove({ booking, move, actor, reason, now, ...change }: Move, where = sql`true`) {
  const { startBefore, startAfter, hostBefore = null, hostAfter = null } = change;
  const actorId = actor.kind === "user" ? actor.userId : null;
  return sql`
    move as (
      insert into booking_history
        (workspace_id, booking_id, move, actor_kind, actor_id, reason, start_before, start_after, host_before,
        host_after, created_at)
      select ${booking.workspaceId}::uuid, ${booking.id}::uuid, ${move}, ${actor.kind}, ${actorId}::uuid,
        ${reason || null}, ${instantSql(startBefore)}, ${instantSql(startAfter)}, ${hostBefore}::uuid,
        ${hostAfter}::uuid, ${instantSql(now)}
      where ${where}
    ), line as (
      insert into audit_log (workspace_id, actor_kind, actor_id, action, subject_id)
      select ${booking.workspaceId}::uuid, ${actor.kind}, ${actorId}::uuid, ${`booking.${move}`}, ${booking.id}::uuid
      where ${where}
    )`;
}
