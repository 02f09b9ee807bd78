import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { retried } from "~db/retried";
import { workspaceMembers } from "~db/schema";
import { record } from "../audit/audit.server";
import { holdMeetings, leaveDeclined } from "../bookings/leave-declined.server";
import { endSessions } from "../coaches/end-sessions.server";
import { endGrants, readGrants, type GrantOfLeaver } from "../calendars/leaver-grants.server";
import { endHosting } from "./end-hosting.server";
import { lockOwnersAnd, type OwnersAnd } from "./members.server";
import { whyNeeded } from "./needed-hosts.server";
import { may } from "./roles";

type Remove = { workspaceId: string; actorId: string; userId: string; now: number };
type StandingRefusal = "unknown" | "not_allowed" | "not_an_owner" | "last_owner";
type Removed = { ok: true } | { ok: false; reason: StandingRefusal | "hosts_event_types" | "has_bookings" };

/**
 * Ends a membership; one's own may be ended by anybody but the last owner. Nobody goes whom invitees count on. Their calendar
 * accounts go with it, tokens and all, so providers are told right after, once: there is nothing left for a job to tell with.
 */
export async function removeMember(wanted: Remove): Promise<Removed> {
  let grants: GrantOfLeaver[] = [];
  const removed = await retried(() =>
    db.transaction(async (tx) => {
      grants = await readGrants(tx, wanted);
      return remove(tx, wanted);
    }),
  );
  if (removed.ok) await endGrants(grants, wanted.now);
  return removed;
}

/** Why the membership cannot be ended, whatever is done about what the member leaves behind. */
export function whyNotRemovable({ workspaceId, actorId, userId }: Omit<Remove, "now">) {
  return retried(() =>
    db.transaction(async (tx) =>
      standingRefusal(await lockOwnersAnd(tx, workspaceId, [actorId, userId]), actorId, userId),
    ),
  );
}

async function remove(tx: Transaction, wanted: Remove): Promise<Removed> {
  const { workspaceId, actorId, userId, now } = wanted;
  const people = await lockOwnersAnd(tx, workspaceId, [actorId, userId]);
  const refusal = standingRefusal(people, actorId, userId);
  if (refusal) return { ok: false, reason: refusal };
  await holdMeetings(tx, wanted);
  const need = await whyNeeded(tx, workspaceId, userId, now);
  if (need) return { ok: false, reason: need };
  await leaveDeclined(tx, wanted);
  await endSessions(tx, wanted);
  const { role } = people.find(userId)!;
  await endHosting(tx, { workspaceId, userId, owners: people.owners });
  await tx
    .delete(workspaceMembers)
    .where(and(eq(workspaceMembers.workspaceId, workspaceId), eq(workspaceMembers.userId, userId)));
  const actor = { kind: "user" as const, userId: actorId };
  const action = actorId === userId ? "member.left" : "member.removed";
  await record(tx, { workspaceId, actor, action, subjectId: userId, details: { role } });
  return { ok: true };
}

function standingRefusal({ owners, find, roleOf }: OwnersAnd, actorId: string, userId: string): StandingRefusal | null {
  const member = find(userId);
  if (!member) return "unknown";
  const actorRole = roleOf(actorId);
  if (!actorRole) return "not_allowed";
  if (actorId !== userId) {
    if (!may(actorRole, "members.change")) return "not_allowed";
    if (member.role === "owner" && !may(actorRole, "members.change-owners")) return "not_an_owner";
  }
  return owners.length === 1 && owners[0] === userId ? "last_owner" : null;
}
