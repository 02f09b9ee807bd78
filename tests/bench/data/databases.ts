import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "../../../db/migrate";
import { datesAround } from "./dates";
import { fill } from "./fill";
import type { Size } from "./sizes";

/** The database of that size, made when it is missing or made for another month or by another generator. */
export async function prepareDatabase(serverUrl: string, size: Size, log: (line: string) => void) {
  const name = `bench_${size.name}`;
  const url = withDatabase(serverUrl, name);
  const dates = datesAround(Date.now());
  const wanted = JSON.stringify({ ...size, month: dates.month.name, generator: generatorHash() });
  const server = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await server<{ made: string | null }[]>`
      select shobj_description(oid, 'pg_database') as made from pg_database where datname = ${name}`;
    if (found?.made === wanted) return url;
    const started = performance.now();
    log(`Making ${name}: ${size.bookings} bookings, ${size.hosts} hosts, ${size.workspaces} workspaces`);
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.unsafe(`create database ${name}`);
    await migrateDatabase(url);
    await withoutSafety(server, () => fill(url, size, dates, log));
    await server.unsafe(`comment on database ${name} is '${wanted}'`);
    log(`Made ${name} in ${Math.round((performance.now() - started) / 1000)} s`);
    return url;
  } finally {
    await server.end();
  }
}

/** What a power cut loses can be made again; the next start of the cluster takes these settings back as well. */
async function withoutSafety(server: postgres.Sql, work: () => Promise<void>) {
  const settings = { fsync: "off", full_page_writes: "off", max_wal_size: "8GB", autovacuum: "off" };
  for (const [name, value] of Object.entries(settings)) await server.unsafe(`alter system set ${name} = '${value}'`);
  await server`select pg_reload_conf()`;
  try {
    await work();
  } finally {
    for (const name of Object.keys(settings)) await server.unsafe(`alter system reset ${name}`);
    await server`select pg_reload_conf()`;
    await server.unsafe("checkpoint");
  }
}

function withDatabase(serverUrl: string, name: string) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Of the generator, and of the tables that it fills. */
function generatorHash() {
  const hash = createHash("sha256");
  for (const folder of [import.meta.dirname, path.resolve(import.meta.dirname, "../../../db/migrations")]) {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1)))
      hash.update(readFileSync(path.join(folder, name)));
  }
  return hash.digest("hex").slice(0, 12);
}
