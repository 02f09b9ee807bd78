import { healthOf, type Connection } from "~/domain/calendars/connection";
import { providerNames } from "~/domain/providers";
import type { BadgeState } from "./badge";
import { momentWords, type Clock } from "./booking-words";
import { countOf } from "~/domain/counts";
import { localDay } from "~/domain/availability/zones";
import { formatDayShort, formatTime } from "~/domain/time";

/** Words of the host's pages about calendars. */

export type CalendarFact = { label: string; value: string; note?: string; at?: number };

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

export function healthWords(connection: Connection, now: number): { state: BadgeState; label: string } {
  switch (healthOf(connection, now)) {
    case "needs_reconnect":
      return { state: "retrying", label: "Needs a new sign-in" };
    case "off":
      return { state: "off", label: "Not kept in sync" };
    case "stale":
      return { state: "retrying", label: "Not read for too long" };
    case "failing":
      return { state: "retrying", label: "The last reading failed" };
    case "never_read":
      return { state: "scheduled", label: "About to be read" };
    case "in_sync":
      return {
        state: "active",
        label: isToldOfChanges(connection, now) ? "In sync" : "In sync, by asking every 5 minutes",
      };
  }
}

/** "Google, primary calendar", or the account's address where that is not the calendar's name. */
export function whoseWords({ provider, name, account, isPrimary }: Connection): string {
  const parts = [
    providerNames[provider],
    name === account.email ? "" : account.email,
    isPrimary ? "primary calendar" : "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** What there is to know of a calendar's sync, in the order in which it matters. */
export function syncFacts(connection: Connection, clock: Clock, isPushOn: boolean): CalendarFact[] {
  const { lastSyncedAt, blocks, syncedUntil } = connection;
  const until = syncedUntil === null ? undefined : `until ${formatDayShort(syncedUntil, clock.zone, clock.locale, 0)}`;
  return [
    lastSyncedAt === null
      ? { label: "Last good sync", value: "not yet" }
      : {
          label: "Last good sync",
          value: pastWords(lastSyncedAt, clock),
          note: agoWords(clock.now - lastSyncedAt),
          at: lastSyncedAt,
        },
    { label: "Busy blocks held", value: String(blocks), note: until },
    channelFact(connection, clock, isPushOn),
    troubleFact(connection, clock),
  ];
}

function channelFact({ channelEndsAt }: Connection, clock: Clock, isPushOn: boolean): CalendarFact {
  const label = "Push channel";
  if (channelEndsAt === null)
    return isPushOn
      ? { label, value: "not open yet" }
      : { label, value: "not used", note: "this address is not public" };
  const when = momentWords(channelEndsAt, clock);
  return channelEndsAt > clock.now
    ? { label, value: "open", note: `until ${when}` }
    : { label, value: "ended", note: when };
}

function troubleFact(connection: Connection, clock: Clock): CalendarFact {
  const { account, lastError, lastErrorAt, lastSyncedAt, nextSyncAt } = connection;
  if (account.needsReconnectSince !== null) return { label: "Next try", value: "when you reconnect" };
  if (lastErrorAt === null) return { label: "Last error", value: "none" };
  const isOver = lastSyncedAt !== null && lastSyncedAt > lastErrorAt;
  const next = !isOver && nextSyncAt !== null ? ` Next try ${pastWords(nextSyncAt, clock)}.` : "";
  const said = lastError?.replace(/[^.!?]$/, "$&.") ?? "";
  const note = isOver ? `${said} It went well since.` : `${said}${next}`;
  return { label: "Last error", value: pastWords(lastErrorAt, clock), note: note.trim(), at: lastErrorAt };
}

/** What a lost sign-in means for what is blocked, and for what waits to be written. */
export function lostWords({ blocks, waiting, lastSyncedAt }: Connection, clock: Clock): string {
  const held =
    lastSyncedAt === null ? "It was never read, so it blocks nothing." : heldWords(blocks, lastSyncedAt, clock);
  if (waiting === 0) return held;
  return `${held} ${countOf(waiting, "change")} of bookings ${waiting === 1 ? "waits" : "wait"} to be written, and will be once you reconnect.`;
}

function heldWords(blocks: number, lastSyncedAt: number, clock: Clock): string {
  const since = momentWords(lastSyncedAt, clock);
  if (blocks === 0)
    return `It blocked nothing when it was read last, ${since}, and events you added since then block nothing either.`;
  const held = blocks === 1 ? `The block from ${since} still holds.` : `The ${blocks} blocks from ${since} still hold.`;
  return `${held} Events you added since then don’t.`;
}

/** "10:41", with the day where it is not today's. */
export function pastWords(ms: number, clock: Clock): string {
  const isToday = localDay(clock.zone, ms) === localDay(clock.zone, clock.now);
  return isToday ? formatTime(ms, clock.zone, clock.locale) : momentWords(ms, clock);
}

/** "a minute ago", "12 h 37 min ago": beside the moment itself, never instead of it. */
export function agoWords(ms: number): string {
  if (ms < minute) return "just now";
  if (ms < 2 * minute) return "a minute ago";
  if (ms < hour) return `${Math.floor(ms / minute)} minutes ago`;
  const minutes = Math.floor((ms % hour) / minute);
  if (ms < day)
    return minutes === 0 ? `${Math.floor(ms / hour)} h ago` : `${Math.floor(ms / hour)} h ${minutes} min ago`;
  return `${countOf(Math.floor(ms / day), "day")} ago`;
}

export function isToldOfChanges({ channelEndsAt }: Connection, now: number): boolean {
  return channelEndsAt !== null && channelEndsAt > now;
}
