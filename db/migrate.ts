import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import { fileURLToPath } from "node:url";
import postgres from "postgres";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
const migrationLock = 4_172_026;

/** Brings the schema up to date: ours, then the queue's. Several processes may call it at once; one does the work. */
export async function migrateDatabase(url: string) {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(client), { migrationsFolder });
    await runMigrations({ connectionString: url, logger: undefined });
    // Planned while the queue is empty, it would read all of it for each job with a key until the next analyze.
    await client`
      alter function graphile_worker.add_jobs(graphile_worker.job_spec[], boolean) set enable_seqscan to off`;
  } finally {
    await client.end();
  }
}
