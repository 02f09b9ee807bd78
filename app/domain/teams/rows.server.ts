import { and, eq } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { teams } from "~db/schema";
import { record } from "../audit/audit.server";

/** What the deeds on teams share. */
export function rowIs(workspaceId: string, id: string) {
  return and(eq(teams.workspaceId, workspaceId), eq(teams.id, id));
}

type Note = { workspaceId: string; userId: string; id: string; details: Record<string, unknown> };
type Action = "team.created" | "team.changed" | "team.deleted";

export async function note(tx: Transaction, action: Action, { workspaceId, userId, id, details }: Note) {
  await record(tx, { workspaceId, actor: { kind: "user", userId }, action, subjectId: id, details });
}
