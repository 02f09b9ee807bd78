import type { Candidate } from "~/domain/bookings/pick-host";

/** A host who was asked for and is free, with nothing yet: only what a test gives differs. */
export function candidate(userId: string, given: Partial<Candidate> = {}): Candidate {
  return { userId, weight: 1, priority: 0, reasons: [], live: 0, headStart: 0, lastAssigned: null, ...given };
}
