import { eq } from "drizzle-orm";
import type { Turn } from "~/domain/notifications/tries";
import { notify } from "~/domain/notifications/notify.server";
import type { NewNotification, NotificationKind } from "~/domain/notifications/notification";
import { client, db } from "~db/client";
import { notifications, type bookings } from "~db/schema";
import { unique } from "./unique";

/** The try that a new mail's first job is for. */
export function firstTurn(notificationId: string): Turn {
  return { notificationId, round: 0, attempt: 0 };
}

/** Writes a mail that is to be sent, to an address of its own, and gives its row. */
export async function askForMail(kind: NotificationKind, about: Partial<NewNotification> = {}) {
  const dedupeKey = unique();
  const rest = { recipient: `${dedupeKey}@example.org`, recipientName: "Mei", workspaceId: null, bookingId: null };
  await db.transaction((tx) => notify(tx, [{ ...rest, kind, dedupeKey, ...about }]));
  const [row] = await db.select().from(notifications).where(eq(notifications.dedupeKey, dedupeKey));
  return row!;
}

/** What a mail about a booking as it is now says of it. */
export function mailAbout({ workspaceId, id, sequence }: typeof bookings.$inferSelect, payload = {}) {
  return { workspaceId, bookingId: id, payload: { sequence, ...payload } };
}

export async function readMail(id: string) {
  const [row] = await db.select().from(notifications).where(eq(notifications.id, id));
  return row!;
}

/** The jobs that a mail has in the queue, in the order in which they were added. */
export async function jobsOf(notificationId: string) {
  const rows = await client<{ task: string; turn: object; at: string }[]>`
    select task.identifier as task, job.payload as turn, job.run_at as at
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where job.payload ->> 'notificationId' = ${notificationId} order by job.id`;
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
}

/** As if the queue had run everything that waits. */
export async function forgetJobs() {
  await client`delete from graphile_worker._private_jobs`;
}
