import { randomBytes } from "node:crypto";
import type postgres from "postgres";
import { startEmbeddedPostgres } from "../../db/embedded/start";
import { migrateDatabase } from "../../db/migrate";
import { connect, databaseUrl, once } from "./clone-database";

export type TestServer = { url: string; template: string; stop: () => Promise<void> };

const clonePrefix = "meridian_test_";

/** A Postgres with a migrated database to clone from. It serves one run: two runs at once get one each. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startOwnServer();
  const run = `${clonePrefix}${randomBytes(4).toString("hex")}`;
  // This connection stays open for as long as the run lasts: by its name other runs know whose databases are in use.
  const alive = connect(server.url, run);
  const stop = async () => {
    await dropDatabases(alive, (name) => name.startsWith(run));
    await alive.end();
    await server.stop();
  };
  try {
    await dropStale(alive);
    const template = `${run}_template`;
    await alive.unsafe(`create database ${template}`);
    await migrateDatabase(databaseUrl(server.url, template));
    return { url: server.url, template, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The cluster is kept between runs; a run that finds it taken by another one uses the next. */
async function startOwnServer() {
  for (let number = 1; ; number++) {
    try {
      const server = await startEmbeddedPostgres({ dataDir: `.cache/test-postgres/${number}` });
      // Nothing in it outlives the run, so a power cut may lose it.
      await once(server.url, async (sql) => {
        await sql`alter system set fsync = off`;
        await sql`select pg_reload_conf()`;
      });
      return server;
    } catch (error) {
      const isTaken = error instanceof Error && error.message.includes("is in use by another");
      if (!isTaken || number === 16) throw error;
    }
  }
}

async function dropStale(sql: postgres.Sql) {
  const rows = await sql<{ name: string }[]>`select application_name as name from pg_stat_activity`;
  const alive = rows.map((row) => row.name).filter((name) => name.startsWith(clonePrefix));
  await dropDatabases(sql, (name) => name.startsWith(clonePrefix) && !alive.some((run) => name.startsWith(run)));
}

async function dropDatabases(sql: postgres.Sql, isUnwanted: (name: string) => boolean) {
  const rows = await sql<{ name: string }[]>`select datname as name from pg_database`;
  const unwanted = rows.map((row) => row.name).filter(isUnwanted);
  for (const name of unwanted) await sql.unsafe(`drop database if exists "${name}" with (force)`);
}
