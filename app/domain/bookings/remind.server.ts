import { sql, type SQL } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { instantSql } from "~db/instant";
import { addJobs, jobsFor } from "~db/queue";
import type { Booking } from "./booking";
import { lockBooking } from "./change-status.server";
import { dueReminder, nextReminder } from "./reminders";
import { tellEverybody } from "./tell.server";

type Key = Pick<Booking, "workspaceId" | "id">;
type Timed = Key & Pick<Booking, "status" | "start">;

type Planned = { workspaceId: string; bookingId: string; at: number };

/** Sends the reminder that is due, if the booking still stands as it did, and sees to the next one. */
export async function remind({ workspaceId, bookingId, at }: Planned, now: number) {
  await db.transaction(async (tx) => {
    const booking = await lockBooking(tx, { workspaceId, id: bookingId });
    if (!booking) return;
    const due = dueReminder(booking, now, at);
    if (due) await tellEverybody(tx, booking, "reminder", { hours: due.hours, start: booking.start });
    await scheduleReminder(tx, booking, now);
  });
}

/** The job for a booking's next reminder takes the place of one that waits already; where none is left that one goes. */
export async function scheduleReminder(tx: Transaction, booking: Timed, now: number) {
  const next = nextReminder(booking, now);
  const job = next && reminderJobs(sql`(select ${booking.workspaceId}::text, ${booking.id}::text, ${next.at}::bigint)`);
  await tx.execute(job ? sql`select ${addJobs(job)}` : sql`select graphile_worker.remove_job(${keyOf(booking.id)})`);
}

/** The same as a part of a statement that writes more: `from` tells of workspace, booking, and when. */
export function reminderJobs(from: SQL) {
  const payload = { workspaceId: sql`workspace_id`, bookingId: sql`booking_id`, at: sql`at` };
  return jobsFor("remind", payload, sql`${from} as reminder (workspace_id, booking_id, at)`, {
    key: sql`'remind/' || booking_id`,
    runAt: instantSql(sql`at`),
  });
}

function keyOf(bookingId: string) {
  return `remind/${bookingId}`;
}
