import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { db } from "~db/client";
import { calendarChannels } from "~db/schema";
import type { Channel, Outcome } from "~/integrations/calendar-provider";
import { DAY_MS } from "../availability/calendar-days";
import { hashToken, makeToken } from "../tokens.server";
import { withAccess } from "./access.server";
import { isPushOn } from "./push";
import type { CalendarRow } from "./reading.server";
import { readSoon } from "./wake.server";

type ChannelRow = typeof calendarChannels.$inferSelect;
type OpenChannel = ChannelRow & { providerChannelId: string; expiresAt: Date };

/** What is asked for. Both providers end a channel after a week at the latest. */
const lifetime = 6 * DAY_MS;
/** One that could not be opened is not tried again at every reading. */
const pause = 60 * 60_000;

/** Sees to it that the provider tells of changes: a channel is opened where there is none, and prolonged half-way through. */
export async function tendChannel(calendar: CalendarRow, now: number, appUrl: string): Promise<void> {
  if (!isPushOn(appUrl)) return;
  const known = await channelsOf(calendar);
  const open = known.filter(isOpen);
  const last = open[0];
  if (last && last.expiresAt.getTime() > now + lifetime / 2) return;
  if (known.some((channel) => !isOpen(channel) && channel.createdAt.getTime() > now - pause)) return;
  if (last && (await prolong(calendar, last, now))) return;
  if (await openChannel(calendar, now)) await endChannels(calendar, known, now);
}

/** The one that ends last comes first. */
async function channelsOf({ workspaceId, id }: CalendarRow): Promise<ChannelRow[]> {
  return db
    .select()
    .from(calendarChannels)
    .where(and(eq(calendarChannels.workspaceId, workspaceId), eq(calendarChannels.connectionId, id)))
    .orderBy(desc(sql`coalesce(${calendarChannels.expiresAt}, to_timestamp(0))`));
}

function isOpen(channel: ChannelRow): channel is OpenChannel {
  return channel.expiresAt !== null && channel.providerChannelId !== null;
}

/** False where a new one is needed: the provider knows no prolonging, or does not know the channel any more. */
async function prolong(calendar: CalendarRow, channel: OpenChannel, now: number): Promise<boolean> {
  const done = await withAccess<Channel | null>(
    calendar,
    now,
    async (provider, access) =>
      (await provider.renew(access, channelOf(channel), now + lifetime)) ?? { ok: true, value: null },
  );
  if (!done.ok) return done.failure.kind !== "gone";
  if (done.value) await noteOpen(channel, done.value);
  return done.value !== null;
}

/**
 * Its row is there before the provider is asked, since the first notices come before the answer. It stays where the answer
 * is lost: what was opened then tells nobody else.
 */
async function openChannel(calendar: CalendarRow, now: number): Promise<boolean> {
  const { workspaceId, id: connectionId, calendarId } = calendar;
  const [id, secret] = [randomUUID(), makeToken()];
  const values = { workspaceId, id, connectionId, providerChannelId: id, secretHash: hashToken(secret) };
  await db.insert(calendarChannels).values({ ...values, createdAt: new Date(now) });
  const opened = await withAccess(calendar, now, (provider, access) =>
    provider.watch(access, { calendarId, channelId: id, secret, until: now + lifetime }),
  );
  if (!opened.ok) return false;
  await noteOpen(values, opened.value);
  // What changed between the reading and the opening was told to nobody.
  await db.transaction((tx) => readSoon(tx, { workspaceId, ids: sql`(${connectionId})` }, now));
  return true;
}

async function noteOpen({ workspaceId, id }: Pick<ChannelRow, "workspaceId" | "id">, channel: Channel) {
  await db
    .update(calendarChannels)
    .set({
      providerChannelId: channel.channelId,
      resourceId: channel.resourceId,
      expiresAt: new Date(channel.expiresAt),
    })
    .where(and(eq(calendarChannels.workspaceId, workspaceId), eq(calendarChannels.id, id)));
}

/** The old ones go after the new one is open, so that no change falls between. */
async function endChannels(calendar: CalendarRow, channels: ChannelRow[], now: number) {
  const running = channels.filter(isOpen).filter(({ expiresAt }) => expiresAt.getTime() > now);
  await withAccess<null>(calendar, now, async (provider, access) => {
    let done: Outcome<null> = { ok: true, value: null };
    for (const channel of running) done = await provider.stop(access, channelOf(channel));
    return done;
  });
  const ids = channels.map(({ id }) => id);
  if (ids.length === 0) return;
  await db
    .delete(calendarChannels)
    .where(and(eq(calendarChannels.workspaceId, calendar.workspaceId), inArray(calendarChannels.id, ids)));
}

function channelOf({ providerChannelId, resourceId, expiresAt }: OpenChannel): Channel {
  return { channelId: providerChannelId, resourceId, expiresAt: expiresAt.getTime() };
}
