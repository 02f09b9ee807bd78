import { datesAround } from "../data/dates";
import type { Table } from "../table";
import { figure, percent } from "./figures";
import { Clients, median, type Load } from "./load";
import { readScenarios, type Scenario } from "./scenarios";

export type Place = { name: string; url: string };
export type Rounds = { rounds: number; milliseconds: number };
type Measured = { scenario: Scenario; loads: Load[] };

/** Every scenario against every place in turn, round by round, so that what else the machine does strikes all alike. */
export async function measureReads(places: Place[], { rounds, milliseconds }: Rounds): Promise<Table[]> {
  const dates = datesAround(Date.now());
  const lanes = await Promise.all(
    places.map(async (place) => {
      const clients = new Clients(place.url);
      const scenarios = await readScenarios(clients, dates);
      return { place, clients, found: scenarios.map((scenario): Measured => ({ scenario, loads: [] })) };
    }),
  );
  requireSameAnswers(lanes.map(({ found }) => found.map(({ scenario }) => scenario)));
  for (let round = -1; round < rounds; round++) {
    // Who goes first in one round goes last in the next.
    lanes.reverse();
    for (const index of lanes[0]!.found.keys()) {
      for (const { clients, found } of lanes) {
        const { scenario, loads } = found[index]!;
        const load = await clients.run(() => scenario.call, round < 0 ? milliseconds / 2 : milliseconds);
        requireStatus(scenario, load);
        // The round before the first warms up.
        if (round >= 0) loads.push(load);
      }
    }
  }
  lanes.forEach(({ clients }) => clients.close());
  lanes.sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place));
  return [readsTable(lanes.at(-1)!), ...(lanes.length > 1 ? [sizesTable(lanes)] : [])];
}

/** Pages differ by a nonce; JSON must not, because all that is asked for is the same in every database. */
function requireSameAnswers([first, ...others]: Scenario[][]) {
  for (const [index, { name, answer }] of first!.entries()) {
    const differs = answer.startsWith("{") && others.some((other) => other[index]!.answer !== answer);
    if (differs) throw new Error(`${name}: the databases give different answers`);
  }
}

function requireStatus({ name, status }: Scenario, load: Load) {
  if (load.statuses[status] === load.calls) return;
  throw new Error(`${name} answered ${JSON.stringify(load.statuses)} and not ${status}`);
}

function readsTable({ place, found }: { place: Place; found: Measured[] }): Table {
  const yardstick = found[0]!.loads;
  return {
    title: `Reading over HTTP, ${place.name}`,
    columns: ["request", "requests/s", "of the yardstick", "p50 ms", "p99 ms", "answer kB"],
    rows: found.map(({ scenario, loads }) => [
      scenario.name,
      figure(median(perSecond(loads))),
      percent(median(loads.map((load, round) => load.perSecond / yardstick[round]!.perSecond))),
      median(loads.map((load) => load.p50)).toFixed(1),
      median(loads.map((load) => load.p99)).toFixed(1),
      (Buffer.byteLength(scenario.answer) / 1000).toFixed(1),
    ]),
    notes: [`The yardstick is ${found[0]!.scenario.call.path}.`],
  };
}

function sizesTable(lanes: { place: Place; found: Measured[] }[]): Table {
  const [small, large] = [lanes[0]!, lanes.at(-1)!];
  return {
    title: "The same requests on the small and the large database",
    columns: ["request", `requests/s, ${small.place.name}`, `requests/s, ${large.place.name}`, "large to small"],
    rows: small.found.map(({ scenario, loads }, index) => {
      const others = large.found[index]!.loads;
      const ratios = loads.map((load, round) => others[round]!.perSecond / load.perSecond);
      return [
        scenario.name,
        figure(median(perSecond(loads))),
        figure(median(perSecond(others))),
        percent(median(ratios)),
      ];
    }),
    notes: [],
  };
}

function perSecond(loads: Load[]) {
  return loads.map((load) => load.perSecond);
}
