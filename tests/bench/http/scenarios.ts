import type { Dates } from "../data/dates";
import { measured } from "../data/measured";
import type { Call, Clients } from "./load";

export type Scenario = { name: string; call: Call; status: number; answer: string };

const api = `/api/v1/public/book/${measured.workspace}`;

/** What is asked, in the order of the tables; the first is the yardstick. */
export async function readScenarios(clients: Clients, { month }: Dates): Promise<Scenario[]> {
  const zone = `timezone=${measured.visitorZone}`;
  const slots = (event: string) => `${api}/${event}/slots?from=${month.first}&to=${month.last}&${zone}`;
  const page = `/book/${measured.workspace}/${measured.oneHost}?month=${month.name}&${zone}`;
  const { headers } = await clients.send({ path: slots(measured.oneHost) });
  const known: Call = { path: slots(measured.oneHost), headers: { "If-None-Match": headers.etag ?? "" } };
  const asked: [string, Call, number][] = [
    ["a JSON route that does nothing", { path: await yardstick(clients) }, 200],
    ["month of one host", { path: slots(measured.oneHost) }, 200],
    ["the same, not changed (ETag)", known, 304],
    ["month of one host, limits per day and week", { path: slots(measured.oneHostLimited) }, 200],
    ["month of any of 50 hosts", { path: slots(measured.anyHost) }, 200],
    ["month of all of 50 hosts", { path: slots(measured.allHosts) }, 200],
    ["booking page (HTML)", { path: page }, 200],
  ];
  return Promise.all(asked.map(([name, call, status]) => tried(clients, { name, call, status })));
}

/** A wrong or an empty answer would be a quick one, and measure nothing. */
async function tried(clients: Clients, scenario: Omit<Scenario, "answer">): Promise<Scenario> {
  const { status, text } = await clients.send(scenario.call);
  const isEmpty = text.includes('"slots":[]');
  if (status !== scenario.status || isEmpty) throw new Error(`${scenario.name} answered ${status}: ${text}`);
  return { ...scenario, answer: text };
}

export function slotsPath(event: string, from: string, to: string, minutes: number) {
  return `${api}/${event}/slots?from=${from}&to=${to}&timezone=UTC&duration=${minutes}`;
}

export function bookPath(event: string) {
  return `${api}/${event}/book`;
}

async function yardstick(clients: Clients) {
  const own = "/api/v1/bookings/health";
  return (await clients.send({ path: own })).status === 200 ? own : "/healthz";
}
