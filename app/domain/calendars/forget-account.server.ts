import { and, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "~db/client";
import { addJobs, jobsFor, type Tasks } from "~db/queue";
import { calendarAccounts } from "~db/schema";
import { withAccess } from "./access.server";
import { endGrant, readGrant } from "./end-grant.server";

const [hour, minute] = [3_600_000, 60_000];

/** How long the provider is told, in milliseconds, before the tokens go whether it knows or not. */
const patience = 24 * hour;

/**
 * Tells the provider that a disconnected account is not used any more, and deletes it with its tokens. Where the provider
 * does not answer it is told again, for a day at most.
 */
export async function forgetAccount(left: Tasks["forget_calendar_account"], now: number): Promise<void> {
  const { workspaceId, accountId, channels } = left;
  const [account] = await db.select().from(calendarAccounts).where(isLeft(left));
  if (!account) return;
  const isTold = await endGrant(readGrant(account), channels, now);
  const age = now - account.disconnectedAt!.getTime();
  if (isTold || age >= patience) {
    await db.delete(calendarAccounts).where(isLeft(left));
    return;
  }
  const wait = Math.min(Math.max(age, 5 * minute), hour);
  const again = jobsFor(
    "forget_calendar_account",
    {
      workspaceId: sql`${workspaceId}::uuid`,
      accountId: sql`${accountId}::uuid`,
      channels: sql`${JSON.stringify(channels)}::json`,
    },
    sql`(select 1) as once`,
    { runAt: sql`${new Date(now + wait).toISOString()}::timestamptz` },
  );
  await db.execute(sql`select ${addJobs(again)}`);
}

/** Ends notices about calendars that are not connected any more. Where that fails they end by themselves, within days. */
export async function stopChannels(left: Tasks["stop_calendar_channels"], now: number): Promise<void> {
  const { workspaceId, accountId, channels } = left;
  if (channels.length === 0) return;
  await withAccess({ workspaceId, accountId }, now, async (provider, access) => {
    for (const channel of channels) await provider.stop(access, { ...channel, expiresAt: now });
    return { ok: true, value: null };
  });
}

function isLeft({ workspaceId, accountId }: Tasks["forget_calendar_account"]) {
  const { id, disconnectedAt } = calendarAccounts;
  return and(eq(calendarAccounts.workspaceId, workspaceId), eq(id, accountId), isNotNull(disconnectedAt));
}
