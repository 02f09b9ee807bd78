import { sql, type SQL } from "drizzle-orm";

/** Every task and its payload: ids only, because a job re-reads what it is about. */
export type Tasks = {
  send_notification: { notificationId: string };
  finish_bookings: Record<string, never>;
  forget_expired: Record<string, never>;
};

export type TaskName = keyof Tasks;

/**
 * Adds a job, as a part of a statement, so that many can be added in one. It exists if and only if the statement's
 * transaction commits.
 */
export function addJob<Name extends TaskName>(task: Name, payload: Record<keyof Tasks[Name] & string, SQL>) {
  const members = Object.entries<SQL>(payload).map(([name, value]) => sql`${name}::text, ${value}`);
  return sql`(graphile_worker.add_job(${task}, json_build_object(${sql.join(members, sql`, `)}))).id`;
}
