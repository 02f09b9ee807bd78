import { sql, type SQL } from "drizzle-orm";

/** Every task and its payload: ids, and for which turn it is, because a job re-reads what it is about. */
export type Tasks = {
  send_notification: { notificationId: string; round: number; attempt: number };
  check_delivery: { notificationId: string; round: number };
  remind: { workspaceId: string; bookingId: string; at: number };
  cancel_bookings: { workspaceId: string; cancellationId: string };
  write_calendar_event: { workspaceId: string; id: string; round: number };
  forget_calendar_account: { workspaceId: string; accountId: string; channels: WatchedChannel[] };
  save_contact: { workspaceId: string; bookingId: string; accountId: string };
  sync_calendar: { workspaceId: string; connectionId: string };
  sync_due_calendars: Record<string, never>;
  stop_calendar_channels: { workspaceId: string; accountId: string; channels: WatchedChannel[] };
  deliver_webhook: { workspaceId: string; deliveryId: string; round: number };
  finish_bookings: Record<string, never>;
  forget_expired: Record<string, never>;
};

/** What a provider wants to know when it is to stop telling. */
export type WatchedChannel = { channelId: string; resourceId: string | null };

export type TaskName = keyof Tasks;

/**
 * `key`: a job with the same key that still waits is replaced. `runAt`: when, if not at once. `priority`: above 0 it waits
 * for those that are due and have a lower one. `queue`: of those with the same one runs one at a time.
 */
type Options = { key?: SQL; runAt?: SQL; priority?: SQL; queue?: SQL };

/** Adds jobs, as a part of a statement. A number, that of the jobs. */
export function addJobs(...jobs: SQL[]): SQL<string> {
  return sql`(select count(*) from graphile_worker.add_jobs(${sql.join(jobs, sql` || `)}))`;
}

/**
 * A job for each row of `from`, for `addJobs` in the statement that writes those rows: they exist if and only if its
 * transaction commits.
 */
export function jobsFor<Name extends TaskName>(
  task: Name,
  payload: Record<keyof Tasks[Name] & string, SQL>,
  from: SQL,
  { key = sql`null`, runAt = sql`null`, priority = sql`null`, queue = sql`null` }: Options = {},
): SQL {
  const members = Object.entries<SQL>(payload).map(([name, value]) => sql`${literal(name)}, ${value}`);
  const json = sql`json_build_object(${sql.join(members, sql`, `)})`;
  const spec = sql`(${literal(task)}, ${json}, ${queue}, ${runAt}, null, ${key}, ${priority}, null)`;
  return sql`array(select ${spec}::graphile_worker.job_spec from ${from})`;
}

/** One of our own names, which is the same in every call: as a value it would be sent anew each time. */
function literal(name: string) {
  return sql.raw(`'${name}'`);
}
