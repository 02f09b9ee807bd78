import { parseArgs } from "node:util";
import postgres from "postgres";
import type { Running } from "../support/processes";
import { startCluster } from "./cluster";
import { prepareDatabase } from "./data/databases";
import { sizes } from "./data/sizes";
import { engineBench } from "./engine/engine";
import { measureBookings } from "./http/books";
import { countQueries } from "./http/queries";
import { measureReads, type Place } from "./http/reads";
import { startWeb } from "./http/server";
import { eraseWritten } from "./http/written";
import { machine } from "./machine";
import { writeReadme } from "./readme";
import { markdown, type Table } from "./table";

const parts = ["engine", "http", "booking", "queries"] as const;
const usage = `npm run bench                          # everything
npm run bench -- --only http,booking   # some of ${parts.join(", ")}
npm run bench -- --small               # short rounds on the small database alone, for a quick look
npm run bench -- --write               # puts the tables into tests/bench/README.md as well`;

type Part = (typeof parts)[number];

const options = readOptions();
const rounds = options.small ? { rounds: 5, milliseconds: 300 } : { rounds: 21, milliseconds: 500 };

if (wants("engine")) await tell("engine", [await engineBench()]);
if (wants("http") || wants("booking") || wants("queries")) await withDatabases();

async function withDatabases() {
  const cluster = await startCluster();
  try {
    const databases: Database[] = [];
    for (const size of options.small ? [sizes.small] : [sizes.small, sizes.large]) {
      const url = await prepareDatabase(cluster.url, size, console.log);
      await eraseLeftovers(url);
      databases.push({ url, name: `${size.bookings.toLocaleString("en-GB")} bookings` });
    }
    const release = await releaseOf(cluster.url);
    if (wants("http") || wants("booking")) await measureWebs(databases, release);
    if (wants("queries")) {
      const { table, plans } = await countQueries(databases.at(-1)!.url);
      await tell("queries", [table], release, plans);
    }
  } finally {
    await cluster.stop();
  }
}

type Database = { name: string; url: string };

/** A server for each database, all of them running at once. */
async function measureWebs(databases: Database[], release: string) {
  const webs: Running[] = [];
  try {
    for (const { url } of databases) webs.push(await startWeb(url));
    const places = webs.map(({ url }, index): Place => ({ url, name: databases[index]!.name }));
    if (wants("http")) await tell("http", await measureReads(places, rounds), release);
    const [place, database] = [places.at(-1)!, databases.at(-1)!];
    if (wants("booking")) await tell("booking", await measureBookings(place, database.url, rounds), release);
  } finally {
    for (const web of webs) await web.stop();
  }
}

async function tell(part: Part, tables: Table[], release = "", plans = "") {
  const where = `Measured ${machine()}${release}.`;
  const listing = plans && `\`\`\`text\n${plans}\n\`\`\``;
  const text = [where, ...tables.map(markdown), listing].filter(Boolean).join("\n\n");
  console.log(`\n${text}\n`);
  if (options.write) await writeReadme(part, text);
}

/** A run that was broken off leaves its bookings, and then there is less to read. */
async function eraseLeftovers(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await eraseWritten(sql).finally(() => sql.end());
}

async function releaseOf(url: string) {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql<[{ version: string }]>`select current_setting('server_version') as version`;
  await sql.end();
  return `, Postgres ${row.version}`;
}

function wants(part: Part) {
  return options.only.includes(part);
}

function readOptions() {
  const { values } = parseArgs({
    options: { only: { type: "string" }, small: { type: "boolean" }, write: { type: "boolean" } },
  });
  const only = values.only?.split(",") ?? [...parts];
  const unknown = only.filter((part) => !parts.some((known) => known === part));
  if (unknown.length > 0) refuse(`There is no part ${unknown.join(", ")}.`);
  if (values.small && values.write) refuse("A quick look is not written down.");
  return { ...values, only };
}

function refuse(why: string) {
  console.error(`${why}\n${usage}`);
  process.exit(2);
}
