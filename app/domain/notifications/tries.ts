/**
 * One try of one mail, which is what a job is given. A mail that has moved on since, to its next try or to another round,
 * is not this job's any more.
 */
export type Turn = { notificationId: string; round: number; attempt: number };

const minute = 60_000;
const waits = [0.5, 2, 10, 30, 60, 120, 240, 480].map((minutes) => minutes * minute);
const longestWait = 24 * 60 * minute;

/** When a mail that was tried so often is tried again: nine times within 16 hours, or later where the other side asks. */
export function nextTry(tries: number, now: number, retryAfter = 0): number | null {
  const wait = waits[tries - 1];
  return wait === undefined ? null : now + Math.max(wait, Math.min(retryAfter, longestWait));
}
