import { sql, type SQL } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { addJobs, jobsFor } from "~db/queue";
import { timeOrderedId } from "../ids.server";
import type { NewNotification } from "./notification";

/**
 * Writes the mails that a change asks for, and a job for each, in one statement: they exist if and only if the caller's
 * transaction commits. An item whose dedupe key is known already is left out.
 */
export async function notify(tx: Transaction, items: NewNotification[]): Promise<void> {
  if (items.length === 0) return;
  await tx.execute(
    sql`with mail as (${insertMails(sql`${JSON.stringify(mailRows(items))}`)}) select ${addJobs(mailJobs(sql`mail`))}`,
  );
}

/** What `insertMails` wants to be told of mails, as JSON. */
export function mailRows(items: NewNotification[]) {
  return items.map((item) => ({
    id: timeOrderedId(),
    workspace_id: item.workspaceId,
    booking_id: item.bookingId,
    kind: item.kind,
    recipient: item.recipient,
    recipient_name: item.recipientName,
    payload: item.payload ?? {},
    dedupe_key: item.dedupeKey,
  }));
}

/** The mails as a part of a statement that writes more: for a `with`, whose name goes to `mailJobs`. */
export function insertMails(rows: SQL, where = sql`true`) {
  return sql`
    insert into notifications (id, workspace_id, booking_id, kind, recipient, recipient_name, payload, dedupe_key)
    select * from json_to_recordset(${rows}::json) as item (
      id uuid, workspace_id uuid, booking_id uuid, kind text, recipient text, recipient_name text, payload jsonb, dedupe_key text
    )
    where ${where}
    on conflict (dedupe_key) do nothing
    returning id, round, attempts, next_try_at`;
}

/** The job of each mail's next try. */
export function mailJobs(mails: SQL) {
  const turn = { notificationId: sql`id`, round: sql`round`, attempt: sql`attempts` };
  return jobsFor("send_notification", turn, mails, { runAt: sql`next_try_at` });
}
