import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { createdAt, instant } from "./columns";
import { workspaces } from "./workspaces";

/** Many bookings cancelled with one message: what it is told to do, and how far it has come. */
export const bookingBulkCancellations = pgTable(
  "booking_bulk_cancellations",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    id: uuid("id").notNull().defaultRandom(),
    actorId: uuid("actor_id")
      .notNull()
      .references(() => users.id),
    reason: text("reason").notNull().default(""),
    bookingIds: uuid("booking_ids").array().notNull(),
    /** How many of them have been seen to, and how many of those could not be cancelled any more. */
    done: integer("done").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    createdAt: createdAt(),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    primaryKey({ name: "booking_bulk_cancellations_pkey", columns: [table.workspaceId, table.id] }),
    index("booking_bulk_cancellations_actor_index").on(table.actorId),
  ],
);
