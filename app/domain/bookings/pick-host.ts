/** A free host, and what decides between several. */
export type Candidate = {
  userId: string;
  weight: number;
  priority: number;
  /** Pending and confirmed bookings of this event type. */
  live: number;
  /** When this host was last given one, in epoch milliseconds; null for never. */
  lastAssigned: number | null;
};

/** The free hosts in the order in which they are tried: who is first gets the meeting unless a race is lost. */
export function rankHosts(
  candidates: readonly Candidate[],
  assignment: "round_robin" | "collective" | "all_hands" | null,
) {
  const orders = assignment === "collective" ? [byPriority, ...roundRobin] : roundRobin;
  return [...candidates].sort((a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

type Order = (a: Candidate, b: Candidate) => number;

const byPriority: Order = (a, b) => b.priority - a.priority;
const roundRobin: Order[] = [
  (a, b) => a.live / a.weight - b.live / b.weight,
  (a, b) => (a.lastAssigned ?? -Infinity) - (b.lastAssigned ?? -Infinity) || 0,
  (a, b) => (a.userId < b.userId ? -1 : a.userId > b.userId ? 1 : 0),
];
