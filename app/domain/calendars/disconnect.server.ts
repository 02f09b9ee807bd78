import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { addJobs, jobsFor, type WatchedChannel } from "~db/queue";
import { retried } from "~db/retried";
import { calendarAccounts, calendarChannels, calendarConnections } from "~db/schema";
import { record, type Actor } from "../audit/audit.server";
import { isUuid } from "../fields";
import type { AccountKey } from "./access.server";
import type { Owner } from "./hold-member.server";
import { writeSoon } from "./wake.server";

type Disconnect = Owner & { id: string | undefined; now: number };

/** How it went; `account`: with its last calendar the account went too. */
type Done = { ok: true; gone: "calendar" | "account" } | { ok: false; reason: "not_found" };

/**
 * Disconnects a host's own calendar: what it blocked is free at once. Events that were written to it stay there. With the
 * last calendar of an account goes the account.
 */
export function disconnectCalendar({ id, now, ...owner }: Disconnect): Promise<Done> {
  return retried(() =>
    db.transaction(async (tx): Promise<Done> => {
      const account = isUuid(id) ? await holdAccountOf(tx, owner, id) : undefined;
      if (!account || !isUuid(id)) return { ok: false, reason: "not_found" };
      const actor = { kind: "user", userId: owner.userId } as const;
      const calendars = await calendarsOf(tx, account);
      if (!calendars.includes(id.toLowerCase())) return { ok: false, reason: "not_found" };
      if (calendars.length === 1) {
        await disconnectHeld(tx, account, actor, now);
        return { ok: true, gone: "account" };
      }
      const channels = await forgetCalendars(tx, account.workspaceId, [id]);
      await addJob(tx, "stop_calendar_channels", { ...account, channels });
      await record(tx, { workspaceId: owner.workspaceId, actor, action: "calendar.disconnected", subjectId: id });
      return { ok: true, gone: "calendar" };
    }),
  );
}

/** Disconnects a host's own account with all its calendars. */
export function disconnectAccount({ id, now, ...owner }: Disconnect): Promise<Done> {
  return retried(() =>
    db.transaction(async (tx): Promise<Done> => {
      const [account] = isUuid(id) ? await holdAccounts(tx, owner, id) : [];
      if (!account) return { ok: false, reason: "not_found" };
      await disconnectHeld(tx, account, { kind: "user", userId: owner.userId }, now);
      return { ok: true, gone: "account" };
    }),
  );
}

/** The same for all accounts of a member who takes no part any more. */
export async function disconnectAll(tx: Transaction, owner: Owner & { actor: Actor; now: number }) {
  for (const account of await holdAccounts(tx, owner)) await disconnectHeld(tx, account, owner.actor, owner.now);
}

/** The calendars go at once, and a job tells the provider and takes the account's row with its tokens. */
async function disconnectHeld(tx: Transaction, account: AccountKey, actor: Actor, now: number) {
  const { workspaceId, accountId } = account;
  const channels = await forgetCalendars(tx, workspaceId, await calendarsOf(tx, account));
  await tx
    .update(calendarAccounts)
    .set({ disconnectedAt: new Date(now), updatedAt: new Date(now) })
    .where(and(eq(calendarAccounts.workspaceId, workspaceId), eq(calendarAccounts.id, accountId)));
  await addJob(tx, "forget_calendar_account", { ...account, channels });
  await record(tx, { workspaceId, actor, action: "calendar_account.disconnected", subjectId: accountId });
}

/** Deletes connections with their blocks and channels. Answers what the provider still sends notices to. */
async function forgetCalendars(tx: Transaction, workspaceId: string, ids: string[]): Promise<WatchedChannel[]> {
  if (ids.length === 0) return [];
  await writeSoon(tx, { workspaceId, ids: sql`(select unnest(${sql.param(ids)}::uuid[]))` });
  const { providerChannelId, resourceId, connectionId } = calendarChannels;
  const channels = await tx
    .select({ channelId: providerChannelId, resourceId })
    .from(calendarChannels)
    .where(and(eq(calendarChannels.workspaceId, workspaceId), inArray(connectionId, ids)));
  await tx
    .delete(calendarConnections)
    .where(and(eq(calendarConnections.workspaceId, workspaceId), inArray(calendarConnections.id, ids)));
  return channels.flatMap(({ channelId, resourceId }) => (channelId ? [{ channelId, resourceId }] : []));
}

type Told = AccountKey & { channels: WatchedChannel[] };

async function addJob(
  tx: Transaction,
  task: "forget_calendar_account" | "stop_calendar_channels",
  { workspaceId, accountId, channels }: Told,
) {
  const payload = {
    workspaceId: sql`${workspaceId}::uuid`,
    accountId: sql`${accountId}::uuid`,
    channels: sql`${JSON.stringify(channels)}::json`,
  };
  await tx.execute(sql`select ${addJobs(jobsFor(task, payload, sql`(select 1) as once`))}`);
}

async function holdAccountOf(tx: Transaction, { workspaceId, userId }: Owner, id: string) {
  const [calendar] = await tx
    .select({ accountId: calendarConnections.accountId })
    .from(calendarConnections)
    .where(
      and(
        eq(calendarConnections.workspaceId, workspaceId),
        eq(calendarConnections.userId, userId),
        eq(calendarConnections.id, id),
      ),
    );
  return calendar && (await holdAccounts(tx, { workspaceId, userId }, calendar.accountId))[0];
}

/** A member's accounts that are connected, or one of them. */
async function holdAccounts(tx: Transaction, { workspaceId, userId }: Owner, id?: string): Promise<AccountKey[]> {
  return tx
    .select({ workspaceId: calendarAccounts.workspaceId, accountId: calendarAccounts.id })
    .from(calendarAccounts)
    .where(
      and(
        eq(calendarAccounts.workspaceId, workspaceId),
        eq(calendarAccounts.userId, userId),
        isNull(calendarAccounts.disconnectedAt),
        id === undefined ? undefined : eq(calendarAccounts.id, id),
      ),
    )
    .orderBy(calendarAccounts.id)
    .for("update");
}

async function calendarsOf(tx: Transaction, { workspaceId, accountId }: AccountKey) {
  const rows = await tx
    .select({ id: calendarConnections.id })
    .from(calendarConnections)
    .where(and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.accountId, accountId)));
  return rows.map(({ id }) => id);
}
