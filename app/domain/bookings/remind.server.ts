import { sql } from "drizzle-orm";
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
  const job = reminderJob(booking, now);
  await tx.execute(job ? sql`select ${addJobs(job)}` : sql`select graphile_worker.remove_job(${keyOf(booking)})`);
}

/** The same as a part of a statement that writes more; null where no reminder is left. */
export function reminderJob(booking: Timed, now: number, where = sql`true`) {
  const next = nextReminder(booking, now);
  if (!next) return null;
  const payload = {
    workspaceId: sql`${booking.workspaceId}::text`,
    bookingId: sql`${booking.id}::text`,
    at: sql`${next.at}::bigint`,
  };
  return jobsFor("remind", payload, sql`(select 1) as reminder where ${where}`, {
    key: sql`${keyOf(booking)}::text`,
    runAt: instantSql(next.at),
  });
}

function keyOf({ id }: Key) {
  return `remind/${id}`;
}
