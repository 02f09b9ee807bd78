import { and, eq } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { bookingTemplates } from "~db/schema";
import { record } from "../audit/audit.server";
import type { Role } from "../workspaces/roles";

/** What the deeds on templates share. */
export type Member = { userId: string; role: Role };
export type Closed = { ok: false; reason: "not_found" | "not_allowed" };

export function rowIs(workspaceId: string, id: string) {
  return and(eq(bookingTemplates.workspaceId, workspaceId), eq(bookingTemplates.id, id));
}

type Note = { workspaceId: string; member: Member; id: string; details: Record<string, unknown> };
type Action = "template.created" | "template.changed" | "template.deleted";

export async function note(tx: Transaction, action: Action, { workspaceId, member, id, details }: Note) {
  await record(tx, { workspaceId, actor: { kind: "user", userId: member.userId }, action, subjectId: id, details });
}
