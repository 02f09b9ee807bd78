import { and, eq } from "drizzle-orm";
import { db } from "~db/client";
import { users, workspaceMembers } from "~db/schema";
import { record } from "../audit/audit.server";
import { createDefaultSchedule } from "../availability/schedules.server";
import { lockOwnersAnd } from "./members.server";
import { whyNeeded } from "./needed-hosts.server";
import { may, type Role } from "./roles";

type Change = { workspaceId: string; actorId: string; userId: string; role: Role; now: number };
type Refusal = "unknown" | "not_allowed" | "not_an_owner" | "last_owner" | "hosts_event_types" | "has_bookings";
type Changed = { ok: true } | { ok: false; reason: Refusal };

/** Only owners make owners or take that away, and one always stays. Nobody becomes a client whom invitees count on. */
export async function changeRole({ workspaceId, actorId, userId, role, now }: Change): Promise<Changed> {
  return db.transaction(async (tx) => {
    const { owners, roleOf } = await lockOwnersAnd(tx, workspaceId, [actorId, userId]);
    const [actorRole, present] = [roleOf(actorId), roleOf(userId)];
    if (!present) return { ok: false, reason: "unknown" };
    if (!actorRole || !may(actorRole, "members.change")) return { ok: false, reason: "not_allowed" };
    if ((present === "owner" || role === "owner") && actorRole !== "owner")
      return { ok: false, reason: "not_an_owner" };
    if (present === "owner" && role !== "owner" && owners.length === 1) return { ok: false, reason: "last_owner" };
    if (present === role) return { ok: true };
    const need = may(role, "schedules.own") ? null : await whyNeeded(tx, workspaceId, userId, now);
    if (need) return { ok: false, reason: need };
    const [changed] = await tx
      .update(workspaceMembers)
      .set({ role })
      .from(users)
      .where(
        and(
          eq(workspaceMembers.workspaceId, workspaceId),
          eq(workspaceMembers.userId, userId),
          eq(users.id, workspaceMembers.userId),
        ),
      )
      .returning({ timezone: users.timezone });
    if (may(role, "schedules.own"))
      await createDefaultSchedule(tx, { workspaceId, userId, timezone: changed!.timezone });
    const actor = { kind: "user" as const, userId: actorId };
    const details = { from: present, to: role };
    await record(tx, { workspaceId, actor, action: "member.role_changed", subjectId: userId, details });
    return { ok: true };
  });
}
