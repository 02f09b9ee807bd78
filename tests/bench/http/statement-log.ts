import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { benchFolder } from "../cluster";
import type { Plan } from "./plans";

/** What Postgres did: every statement that it was sent, and how it found the rows of those that have any. */
export type Statements = { sent: string[]; explained: Explained[] };
export type Explained = { "Query Text": string; Plan: Plan };

const log = path.join(benchFolder, "postgres.log");

/** An address of the database whose sessions write each statement and its plan into the log. */
export function explaining(databaseUrl: string) {
  const url = new URL(databaseUrl);
  const settings = {
    log_statement: "all",
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_buffers": "on",
    "auto_explain.log_format": "json",
  };
  for (const [name, value] of Object.entries(settings)) url.searchParams.set(name, value);
  return url.href;
}

/** What the log says of a deed. Nothing else may use a database of that address meanwhile. */
export async function statementsOf(deed: () => Promise<unknown>): Promise<Statements> {
  const before = statSync(log).size;
  await deed();
  let text = "";
  for (let length = -1; length !== text.length; await sleep(60)) {
    length = text.length;
    text = readFrom(before);
  }
  const entries = text.split(/^(?=\d{4}-\d\d-\d\d .* LOG: {2})/m).map((entry) => entry.replace(/^.*? LOG: {2}/, ""));
  return { sent: entries.flatMap(statement), explained: entries.flatMap(explained) };
}

function statement(entry: string) {
  const found = /^(?:statement|execute [^:]*): ([^]*)$/.exec(entry);
  return found ? [found[1]!.trim()] : [];
}

function explained(entry: string) {
  const found = /^duration: [\d.]+ ms {2}plan:\s*([^]*)$/.exec(entry);
  return found ? [JSON.parse(found[1]!.replace(/^\t/gm, "")) as Explained] : [];
}

function readFrom(offset: number) {
  const file = openSync(log, "r");
  const bytes = Buffer.alloc(fstatSync(file).size - offset);
  readSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
  return bytes.toString("utf8");
}
