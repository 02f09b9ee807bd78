import type { Reason } from "../availability/slots";
import type { AssignmentType } from "../event-types/event-type";

/** A host who was asked for, and what decides between several. */
export type Candidate = {
  userId: string;
  weight: number;
  priority: number;
  /** Why they cannot have it; empty for who is free. */
  reasons: Reason[];
  /** Bookings of this event type that wait or are confirmed, and are not over. */
  live: number;
  /** What a host who came later starts with, as if they had had their share before: nobody is flooded on arrival. */
  headStart: number;
  /** When this host was last picked for one, in epoch milliseconds; null for never. */
  lastAssigned: number | null;
};

/** What decided for whoever got it. `lost_race`: those before were booked elsewhere in that very moment. */
export type PickRule = "only_one_free" | "priority" | "fewest" | "longest_ago" | "id" | "lost_race";

export type Pick = { rule: PickRule; candidates: Candidate[] };

/** The free hosts in the order in which they are tried: who is first gets the meeting unless a race is lost. */
export function rankHosts(candidates: readonly Candidate[], assignment: AssignmentType | null): Candidate[] {
  const orders = ordersOf(assignment);
  const free = candidates.filter(({ reasons }) => reasons.length === 0);
  return free.sort((a, b) => orders.map(([, order]) => order(a, b)).find((difference) => difference !== 0) ?? 0);
}

/** The rule that put the first of a ranking before the second. */
export function rulingOf([first, second]: readonly Candidate[], assignment: AssignmentType | null): PickRule {
  if (!first || !second) return "only_one_free";
  return ordersOf(assignment).find(([, order]) => order(first, second) !== 0)?.[0] ?? "id";
}

/** Bookings per weight, the head start counted in. */
export function loadOf({ live, headStart, weight }: Share): number {
  return (live + headStart) / weight;
}

type Share = { live: number; headStart: number; weight: number };
type Order = readonly [PickRule, (a: Candidate, b: Candidate) => number];

function ordersOf(assignment: AssignmentType | null): readonly Order[] {
  return assignment === "collective" ? [byPriority, ...roundRobin] : roundRobin;
}

const byPriority: Order = ["priority", (a, b) => b.priority - a.priority];
const roundRobin: Order[] = [
  ["fewest", (a, b) => loadOf(a) - loadOf(b)],
  ["longest_ago", (a, b) => (a.lastAssigned ?? -Infinity) - (b.lastAssigned ?? -Infinity) || 0],
  ["id", (a, b) => (a.userId < b.userId ? -1 : a.userId > b.userId ? 1 : 0)],
];
