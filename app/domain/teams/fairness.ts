import type { Candidate, PickRule } from "../bookings/pick-host";
import type { AssignmentType } from "../event-types/event-type";

/** A host was picked for a meeting among those who were asked for, at `at`. */
export type TakenPick = {
  bookingId: string;
  hostId: string;
  rule: PickRule;
  candidates: Candidate[];
  at: number;
  /** The meeting's start. */
  start: number;
  isCancelled: boolean;
};

/** What one member got of the meetings that stand, beside what the weights (or priorities) would have given. */
export type Share = {
  userId: string;
  weight: number;
  priority: number;
  actual: number;
  expected: number;
  /** In how many of the picks they were asked for, and in how many of those they were not free. */
  asked: number;
  notFree: number;
  /** What they were counted for the time before they came, at the latest pick. */
  headStart: number;
};

/** One for each member who was asked for, the most expected first. Picks for meetings that were called off count for nobody. */
export function sharesOf(picks: readonly TakenPick[], assignment: AssignmentType | null): Share[] {
  const shares = new Map<string, Share>();
  const standing = picks.filter(({ isCancelled }) => !isCancelled);
  for (const { hostId, candidates } of [...standing].sort((a, b) => a.at - b.at)) {
    const expected = expectedOf(candidates, assignment);
    for (const { userId, weight, priority, reasons, headStart } of candidates) {
      const before = shares.get(userId) ?? { actual: 0, expected: 0, asked: 0, notFree: 0 };
      shares.set(userId, {
        userId,
        weight,
        priority,
        headStart,
        actual: before.actual + (userId === hostId ? 1 : 0),
        expected: before.expected + expected(userId),
        asked: before.asked + 1,
        notFree: before.notFree + (reasons.length > 0 ? 1 : 0),
      });
    }
  }
  return [...shares.values()].sort((a, b) => b.expected - a.expected || (a.userId < b.userId ? -1 : 1));
}

/** How one meeting would be parted, were everybody always free: by weight, of collective ones among the first in rank. */
function expectedOf(candidates: readonly Candidate[], assignment: AssignmentType | null) {
  const highest = Math.max(...candidates.map(({ priority }) => priority));
  const sharing = assignment === "collective" ? candidates.filter(({ priority }) => priority === highest) : candidates;
  const total = sharing.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Map(sharing.map(({ userId, weight }) => [userId, weight]));
  return (userId: string) => (weights.get(userId) ?? 0) / total;
}
