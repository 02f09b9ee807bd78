import { and, eq } from "drizzle-orm";
import type { Transaction } from "~db/client";
import type { WatchedChannel } from "~db/queue";
import { calendarAccounts, calendarChannels, calendarConnections } from "~db/schema";
import { endGrant, readGrant, type LastGrant } from "./end-grant.server";
import type { Owner } from "./hold-member.server";

export type GrantOfLeaver = { grant: LastGrant; channels: WatchedChannel[] };

/** What a member's accounts hold, before the rows go with the membership. */
export async function readGrants(tx: Transaction, { workspaceId, userId }: Owner): Promise<GrantOfLeaver[]> {
  const accounts = await tx
    .select()
    .from(calendarAccounts)
    .where(and(eq(calendarAccounts.workspaceId, workspaceId), eq(calendarAccounts.userId, userId)));
  const { providerChannelId, resourceId, connectionId } = calendarChannels;
  const watched = await tx
    .select({ channelId: providerChannelId, resourceId, accountId: calendarConnections.accountId })
    .from(calendarChannels)
    .innerJoin(
      calendarConnections,
      and(eq(calendarConnections.workspaceId, calendarChannels.workspaceId), eq(calendarConnections.id, connectionId)),
    )
    .where(and(eq(calendarChannels.workspaceId, workspaceId), eq(calendarConnections.userId, userId)));
  return accounts.map((account) => ({
    grant: readGrant(account),
    channels: watched.flatMap(({ accountId, channelId, resourceId }) =>
      accountId === account.id && channelId ? [{ channelId, resourceId }] : [],
    ),
  }));
}

/** Tells the providers, all at once and no more than once. */
export async function endGrants(grants: GrantOfLeaver[], now: number): Promise<void> {
  await Promise.all(grants.map(({ grant, channels }) => endGrant(grant, channels, now)));
}
