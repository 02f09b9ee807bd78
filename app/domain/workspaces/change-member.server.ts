import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { retried } from "~db/retried";
import { users, workspaceMembers } from "~db/schema";
import { record } from "../audit/audit.server";
import { createDefaultSchedule } from "../availability/schedules.server";
import { holdMeetings, leaveDeclined } from "../bookings/leave-declined.server";
import { endSessions } from "../coaches/end-sessions.server";
import { disconnectAll } from "../calendars/disconnect.server";
import { stopReading } from "../calendars/stop-reading.server";
import { endHosting } from "./end-hosting.server";
import { lockOwnersAnd, type OwnersAnd } from "./members.server";
import { whyNeeded } from "./needed-hosts.server";
import { may, type Role } from "./roles";

type Who = { workspaceId: string; actorId: string; userId: string };
type Change = Who & { role?: Role; status?: "active" | "deactivated"; now: number };
type StandingRefusal = "unknown" | "not_allowed" | "not_an_owner" | "not_yourself" | "last_owner";
type Changed = { ok: true } | { ok: false; reason: StandingRefusal | "hosts_event_types" | "has_bookings" };

/**
 * Gives a member another role, deactivates them, or takes that back. Only owners make owners or take that away, and an
 * active one always stays. Nobody stops hosting whom invitees count on.
 */
export function changeMember(wanted: Change): Promise<Changed> {
  return retried(() => db.transaction((tx) => change(tx, wanted)));
}

/** Why the member cannot be deactivated, whatever is done about what they leave behind. */
export function whyNotDeactivatable(who: Who) {
  return retried(() =>
    db.transaction(async (tx) => {
      const people = await lockOwnersAnd(tx, who.workspaceId, [who.actorId, who.userId]);
      return standingRefusal(people, { ...who, status: "deactivated" });
    }),
  );
}

async function change(tx: Transaction, wanted: Change): Promise<Changed> {
  const { workspaceId, actorId, userId, now } = wanted;
  const people = await lockOwnersAnd(tx, workspaceId, [actorId, userId]);
  const refusal = standingRefusal(people, wanted);
  if (refusal) return { ok: false, reason: refusal };
  const member = people.find(userId)!;
  const role = wanted.role === member.role ? undefined : wanted.role;
  const deactivates = wanted.status === "deactivated" && member.isActive;
  const reactivates = wanted.status === "active" && !member.isActive;
  const isNeeded = deactivates || (role && !may(role, "schedules.own"));
  if (isNeeded) await holdMeetings(tx, wanted);
  const need = isNeeded ? await whyNeeded(tx, workspaceId, userId, now) : null;
  if (need) return { ok: false, reason: need };
  if (isNeeded) {
    await leaveDeclined(tx, wanted);
    await endSessions(tx, wanted);
  }

  const actor = { kind: "user" as const, userId: actorId };
  if (role) {
    await giveRole(tx, { workspaceId, userId, role });
    const details = { from: member.role, to: role };
    await record(tx, { workspaceId, actor, action: "member.role_changed", subjectId: userId, details });
  }
  if (deactivates) {
    await endHosting(tx, { workspaceId, userId, owners: people.owners });
    await disconnectAll(tx, { workspaceId, userId, actor, now });
  }
  if (deactivates || reactivates) {
    const deactivatedAt = deactivates ? new Date(now) : null;
    await tx.update(workspaceMembers).set({ deactivatedAt }).where(isMember(workspaceId, userId));
    const action = deactivates ? "member.deactivated" : "member.reactivated";
    await record(tx, { workspaceId, actor, action, subjectId: userId, details: { role: role ?? member.role } });
  }
  return { ok: true };
}

type Wanted = Pick<Change, "actorId" | "userId" | "role" | "status">;

function standingRefusal({ owners, find, roleOf }: OwnersAnd, { actorId, userId, role, status }: Wanted) {
  const member = find(userId);
  if (!member) return "unknown";
  const actorRole = roleOf(actorId);
  if (!actorRole || !may(actorRole, "members.change")) return "not_allowed";
  const isAboutOwner = member.role === "owner" || role === "owner";
  if (isAboutOwner && !may(actorRole, "members.change-owners")) return "not_an_owner";
  const deactivates = status === "deactivated" && member.isActive;
  if (deactivates && actorId === userId) return "not_yourself";
  const staysOwner = !deactivates && (role ?? member.role) === "owner";
  return owners.length === 1 && owners[0] === userId && !staysOwner ? "last_owner" : null;
}

/** Whoever takes meetings from now on gets hours to start from. */
async function giveRole(
  tx: Transaction,
  { workspaceId, userId, role }: { workspaceId: string; userId: string; role: Role },
) {
  await tx.update(workspaceMembers).set({ role }).where(isMember(workspaceId, userId));
  if (!may(role, "schedules.own")) return stopReading(tx, { workspaceId, userId });
  const [user] = await tx.select({ timezone: users.timezone }).from(users).where(eq(users.id, userId));
  await createDefaultSchedule(tx, { workspaceId, userId, timezone: user!.timezone });
}

function isMember(workspaceId: string, userId: string) {
  return and(eq(workspaceMembers.workspaceId, workspaceId), eq(workspaceMembers.userId, userId));
}
