import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import postgres from "postgres";

const everyMinute = 60_000;

/**
 * A worker is alive exactly as long as a session holds the advisory lock of its name: a killed process, a lost machine
 * and a restarted Postgres all end the session. Jobs that are locked in the name of a worker that is gone are freed, at
 * once and then every minute; of several workers that notice it, one does so.
 */
export async function register(url: string, logger: Logger): Promise<{ name: string; leave(): Promise<void> }> {
  const name = `worker-${randomUUID()}`;
  const sql = postgres(url, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} });

  const check = async () => {
    await takeLock(sql, name);
    const freed = await freeJobsOfTheGone(sql, name);
    if (freed.length > 0) logger.warn({ workers: freed }, "freed the jobs of workers that are gone");
  };
  await check();
  const timer = setInterval(() => {
    check().catch((error: unknown) => logger.error({ err: error }, "could not look for workers that are gone"));
  }, everyMinute);

  return {
    name,
    async leave() {
      clearInterval(timer);
      await sql.end({ timeout: 5 });
    },
  };
}

/** Asked for anew at each check, because the connection may have been replaced; a lock that is held is granted again. */
async function takeLock(sql: postgres.Sql, name: string) {
  await sql`
    select set_config('tcp_keepalives_idle', '30', false), pg_try_advisory_lock(hashtextextended(${name}, 0))`;
}

/** Our own lock would be granted to us again, so our own name is left out. */
async function freeJobsOfTheGone(sql: postgres.Sql, ownName: string) {
  const rows = await sql<{ name: string }[]>`
    with lockers as materialized (
      select distinct locked_by as name from graphile_worker.jobs where locked_by <> ${ownName}
    ), gone as materialized (
      select name from lockers where pg_try_advisory_xact_lock(hashtextextended(name, 0))
    )
    select name, graphile_worker.force_unlock_workers(array[name]) from gone`;
  return rows.map((row) => row.name);
}
