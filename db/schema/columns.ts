import { sql } from "drizzle-orm";
import { customType, timestamp, type AnyPgColumn } from "drizzle-orm/pg-core";

/** An instant: always timestamptz. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().defaultNow();

export const updatedAt = () =>
  instant("updated_at")
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date());

/** A stretch of time, written as Postgres does. Half-open. */
export const tstzrange = customType<{ data: string }>({ dataType: () => "tstzrange" });

/** It lasts a while, and has both ends. */
export function isStretch(column: AnyPgColumn) {
  return sql`not (isempty(${column}) or lower_inf(${column}) or upper_inf(${column}))`;
}
