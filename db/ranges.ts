import { sql, type SQL } from "drizzle-orm";

/**
 * Many tstzranges in one text, as Postgres itself sends them: to write them out as numbers would take longer than to find
 * them. Only for ranges with both ends.
 */
export function rangesSql(column: string): SQL<string | null> {
  return sql.raw(`encode(string_agg(range_send(${column}), ''), 'base64')`) as SQL<string | null>;
}

// A byte of flags, then each end as its length, always 8, and microseconds since 2000.
const rangeBytes = 25;
const startAt = 5;
const endAt = 17;
const year2000 = Date.UTC(2000, 0, 1);

/** What `rangesSql` wrote, as epoch milliseconds: start, end, start, end, … in the order in which they were found. */
export function readRanges(text: string | null): number[] {
  if (text === null) return [];
  const bytes = Buffer.from(text, "base64");
  const instants: number[] = [];
  for (let at = 0; at < bytes.length; at += rangeBytes) {
    instants.push(readInstant(bytes, at + startAt), readInstant(bytes, at + endAt));
  }
  return instants;
}

function readInstant(bytes: Buffer, at: number): number {
  const microseconds = bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
  return year2000 + Math.round(microseconds / 1000);
}
