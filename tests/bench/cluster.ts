import postgres from "postgres";
import { startEmbeddedPostgres } from "../../db/embedded/start";

/** Kept between runs, because filling it takes time. */
export const benchFolder = process.env.BENCH_DATA_DIR || ".cache/bench";

/** The bench's own Postgres, with the settings that Meridian starts every one with. */
export async function startCluster() {
  const cluster = await startEmbeddedPostgres({ dataDir: benchFolder, log: console.log });
  const sql = postgres(cluster.url, { max: 1 });
  // A generator that was broken off may have left its own.
  await sql`alter system reset all`;
  await sql`select pg_reload_conf()`;
  await sql.end();
  return cluster;
}
