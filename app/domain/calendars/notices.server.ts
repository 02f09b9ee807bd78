import { and, eq, inArray, sql } from "drizzle-orm";
import { timingSafeEqual } from "node:crypto";
import { db, type Transaction } from "~db/client";
import { calendarChannels, calendarConnections } from "~db/schema";
import type { ProviderName } from "~/integrations/calendar-provider";
import { hashToken } from "../tokens.server";
import { readSoon } from "./wake.server";

/** A provider's word that something has changed in a calendar, or in the channel that tells so. */
export type Notice = {
  channelId: string;
  /** What the provider was given when the channel was opened. */
  secret: string;
  /** Google's name of what is watched. */
  resourceId?: string;
  about: "calendar" | "channel_ends" | "channel_is_gone";
};

/** Notices of many channels may come at once. Those that are forged, or of a channel that is not ours, change nothing. */
export async function takeNotices(provider: ProviderName, notices: Notice[], now: number): Promise<void> {
  const known = await channelsOf(provider, notices);
  const heard = notices.flatMap((notice) => {
    const channel = known.find(({ providerChannelId }) => providerChannelId === notice.channelId);
    return channel && isTrue(notice, channel) ? [{ ...channel, about: notice.about }] : [];
  });
  if (heard.length === 0) return;
  await db.transaction(async (tx) => {
    for (const channel of heard) await noteEnd(tx, channel, now);
    for (const workspaceId of new Set(heard.map((channel) => channel.workspaceId))) {
      const ids = heard.flatMap((channel) => (channel.workspaceId === workspaceId ? [channel.connectionId] : []));
      await readSoon(tx, { workspaceId, ids: sql`(select unnest(${sql.param(ids)}::uuid[]))` }, now);
    }
  });
}

type Heard = Pick<typeof calendarChannels.$inferSelect, "workspaceId" | "id" | "connectionId"> & Pick<Notice, "about">;

async function channelsOf(provider: ProviderName, notices: Notice[]) {
  const { workspaceId, id, connectionId, providerChannelId, resourceId, secretHash } = calendarChannels;
  const ids = notices.map(({ channelId }) => channelId);
  if (ids.length === 0) return [];
  return db
    .select({ workspaceId, id, connectionId, providerChannelId, resourceId, secretHash })
    .from(calendarChannels)
    .innerJoin(
      calendarConnections,
      and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.id, connectionId)),
    )
    .where(and(inArray(providerChannelId, ids), eq(calendarConnections.provider, provider)));
}

function isTrue(notice: Notice, channel: { secretHash: string; resourceId: string | null }) {
  const given = Buffer.from(hashToken(notice.secret));
  const stored = Buffer.from(channel.secretHash);
  if (given.length !== stored.length || !timingSafeEqual(given, stored)) return false;
  // Not known while the answer that tells it is on its way.
  return notice.resourceId === undefined || channel.resourceId === null || notice.resourceId === channel.resourceId;
}

/** The reading that follows prolongs a channel that ends, and opens a new one where there is none. */
async function noteEnd(tx: Transaction, { workspaceId, id, about }: Heard, now: number) {
  const itself = and(eq(calendarChannels.workspaceId, workspaceId), eq(calendarChannels.id, id));
  if (about === "channel_is_gone") await tx.delete(calendarChannels).where(itself);
  if (about === "channel_ends")
    await tx
      .update(calendarChannels)
      .set({ expiresAt: new Date(now) })
      .where(itself);
}
