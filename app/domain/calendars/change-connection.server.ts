import { and, eq, ne, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { retried } from "~db/retried";
import { calendarChannels, calendarConnections } from "~db/schema";
import { record } from "../audit/audit.server";
import { isUuid } from "../fields";
import { may } from "../workspaces/roles";
import type { ConnectionPatch } from "./connection";
import { holdMember, type Owner } from "./hold-member.server";
import { readSoon } from "./wake.server";

type Change = Owner & { id: string | undefined; patch: ConnectionPatch; now: number };
/** `takes_no_meetings`: so nothing of their calendars is read. */
type Changed = { ok: true } | { ok: false; reason: "not_found" | "not_writable" | "takes_no_meetings" };

type Row = typeof calendarConnections.$inferSelect;

/** Changes what a host's own calendar is used for. What is given to one calendar alone is taken from the others. */
export function changeConnection(change: Change): Promise<Changed> {
  return retried(() => db.transaction((tx) => changeIn(tx, change)));
}

async function changeIn(tx: Transaction, { workspaceId, userId, id, patch, now }: Change): Promise<Changed> {
  const role = await holdMember(tx, { workspaceId, userId });
  const before = role && isUuid(id) ? await findOwn(tx, { workspaceId, userId }, id) : undefined;
  if (!role || !before) return { ok: false, reason: "not_found" };
  const differing = Object.entries(patch).filter(([name, value]) => before[name as keyof Row] !== value);
  if (differing.length === 0) return { ok: true };
  const changes = Object.fromEntries(differing) as ConnectionPatch;
  if (changes.createEvents && !before.isWritable) return { ok: false, reason: "not_writable" };
  const reads = changes.syncEnabled || changes.checkConflicts;
  if (reads && !may(role, "schedules.own")) return { ok: false, reason: "takes_no_meetings" };
  if (changes.isPrimary) await takeFromOthers(tx, before, "isPrimary");
  if (changes.createEvents) await takeFromOthers(tx, before, "createEvents");
  const readsAnew = changes.tentativeBlocks !== undefined;
  await tx
    .update(calendarConnections)
    .set({ ...changes, ...staleness(before, changes), ...(readsAnew && { syncToken: null }), updatedAt: new Date(now) })
    .where(isIt(before));
  if (readsAnew || changes.syncEnabled) await readSoon(tx, { workspaceId, ids: sql`(${before.id}::uuid)` }, now);
  const actor = { kind: "user", userId } as const;
  await record(tx, { workspaceId, actor, action: "calendar.changed", subjectId: before.id, details: changes });
  return { ok: true };
}

async function findOwn(tx: Transaction, { workspaceId, userId }: Owner, id: string) {
  const [found] = await tx
    .select()
    .from(calendarConnections)
    .where(
      and(
        eq(calendarConnections.workspaceId, workspaceId),
        eq(calendarConnections.userId, userId),
        eq(calendarConnections.id, id),
      ),
    )
    .for("update");
  return found;
}

async function takeFromOthers(tx: Transaction, { workspaceId, userId, id }: Row, which: "isPrimary" | "createEvents") {
  await tx
    .update(calendarConnections)
    .set({ [which]: false })
    .where(
      and(
        eq(calendarConnections.workspaceId, workspaceId),
        eq(calendarConnections.userId, userId),
        ne(calendarConnections.id, id),
        eq(calendarConnections[which], true),
      ),
    );
}

/** While the provider tells us of changes, the limit is another one, which the next reading sets. */
function staleness(before: Row, changes: ConnectionPatch) {
  const { syncEnabled, staleAfterMinutes } = { ...before, ...changes };
  if (!syncEnabled) return { staleAt: null };
  if (changes.staleAfterMinutes === undefined && !changes.syncEnabled) return {};
  const isTold = sql`exists (
    select 1 from ${calendarChannels} where ${calendarChannels.workspaceId} = ${before.workspaceId}
      and ${calendarChannels.connectionId} = ${before.id} and ${calendarChannels.expiresAt} > now())`;
  const limit = sql`${calendarConnections.lastSyncedAt} + make_interval(mins => ${staleAfterMinutes}::int)`;
  return { staleAt: sql`case when ${isTold} then ${calendarConnections.staleAt} else ${limit} end` };
}

function isIt({ workspaceId, id }: Row) {
  return and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.id, id));
}
