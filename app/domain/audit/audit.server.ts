import type { Transaction } from "~db/client";
import { auditLog } from "~db/schema";

export type Actor = { kind: "invitee" } | { kind: "user"; userId: string } | { kind: "system" };

type Line = {
  /** Null for what belongs to an account and not to a workspace. */
  workspaceId: string | null;
  actor: Actor;
  /** `<noun>.<past tense>`, such as `booking.created`. */
  action: string;
  subjectId: string | null;
  /** Never a secret: lines are kept for good. */
  details?: Record<string, unknown>;
};

/** Writes who did what, in the transaction that does it. */
export async function record(tx: Transaction, { workspaceId, actor, action, subjectId, details = {} }: Line) {
  const actorId = actor.kind === "user" ? actor.userId : null;
  await tx.insert(auditLog).values({ workspaceId, actorKind: actor.kind, actorId, action, subjectId, details });
}
