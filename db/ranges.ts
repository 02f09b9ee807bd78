import { sql, type SQL } from "drizzle-orm";

/**
 * Many tstzranges in one text, their instants as Postgres itself sends them: to write them out as numbers would take longer
 * than to find them. Only for ranges with both ends.
 */
export function rangesSql(column: string): SQL<string | null> {
  const ends = `timestamptz_send(lower(${column})) || timestamptz_send(upper(${column}))`;
  return sql.raw(`encode(string_agg(${ends}, ''), 'base64')`) as SQL<string | null>;
}

const instantBytes = 8;
const year2000 = Date.UTC(2000, 0, 1);

/** What `rangesSql` wrote, as epoch milliseconds: start, end, start, end, … in the order in which they were found. */
export function readRanges(text: string | null): number[] {
  if (text === null) return [];
  const bytes = Buffer.from(text, "base64");
  const instants: number[] = [];
  for (let at = 0; at < bytes.length; at += instantBytes) instants.push(readInstant(bytes, at));
  return instants;
}

/** Sent as microseconds since 2000. */
function readInstant(bytes: Buffer, at: number): number {
  const microseconds = bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
  return year2000 + Math.round(microseconds / 1000);
}
