import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";

/** Who did what, when. Rows are only ever added. No foreign keys: it outlives what it tells of. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: uuid("workspace_id"),
    actorKind: text("actor_kind", { enum: ["user", "invitee", "system"] }).notNull(),
    actorId: uuid("actor_id"),
    /** `<noun>.<past tense>`, such as `booking.created`. */
    action: text("action").notNull(),
    subjectId: uuid("subject_id"),
    details: jsonb("details").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (table) => [
    index("audit_log_workspace_index").on(table.workspaceId, table.createdAt),
    index("audit_log_subject_index").on(table.subjectId),
    check("audit_log_actor_check", sql`${table.actorKind} in ('user', 'invitee', 'system')`),
  ],
);
