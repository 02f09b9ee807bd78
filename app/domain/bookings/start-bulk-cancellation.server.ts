import { sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { db } from "~db/client";
import { bookingBulkCancellations } from "~db/schema";
import { addJobs, jobsFor } from "~db/queue";
import type { Role } from "../workspaces/roles";
import { maySeeBooking } from "./booking-rights";
import { listBookings } from "./bookings.server";
import type { BulkCancellationInput } from "./bulk-cancellation";

type Start = {
  workspaceId: string;
  actor: { userId: string; role: Role };
  input: z.output<typeof BulkCancellationInput>;
};

export type StartResult = { ok: true; id: string } | { ok: false; reason: "none_of_them" };

/**
 * Writes down which bookings are to be cancelled with which message, and adds the job that does it. Those that are not
 * the actor's to cancel are left out. The same form sent twice starts one.
 */
export async function startBulkCancellation({ workspaceId, actor, input }: Start): Promise<StartResult> {
  const { bookings, reason } = input;
  const wanted = { workspaceId, ids: bookings, order: "start" as const, limit: bookings.length, offset: 0 };
  const { items } = await listBookings(wanted);
  const own = items.filter((booking) => maySeeBooking(booking, actor.userId, actor.role)).map((booking) => booking.id);
  if (own.length === 0) return { ok: false, reason: "none_of_them" };
  const id = idOf(actor.userId, input);
  const payload = { workspaceId: sql`workspace_id`, cancellationId: sql`id` };
  await db.execute(sql`
    with started as (
      insert into ${bookingBulkCancellations} (workspace_id, id, actor_id, reason, booking_ids)
      values (${workspaceId}, ${id}, ${actor.userId}, ${reason}, ${sql.param(own)}::uuid[])
      on conflict do nothing
      returning workspace_id, id
    )
    select ${addJobs(jobsFor("cancel_bookings", payload, sql`started`))}`);
  return { ok: true, id };
}

/** One form, saying one thing: a form that was gone back to and changed starts another one. */
function idOf(actorId: string, { submission_key: key, bookings, reason }: Start["input"]) {
  const said = JSON.stringify([actorId, key, [...bookings].sort(), reason]);
  const hash = createHash("sha256").update(said).digest("hex");
  // As a UUID of version 8, which is for numbers made in ways of one's own.
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
}
