import { sql } from "drizzle-orm";
import type { Transaction } from "./client";

/** Every task and its payload: ids only, because a job re-reads what it is about. */
export type Tasks = {
  send_notification: { notificationId: string };
  finish_bookings: Record<string, never>;
  forget_expired: Record<string, never>;
};

export type TaskName = keyof Tasks;

/** Adds a job that exists if and only if the caller's transaction commits. The same `key` replaces a job that waits. */
export async function enqueue<Name extends TaskName>(
  tx: Transaction,
  task: Name,
  payload: Tasks[Name],
  options: { key?: string; runAt?: Date } = {},
) {
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${task}, ${JSON.stringify(payload)}::json,
      run_at := ${options.runAt?.toISOString() ?? null}::timestamptz,
      job_key := ${options.key ?? null}
    )`);
}
