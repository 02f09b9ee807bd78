import { and, eq } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { bookingEventTypes } from "~db/schema";
import { record } from "~/domain/audit/audit.server";
import type { Member } from "./event-type-rights";

/** What the deeds on event types share. */
export function rowIs(workspaceId: string, id: string) {
  return and(eq(bookingEventTypes.workspaceId, workspaceId), eq(bookingEventTypes.id, id));
}

type Note = { workspaceId: string; member: Member; id: string; details: Record<string, unknown> };
type Action =
  "event_type.created" | "event_type.changed" | "event_type.duplicated" | "event_type.deleted" | "event_type.archived";

export async function note(tx: Transaction, action: Action, { workspaceId, member, id, details }: Note) {
  await record(tx, { workspaceId, actor: { kind: "user", userId: member.userId }, action, subjectId: id, details });
}
