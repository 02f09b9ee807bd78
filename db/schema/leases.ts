import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** The right to do something that only so many may do at once, until a moment that a process which dies cannot put off. */
export const leases = pgTable(
  "leases",
  {
    name: text("name").notNull(),
    place: integer("place").notNull(),
    holder: uuid("holder").notNull(),
    until: instant("until").notNull(),
  },
  (table) => [primaryKey({ name: "leases_pkey", columns: [table.name, table.place] })],
);
