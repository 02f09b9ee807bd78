const minute = 60_000;
const hour = 60 * minute;

const polling = { open: 4 * hour, none: 5 * minute };
const longestWait = hour;

/** `random`: 0 to 1. It spreads a quarter around, so that calendars which were connected together are not read together. */
export function nextSync(now: number, isWatched: boolean, random: number): number {
  return now + spread(isWatched ? polling.open : polling.none, random);
}

/** After so many failures in a row, one or more: each wait is twice the last one, or as long as the provider asks. */
export function nextTry(now: number, failures: number, retryAfter: number, random: number): number {
  return now + Math.max(spread(Math.min(minute * 2 ** (failures - 1), longestWait), random), retryAfter);
}

/** A watched calendar is read late only where notices were lost, so it is let be for a day. */
export function staleFrom(now: number, isWatched: boolean, afterMinutes: number): number {
  return now + (isWatched ? 24 * hour : afterMinutes * minute);
}

/** A channel that ends before a watched calendar is read again keeps no watch. */
export function isWatching(endsAt: number | null, now: number): boolean {
  return endsAt !== null && endsAt > now + spread(polling.open, 1);
}

function spread(wait: number, random: number) {
  return Math.round(wait * (0.75 + random / 2));
}
