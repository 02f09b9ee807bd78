import { sql, type SQL } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { instantSql } from "~db/instant";
import { addJobs, jobsFor } from "~db/queue";
import type { Booking } from "../bookings/booking";

/** Mail and calendars go first. */
const priority = sql`20`;

const isSaving = sql`account.saves_contacts and account.disconnected_at is null`;

/** A booking has just become a meeting: its hosts' accounts that keep contacts get its invitee, by a job for each. */
export async function wantContacts(
  tx: Transaction,
  { workspaceId, id }: Pick<Booking, "workspaceId" | "id">,
  now: number,
) {
  const accounts = sql`(
    select booking.workspace_id, booking.id as booking_id, account.id as account_id
    from bookings booking
    join booking_attendees host on host.workspace_id = booking.workspace_id and host.booking_id = booking.id
      and host.kind = 'host' and host.status <> 'declined'
    join calendar_accounts account on account.workspace_id = booking.workspace_id
      and account.user_id = host.user_id and ${isSaving}
    where booking.workspace_id = ${workspaceId} and booking.id = ${id} and booking.status = 'confirmed'
      and booking.confirmed_at = ${instantSql(now)}
  ) as contact`;
  await tx.execute(sql`select ${addJobs(contactJobs(accounts))}`);
}

/** The same of a meeting that is being booked, for `addJobs` in the statement that writes it if `wanted` is there. */
export const newContactJobs = contactJobs(sql`(
    select wanted.workspace_id, booking_id, account.id as account_id
    from wanted join calendar_accounts account on account.workspace_id = wanted.workspace_id
    where account.user_id = any(host_ids) and ${isSaving}
  ) as contact`);

function contactJobs(contacts: SQL) {
  const payload = { workspaceId: sql`workspace_id`, bookingId: sql`booking_id`, accountId: sql`account_id` };
  return jobsFor("save_contact", payload, contacts, { priority });
}
