import { sql } from "drizzle-orm";
import { db } from "~db/client";

export type Readiness = { isReady: boolean; database: boolean; migrated: boolean; workerLagSeconds: number };

/** Beyond this the worker is late enough to count as down, in seconds. */
const tolerableLag = 300;

/** Whether this process can serve: the database answers, its tables are there, and jobs are not left lying. */
export async function readiness(): Promise<Readiness> {
  try {
    const [row] = await db.execute<{ migrated: boolean; lag: string }>(sql`
      select to_regclass('claims') is not null and to_regclass('graphile_worker._private_jobs') is not null as migrated,
        coalesce((
          select extract(epoch from now() - min(greatest(run_at, created_at)))
          from graphile_worker.jobs where run_at <= now() and locked_at is null and attempts < max_attempts
        ), 0) as lag`);
    const workerLagSeconds = Math.round(Number(row!.lag));
    const migrated = row!.migrated;
    return { isReady: migrated && workerLagSeconds < tolerableLag, database: true, migrated, workerLagSeconds };
  } catch {
    return { isReady: false, database: false, migrated: false, workerLagSeconds: 0 };
  }
}
