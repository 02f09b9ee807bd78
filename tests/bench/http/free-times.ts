import { dateText, datesAround } from "../data/dates";
import type { Call, Clients } from "./load";
import { bookPath, slotsPath } from "./scenarios";
import { inviteeDomain } from "./written";

const DAY = 86_400_000;
const daysAtOnce = 60;

/** Stretches of 60 days from the month after this one on, of which the first is 0. */
type Wanted = { event: string; minutes: number; stretches: number[] };

let invitees = 0;

/** A booking for every free time of an event type in those stretches. */
export async function freeTimes(clients: Clients, { event, minutes, stretches }: Wanted): Promise<Call[]> {
  const first = datesAround(Date.now()).workdaysAfter[0]!;
  const calls: Call[] = [];
  for (const stretch of stretches) {
    const [from, to] = [stretch * daysAtOnce, (stretch + 1) * daysAtOnce - 1].map((day) => dateText(first + day * DAY));
    const { status, text } = await clients.send({ path: slotsPath(event, from!, to!, minutes) });
    if (status !== 200) throw new Error(`The slots of ${event} answered ${status}: ${text}`);
    const { slots } = JSON.parse(text) as { slots: { start: string }[] };
    calls.push(...slots.map(({ start }) => booking(event, start, minutes)));
  }
  return calls;
}

/** One of each in turn, so that neighbours meet different hosts. */
export function interleaved(lists: Call[][]): Call[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}

/** In as many parts as there are rounds. */
export function dealt(calls: Call[], rounds: number): Call[][] {
  return Array.from({ length: rounds }, (_, round) => calls.filter((_, index) => index % rounds === round));
}

function booking(event: string, start: string, minutes: number): Call {
  const n = invitees++;
  const person = { name: `Invitee ${n}`, email: `invitee${n}@${inviteeDomain}`, timezone: "Europe/Berlin" };
  return {
    path: bookPath(event),
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...person, start, duration_minutes: minutes }),
  };
}
