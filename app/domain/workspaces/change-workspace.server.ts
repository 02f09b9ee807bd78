import { eq } from "drizzle-orm";
import type { z } from "zod";
import { db, refusedBy } from "~db/client";
import { workspaces } from "~db/schema";
import { record } from "../audit/audit.server";
import type { WorkspacePatch } from "./workspace";
import type { Workspace } from "./workspaces.server";

type Change = { workspaceId: string; userId: string; patch: z.output<typeof WorkspacePatch> };
type Changed = { ok: true; workspace: Workspace } | { ok: false; reason: "slug_taken" };

/** Changes what is given and leaves the rest. */
export async function changeWorkspace({ workspaceId, userId, patch }: Change): Promise<Changed> {
  const { takes_clients: takesClients, ...named } = patch;
  try {
    return await db.transaction(async (tx) => {
      const [workspace] = await tx
        .update(workspaces)
        .set({ ...named, takesClients, updatedAt: new Date() })
        .where(eq(workspaces.id, workspaceId))
        .returning();
      const actor = { kind: "user" as const, userId };
      await record(tx, { workspaceId, actor, action: "workspace.changed", subjectId: workspaceId, details: patch });
      return { ok: true, workspace: workspace! };
    });
  } catch (error) {
    if (refusedBy(error)?.constraint === "workspaces_slug_unique") return { ok: false, reason: "slug_taken" };
    throw error;
  }
}
