import postgres from "postgres";
import { datesAround } from "../data/dates";
import { measured } from "../data/measured";
import type { Table } from "../table";
import { freeTimes } from "./free-times";
import { Clients, type Call } from "./load";
import { pagesOf, readsOf, wholeTables } from "./plans";
import { readScenarios } from "./scenarios";
import { startWeb } from "./server";
import { explaining, statementsOf, type Statements } from "./statement-log";
import { eraseWritten } from "./written";

type Counted = { name: string; statements: Statements };

/** How many statements a request of each kind sends, and how each of them finds its rows. */
export async function countQueries(databaseUrl: string): Promise<{ table: Table; plans: string }> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const web = await startWeb(explaining(databaseUrl));
  const clients = new Clients(web.url);
  try {
    await eraseWritten(sql);
    const scenarios = await readScenarios(clients, datesAround(Date.now()));
    const counted: Counted[] = [];
    for (const { name, call } of scenarios.slice(1)) {
      counted.push({ name, statements: await afterWarmUp(clients, () => call) });
    }
    const queue = await freeTimes(clients, { event: measured.ofHost(0), minutes: 15, stretches: [0] });
    counted.push({ name: "booking of one host", statements: await afterWarmUp(clients, () => queue.pop()!) });
    return { table: queriesTable(counted), plans: counted.map(described).join("\n\n") };
  } finally {
    clients.close();
    await web.stop();
    await eraseWritten(sql);
    await sql.end();
  }
}

/** Every connection knows its statements by then, and Postgres has settled on how to run them. */
async function afterWarmUp(clients: Clients, next: () => Call) {
  let left = 200;
  await clients.run(() => (left-- > 0 ? next() : undefined), 60_000);
  return statementsOf(() => clients.send(next()));
}

function queriesTable(counted: Counted[]): Table {
  return {
    title: "Statements of one request",
    columns: ["request", "statements", "pages read", "ms in Postgres", "big tables read whole"],
    rows: counted.map(({ name, statements: { sent, explained } }) => {
      const plans = explained.map((each) => each.Plan);
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
      return [
        name,
        String(sent.length),
        String(sum(plans.map(pagesOf))),
        sum(plans.map((plan) => plan["Actual Total Time"])).toFixed(2),
        [...new Set(plans.flatMap(wholeTables))].join(", ") || "none",
      ];
    }),
    notes: ["As Postgres logs them, transaction control included. A page is 8 kB, nearly always in memory."],
  };
}

function described({ name, statements: { sent, explained } }: Counted) {
  const lines = explained.flatMap(({ "Query Text": text, Plan: plan }, index) => [
    `  ${index + 1}. ${shortened(text)} (${plan["Actual Total Time"].toFixed(2)} ms)`,
    ...readsOf(plan).map((line) => `     ${line}`),
  ]);
  return [`${name}: ${sent.length} statements`, ...lines].join("\n");
}

function shortened(text: string) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}
