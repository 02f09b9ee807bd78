import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { teamMembers } from "~db/schema";
import type { FieldProblem } from "../event-types/settings";
import { holdHosting } from "../workspaces/hosting.server";
import type { TeamInput } from "./team";

type Wish = { workspaceId: string; teamId: string; ids: string[] };

export async function memberProblems(tx: Transaction, workspaceId: string, ids: string[]): Promise<FieldProblem[]> {
  if (await holdHosting(tx, workspaceId, ids)) return [];
  return [{ path: "member_ids", message: "Everybody in a team is an active member of this workspace, and no client." }];
}

/** Without shares, whoever is in the team already keeps theirs. */
export async function addMembers(
  tx: Transaction,
  { workspaceId, teamId, ids, shares }: Wish & Pick<TeamInput, "shares">,
) {
  if (ids.length === 0) return;
  const rows = ids.map((userId) => ({ workspaceId, teamId, userId, ...shares?.[userId] }));
  const insert = tx.insert(teamMembers).values(rows);
  await (shares ? insert.onConflictDoUpdate({ target: key, set: sent }) : insert.onConflictDoNothing());
}

export async function removeOthers(tx: Transaction, { workspaceId, teamId, ids }: Wish) {
  const { workspaceId: inWorkspace, teamId: ofTeam, userId } = teamMembers;
  await tx.delete(teamMembers).where(and(eq(inWorkspace, workspaceId), eq(ofTeam, teamId), notInArray(userId, ids)));
}

const key = [teamMembers.workspaceId, teamMembers.teamId, teamMembers.userId];
const sent = { weight: sql`excluded.weight`, priority: sql`excluded.priority` };
