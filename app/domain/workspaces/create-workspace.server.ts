import type { z } from "zod";
import { db, refusedBy } from "~db/client";
import { workspaceMembers, workspaces } from "~db/schema";
import type { User } from "../accounts/account";
import { record } from "../audit/audit.server";
import { createDefaultSchedule } from "../availability/schedules.server";
import type { NewWorkspaceInput } from "./workspace";
import type { Workspace } from "./workspaces.server";

type Created = { ok: true; workspace: Workspace } | { ok: false; reason: "slug_taken" };

/** The creator becomes its owner, with working hours to start from. */
export async function createWorkspace(creator: User, input: z.output<typeof NewWorkspaceInput>): Promise<Created> {
  try {
    return await db.transaction(async (tx) => {
      const [workspace] = await tx.insert(workspaces).values(input).returning();
      const workspaceId = workspace!.id;
      await tx.insert(workspaceMembers).values({ workspaceId, userId: creator.id, role: "owner" });
      await createDefaultSchedule(tx, { workspaceId, userId: creator.id, timezone: creator.timezone });
      const actor = { kind: "user" as const, userId: creator.id };
      await record(tx, { workspaceId, actor, action: "workspace.created", subjectId: workspaceId, details: input });
      return { ok: true, workspace: workspace! };
    });
  } catch (error) {
    if (refusedBy(error)?.constraint === "workspaces_slug_unique") return { ok: false, reason: "slug_taken" };
    throw error;
  }
}
