import { measured } from "../data/measured";
import { measuredHosts } from "../data/sizes";
import { dealt, freeTimes, interleaved } from "./free-times";
import type { Call, Clients } from "./load";

/** Bookings that do not get in each other's way, for each round. */
export type Way = { name: string; rounds: Call[][] };

const minutes = 15;

/** One host, another one in each round; all the other hosts at once; and whoever is free of a team, later in the year. */
export async function waysToBook(clients: Clients, rounds: number): Promise<Way[]> {
  const alone = await queues(clients, 0, rounds);
  const others = await queues(clients, rounds, measuredHosts);
  const team = await freeTimes(clients, { event: measured.anyHost, minutes: 30, stretches: [3, 4, 5] });
  return [
    { name: `${others.length} hosts`, rounds: dealt(interleaved(others), rounds) },
    { name: "one host", rounds: alone },
    { name: `any of ${measuredHosts} hosts`, rounds: dealt(team, rounds) },
  ];
}

async function queues(clients: Clients, first: number, end: number) {
  const lists: Call[][] = [];
  for (let host = first; host < end; host++) {
    lists.push(await freeTimes(clients, { event: measured.ofHost(host), minutes, stretches: [0, 1, 2] }));
  }
  return lists;
}
