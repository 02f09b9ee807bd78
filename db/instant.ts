import { sql, type Placeholder, type SQL } from "drizzle-orm";

/**
 * Epoch milliseconds as a timestamptz in a statement; nothing as null. Not as text: a caller may ask about years that
 * Postgres reads in another form than JavaScript writes.
 */
export function instantSql(ms: number | Placeholder | SQL | null | undefined): SQL {
  return sql`to_timestamp(${ms ?? null}::float8 / 1000)`;
}

/** A timestamptz expression as whole milliseconds. Not extract: by way of numeric it takes three times as long. */
export function millisecondsSql(expression: string): SQL {
  return sql.raw(`round(date_part('epoch', ${expression}) * 1000)::bigint`);
}
