import { sql, type SQL } from "drizzle-orm";

/** Every task and its payload: ids only, because a job re-reads what it is about. */
export type Tasks = {
  send_notification: { notificationId: string };
  finish_bookings: Record<string, never>;
  forget_expired: Record<string, never>;
};

export type TaskName = keyof Tasks;

/**
 * Adds a job for each row of `from`, as a part of a statement that writes those rows: they exist if and only if its
 * transaction commits. A number, that of the jobs.
 */
export function addJobs<Name extends TaskName>(
  task: Name,
  payload: Record<keyof Tasks[Name] & string, SQL>,
  from: SQL,
): SQL<string> {
  const members = Object.entries<SQL>(payload).map(([name, value]) => sql`${name}::text, ${value}`);
  const spec = sql`(${task}, json_build_object(${sql.join(members, sql`, `)}), null, null, null, null, null, null)`;
  return sql`(
    select count(*) from graphile_worker.add_jobs(array(select ${spec}::graphile_worker.job_spec from ${from}))
  )`;
}
