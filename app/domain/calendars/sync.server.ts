import { and, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { addJobs } from "~db/queue";
import { calendarConnections } from "~db/schema";
import { env } from "~/env.server";
import type { CalendarProvider, Failure, Outcome, Changes } from "~/integrations/calendar-provider";
import { withLease } from "../leases.server";
import { withAccess } from "./access.server";
import { tendChannel } from "./channels.server";
import { keepChanges } from "./keep-changes.server";
import { isPushOn } from "./push";
import { planReading, type CalendarRow, type Reading } from "./reading.server";
import { syncJobs } from "./sync-jobs.server";
import { nextTry } from "./sync-times";

export type CalendarKey = { workspaceId: string; connectionId: string };

/**
 * `busy`: it is being read, and is read once more after that. `dropped`: it was changed meanwhile, or is not to be read,
 * and nothing was stored.
 */
export type SyncResult = "synced" | "failed" | "busy" | "dropped";

/** Brings a calendar's busy blocks up to date. Safe to run twice, and at any time; one reading of a calendar at a time. */
export async function syncCalendar(key: CalendarKey, now: number, appUrl = env.APP_URL): Promise<SyncResult> {
  const lease = { name: `calendar/${key.connectionId}`, places: 1, lasts: 4 * 60_000 };
  const done = await withLease(lease, () => readAndKeep(key, now, appUrl));
  if (done === null) await readAfterwards(key);
  return done ?? "busy";
}

async function readAndKeep(key: CalendarKey, now: number, appUrl: string): Promise<SyncResult> {
  const calendar = await findCalendar(key);
  if (!calendar?.syncEnabled) return "dropped";
  const reading = await planReading(calendar, now);
  const read = await withAccess(calendar, now, (provider, access) => readChanges(provider, access, calendar, reading));
  if (!read.ok) {
    await noteFailure(calendar, read.failure, now);
    return "failed";
  }
  const { window, changes } = read.value;
  const isKept = await keepChanges({ calendar, window, changes, isPushOn: isPushOn(appUrl) }, now);
  if (!isKept) {
    await readAfterwards(key);
    return "dropped";
  }
  await tendChannel(calendar, now, appUrl);
  return "synced";
}

type Read = { window: Reading["window"]; changes: Changes };

/** Where the token is not taken any more the whole window is read at once; what is stored stays until that is in. */
async function readChanges(
  provider: CalendarProvider,
  access: string,
  calendar: CalendarRow,
  { window, token }: Reading,
): Promise<Outcome<Read>> {
  const ask = (from: string | null) =>
    provider.listChanges(access, { calendarId: calendar.calendarId, window, token: from });
  let read = await ask(token);
  for (let again = 0; again < 2 && !read.ok && read.failure.kind === "expired"; again++) read = await ask(null);
  return read.ok ? { ok: true, value: { window, changes: read.value } } : read;
}

/** What somebody asked for meanwhile must not be lost. */
async function readAfterwards({ workspaceId, connectionId }: CalendarKey) {
  const itself = sql`calendar_connections where workspace_id = ${workspaceId} and id = ${connectionId} and sync_enabled`;
  await db.execute(sql`select ${addJobs(syncJobs(itself, sql`now() + interval '10 seconds'`))}`);
}

async function findCalendar({ workspaceId, connectionId }: CalendarKey) {
  const [calendar] = await db
    .select()
    .from(calendarConnections)
    .where(and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.id, connectionId)));
  return calendar;
}

/** What is stored stays as it is, and grows old. */
async function noteFailure({ workspaceId, id, syncFailures }: CalendarRow, failure: Failure, now: number) {
  const retryAfter = (failure.kind === "later" && failure.retryAfter) || 0;
  await db
    .update(calendarConnections)
    .set({
      syncFailures: syncFailures + 1,
      lastError: wordsOf(failure),
      lastErrorAt: new Date(now),
      nextSyncAt: new Date(nextTry(now, syncFailures + 1, retryAfter, Math.random())),
      updatedAt: new Date(now),
    })
    .where(
      and(
        eq(calendarConnections.workspaceId, workspaceId),
        eq(calendarConnections.id, id),
        eq(calendarConnections.syncEnabled, true),
      ),
    );
}

function wordsOf({ kind, said }: Failure) {
  return kind === "gone" ? "The calendar is not there any more, or is no longer shared with this account." : said;
}
