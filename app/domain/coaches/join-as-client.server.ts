import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { db, inOneTransaction, type Database, type Transaction } from "~db/client";
import { workspaceMembers, workspaces } from "~db/schema";
import type { RegisterInput, User } from "../accounts/account";
import type { Origin } from "../accounts/accounts.server";
import { signUp } from "../accounts/sign-up.server";
import { record } from "../audit/audit.server";
import type { Role } from "../workspaces/roles";

type Refusal =
  /** This workspace takes clients by invitation only. */
  | { ok: false; reason: "closed" }
  /** They are in it already, as what they are. */
  | { ok: false; reason: "already_member"; role: Role }
  /** Somebody took them out, and only they can take them back. */
  | { ok: false; reason: "deactivated" };

/** Makes the signed-in user a client of a workspace that takes everybody. */
export async function joinAsClient(workspaceId: string, user: User): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const [workspace] = await tx
      .select({ takesClients: workspaces.takesClients })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId))
      .for("share");
    const values = { workspaceId, userId: user.id, role: "client" } as const;
    const [made] = workspace?.takesClients
      ? await tx.insert(workspaceMembers).values(values).onConflictDoNothing().returning()
      : [];
    if (made) {
      const actor = { kind: "user", userId: user.id } as const;
      const details = { role: "client", invitation: null };
      await record(tx, { workspaceId, actor, action: "member.joined", subjectId: user.id, details });
      return { ok: true };
    }
    const place = await findPlace(workspaceId, user.id, tx);
    if (!place) return { ok: false, reason: "closed" };
    if (place.isDeactivated) return { ok: false, reason: "deactivated" };
    return { ok: false, reason: "already_member", role: place.role };
  });
}

/** What somebody is in a workspace, deactivated or not; null where they are no member of it. */
export async function findPlace(workspaceId: string, userId: string, on: Database | Transaction = db) {
  const [member] = await on
    .select({ role: workspaceMembers.role, deactivatedAt: workspaceMembers.deactivatedAt })
    .from(workspaceMembers)
    .where(and(eq(workspaceMembers.workspaceId, workspaceId), eq(workspaceMembers.userId, userId)));
  return member ? { role: member.role, isDeactivated: member.deactivatedAt !== null } : null;
}

type NewClient = { workspaceId: string; input: z.output<typeof RegisterInput>; language: string } & Origin;
type Joined = { ok: true; user: User; token: string } | { ok: false; reason: "closed" | "email_taken" };

/** Makes an account, signs it in, and makes it a client of the workspace; or nothing of it. */
export async function signUpAsClient({ workspaceId, ...account }: NewClient): Promise<Joined> {
  try {
    return await inOneTransaction(async () => {
      const made = await signUp({ ...account, kind: "browser" });
      if (!made.ok) return made;
      const joined = await joinAsClient(workspaceId, made.user);
      if (!joined.ok) throw new Closed();
      return made;
    });
  } catch (error) {
    if (error instanceof Closed) return { ok: false, reason: "closed" };
    throw error;
  }
}

class Closed extends Error {}
