const minute = 60_000;
const hour = 60 * minute;

/** The waits between ten tries, as Standard Webhooks proposes them: the last one comes about three days after the first. */
const waits = [5_000, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];
const longestWait = 24 * hour;

type Asked = { retryAfter?: number; chance?: number };

/**
 * When what was tried so often is tried again; null: it is given up. Up to a fifth earlier or later, so that those who
 * failed together don't come back together; never before the other side asked for.
 */
export function nextTry(tries: number, now: number, { retryAfter = 0, chance = Math.random() }: Asked = {}) {
  const wait = waits[tries - 1];
  if (wait === undefined) return null;
  const spread = wait * (0.8 + 0.4 * chance);
  return now + Math.round(Math.max(spread, Math.min(retryAfter, longestWait)));
}

/** From when on nothing but failures is more than a hiccup, and its owner is told. */
export const sustainedAfter = hour;

/** From when on a subscriber that only fails is switched off. */
export const switchedOffAfter = 5 * 24 * hour;

/** How long the secret before signs as well. */
export const overlap = 24 * hour;

/** How long events and deliveries are kept. */
export const keptFor = 30 * 24 * hour;
