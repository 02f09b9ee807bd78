import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { drizzle } from "drizzle-orm/postgres-js";
import { addJobs, jobsFor } from "~db/queue";

async function rowsReadFromEndToEnd(on: ReturnType<typeof drizzle>) {
  await on.execute(sql`select pg_stat_force_next_flush()`);
  await on.execute(sql`select pg_stat_clear_snapshot()`);
  const [row] = await on.execute<{ rows: string }>(sql`
    select seq_tup_read as rows from pg_stat_user_tables where relname = '_private_jobs'`);
  return Number(row!.rows);
}

test("a job with a key does not read the whole queue, also where it was empty when its statement was planned", async () => {
  const client = postgres(process.env.DATABASE_URL!, { max: 1, onnotice: () => {} });
  const one = drizzle(client);
  const before = await rowsReadFromEndToEnd(one);
  for (let number = 0; number < 60; number++) {
    const key = sql`${`queue-test/${number}`}::text`;
    await one.execute(sql`select ${addJobs(jobsFor("forget_expired", {}, sql`generate_series(1, 1)`, { key }))}`);
  }
  expect((await rowsReadFromEndToEnd(one)) - before).toBe(0);
  await client.end();
});
