import postgres from "postgres";
import type { Table } from "../table";
import { figure, percent } from "./figures";
import { Clients, median, type Load } from "./load";
import type { Place, Rounds } from "./reads";
import { waysToBook, type Way } from "./ways";
import { countWritten, eraseWritten, perBooking, type Written } from "./written";
import { Yardsticks } from "./yardsticks";

type Measured = { name: string; loads: Load[] };
type Bare = { inserts: number[]; commits: number[] };

/** Eight clients book distinct free times; then the rows are counted, and taken away again. */
export async function measureBookings(place: Place, databaseUrl: string, rounds: Rounds): Promise<Table[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const clients = new Clients(place.url);
  const yardsticks = new Yardsticks(databaseUrl);
  try {
    await yardsticks.prepare();
    // The first round warms up: its bookings count among the rows, its speed does not.
    const ways = await waysToBook(clients, rounds.rounds + 1);
    const { measured, bare } = await measure(clients, ways, yardsticks, rounds);
    const accepted = measured.flatMap(({ loads }) => loads).reduce((sum, load) => sum + load.calls, 0);
    return [speedTable(place, measured, bare), rowsTable(await countWritten(sql), accepted)];
  } finally {
    clients.close();
    await yardsticks.close();
    await eraseWritten(sql);
    await sql.end();
  }
}

async function measure(clients: Clients, ways: Way[], yardsticks: Yardsticks, { rounds, milliseconds }: Rounds) {
  const bare: Bare = { inserts: [], commits: [] };
  const measured = ways.map(({ name }): Measured => ({ name, loads: [] }));
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { name, rounds: queues }] of ways.entries()) {
      const queue = queues[round]!;
      const load = await clients.run(() => queue.pop(), milliseconds);
      if (load.statuses[201] !== load.calls) throw new Error(`${name}: answers ${JSON.stringify(load.statuses)}`);
      measured[index]!.loads.push(load);
    }
    bare.inserts.push(await yardsticks.bareInsert(milliseconds));
    bare.commits.push(await yardsticks.commits(milliseconds));
  }
  return { measured, bare };
}

function speedTable(place: Place, measured: Measured[], { inserts, commits }: Bare): Table {
  const middle = (values: number[]) => median(values.slice(1));
  const row = (name: string, perSecond: number[], times: string[]) => [
    name,
    figure(middle(perSecond)),
    percent(middle(perSecond.map((value, round) => value / inserts[round]!))),
    percent(middle(perSecond.map((value, round) => value / commits[round]!))),
    ...times,
  ];
  const booked = measured.map(({ name, loads }) => {
    const times = [loads.map((load) => load.p50), loads.map((load) => load.p99)];
    const perSecond = loads.map((load) => load.perSecond);
    return row(
      `bookings, ${name}`,
      perSecond,
      times.map(middle).map((time) => time.toFixed(1)),
    );
  });
  return {
    title: `Booking over HTTP, ${place.name}`,
    columns: ["8 clients", "per second", "of bare inserts", "of commits", "p50 ms", "p99 ms"],
    rows: [
      ...booked,
      row("bare inserts under the same constraint", inserts, ["", ""]),
      row("transactions that write one number", commits, ["", ""]),
    ],
    notes: [],
  };
}

function rowsTable(written: Written, accepted: number): Table {
  const isWrong = Object.entries(perBooking).some(([name, each]) => written[name] !== each * accepted);
  if (isWrong) throw new Error(`${accepted} bookings were accepted, but there are ${JSON.stringify(written)}`);
  return {
    title: "Rows written by them",
    columns: ["rows", "in all", "per booking"],
    rows: Object.entries(written).map(([name, count]) => [name, figure(count), String(count / accepted)]),
    notes: [],
  };
}
