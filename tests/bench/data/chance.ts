/** Every row is made from its kind and number alone, so that two runs write the same rows. */
const kinds = {
  ...{ user: 0, workspace: 1, schedule: 2, eventType: 3, booking: 4 },
  ...{ person: 5, change: 6, mail: 7, calendar: 8, block: 9, account: 10 },
};

export type Kind = keyof typeof kinds;

/** A whole number below `limit`. `salt` parts several choices for the same thing. */
export function pick(kind: Kind, n: number, salt: number, limit: number): number {
  return hash(kinds[kind] * 64 + salt, n) % limit;
}

/** Spread like random ids, because the place of an id in its index is a part of what is measured. */
export function idOf(kind: Kind, n: number): string {
  const salt = kinds[kind] * 64 + 60;
  const [a, b, c, d] = [hash(salt, n), hash(salt + 1, n), hash(salt + 2, n), hash(salt + 3, n)];
  const [second, third] = [hex(b), hex((c & 0x3fffffff) | 0x80000000)];
  return `${hex(a)}-${second.slice(0, 4)}-4${second.slice(5)}-${third.slice(0, 4)}-${third.slice(4)}${hex(d)}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function hex(word: number): string {
  return `${HEX[word >>> 24]}${HEX[(word >>> 16) & 255]}${HEX[(word >>> 8) & 255]}${HEX[word & 255]}`;
}

function hash(salt: number, n: number): number {
  let word = Math.imul(n + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35);
  word = Math.imul(word ^ (word >>> 16), 0x7feb352d);
  word = Math.imul(word ^ (word >>> 15), 0x846ca68b);
  word = Math.imul(word ^ (word >>> 16) ^ salt, 0x9e3779b1);
  return (word ^ (word >>> 15)) >>> 0;
}
