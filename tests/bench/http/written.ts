import type postgres from "postgres";

/** The address of every invitee of the bench, by which its bookings are found again. */
export const inviteeDomain = "load.example";

export type Written = Record<string, number>;

/** The rows that one booking of one host by API leaves. Its jobs are two mails and the next reminder. */
export const perBooking: Written = {
  bookings: 1,
  attendees: 2,
  claims: 1,
  history: 1,
  audit: 1,
  notifications: 2,
  jobs: 3,
};

export async function countWritten(sql: postgres.Sql): Promise<Written> {
  const [counts] = await sql<[Record<string, string>]>`
    with made as (select workspace_id, id from bookings where invitee_email like ${`%@${inviteeDomain}`}),
      mails as (select notifications.id from notifications join made on made.workspace_id = notifications.workspace_id and booking_id = made.id)
    select (select count(*) from made) as bookings,
      (select count(*) from booking_attendees a join made on made.workspace_id = a.workspace_id and a.booking_id = made.id) as attendees,
      (select count(*) from claims c join made on made.workspace_id = c.workspace_id and c.booking_id = made.id) as claims,
      (select count(*) from booking_history h join made on made.workspace_id = h.workspace_id and h.booking_id = made.id) as history,
      (select count(*) from audit_log join made on subject_id = made.id) as audit,
      (select count(*) from mails) as notifications,
      (select count(*) from graphile_worker._private_jobs job join mails on mails.id = (job.payload ->> 'notificationId')::uuid)
        + (select count(*) from graphile_worker._private_jobs job join made on job.key = 'remind/' || made.id) as jobs`;
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count)]));
}

/** Leaves the database as it was made, also after a run that was broken off. */
export async function eraseWritten(sql: postgres.Sql) {
  const made = await sql<{ id: string }[]>`select id from bookings where invitee_email like ${`%@${inviteeDomain}`}`;
  if (made.length === 0) return;
  const ids = made.map(({ id }) => id);
  await sql`delete from audit_log where subject_id = any(${ids}::uuid[])`;
  await sql`delete from bookings where id = any(${ids}::uuid[])`;
  await sql`delete from graphile_worker._private_jobs`;
  for (const table of ["bookings", "booking_attendees", "claims", "booking_history", "audit_log", "notifications"]) {
    await sql.unsafe(`vacuum (analyze) ${table}`);
  }
  await sql`vacuum (analyze) graphile_worker._private_jobs`;
}
