import { and, eq, isNull } from "drizzle-orm";
import { db } from "~db/client";
import { users, workspaceMembers } from "~db/schema";
import { record } from "../audit/audit.server";
import type { ProfilePatch, User } from "./account";
import { userColumns } from "./sessions.server";
import type { z } from "zod";

type Changed = { ok: true; user: User } | { ok: false; reason: "not_a_member" };

/** Changes what is given and leaves the rest. The default workspace is one of the user's own, or null for the first joined. */
export async function changeProfile(user: User, patch: z.output<typeof ProfilePatch>): Promise<Changed> {
  return db.transaction(async (tx) => {
    const workspaceId = patch.defaultWorkspaceId;
    if (workspaceId) {
      const [member] = await tx
        .select({ role: workspaceMembers.role })
        .from(workspaceMembers)
        .where(
          and(
            eq(workspaceMembers.workspaceId, workspaceId),
            eq(workspaceMembers.userId, user.id),
            isNull(workspaceMembers.deactivatedAt),
          ),
        );
      if (!member) return { ok: false, reason: "not_a_member" };
    }
    const [changed] = await tx
      .update(users)
      .set({ ...patch, updatedAt: new Date() })
      .where(eq(users.id, user.id))
      .returning(userColumns);
    const actor = { kind: "user" as const, userId: user.id };
    const details = { fields: Object.keys(patch) };
    await record(tx, { workspaceId: null, actor, action: "account.changed", subjectId: user.id, details });
    return { ok: true, user: changed! };
  });
}
