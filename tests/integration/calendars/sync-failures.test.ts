import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const { google, microsoft, reset, stop } = await startProviders();
const { googleHost, microsoftHost } = await import("../../support/synced-calendars");
const { wish } = await import("../../support/orders");
const { runJobs } = await import("../../support/jobs");
const { findEventType } = await import("~/domain/event-types/event-types.server");
const { book } = await import("~/domain/bookings/book.server");
const { syncDueCalendars } = await import("~/domain/calendars/due-calendars.server");
const { db } = await import("~db/client");
const { calendarAccounts, calendarConnections } = await import("~db/schema");

const minute = 60_000;
const day = 86_400_000;
const now = Date.now();
/** A weekday when the hosts are open. */
const monday = (() => {
  const first = new Date(now + 3 * day);
  while (first.getUTCDay() !== 1) first.setUTCDate(first.getUTCDate() + 1);
  return first.toISOString().slice(0, 10);
})();
const at = (time: string) => ({ dateTime: `${monday}T${time}:00Z` });
const block = (from: string, to: string) => `${monday}T${from}Z – ${monday}T${to}Z`;
const later = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

beforeEach(async () => {
  reset();
  // What other tests have connected is due, too.
  await db.update(calendarConnections).set({ nextSyncAt: null });
});
afterEach(() => db.execute(sql`drop trigger if exists breakdown on calendar_connections`));
afterAll(stop);

const listed = () => google.requests.filter(({ route }) => route === "events.list");

describe("a token that is not taken any more", () => {
  it("has the calendar read anew, and what was known counts until that is in", async () => {
    const host = await googleHost(google);
    const old = host.calendar.addEvent({ start: at("10:00"), end: at("11:00") });
    await host.sync();
    host.calendar.invalidateSyncTokens();
    host.calendar.removeEvent(old.id);
    host.calendar.addEvent({ start: at("12:00"), end: at("13:00") });
    google.fail("events.list", { kind: "slow", ms: 500 }, 2);
    const eventType = (await findEventType(host.workspace.id, host.eventType.id))!;
    const order = (time: string) =>
      book({ eventType, input: wish({ start: at(time).dateTime }), locale: "en", now: Date.now() });
    const reading = host.sync();
    await later(0.25);
    expect(await order("10:00")).toMatchObject({ ok: false, code: "busy" });
    await later(0.5);
    expect(await order("10:30")).toMatchObject({ ok: false, code: "busy" });
    expect(await reading).toBe("synced");
    expect(listed().map(({ status }) => status)).toEqual([200, 410, 200]);
    expect(await host.blocks()).toEqual([block("12:00", "13:00")]);
    expect(await order("12:00")).toMatchObject({ ok: false, code: "busy" });
    expect(await order("10:00")).toMatchObject({ ok: true });
  });

  it("also where the provider says so in the middle of its pages", async () => {
    const host = await microsoftHost(microsoft);
    for (const hour of ["08", "10", "12", "14"]) {
      host.calendar.addEvent({
        start: { dateTime: `${monday}T${hour}:00:00`, timeZone: "UTC" },
        end: { dateTime: `${monday}T${hour}:30:00`, timeZone: "UTC" },
      });
    }
    await host.sync();
    expect(await host.blocks()).toHaveLength(4);
    host.calendar.removeEvent(host.calendar.events()[0]!.id);
    host.calendar.expireDelta("SyncStateNotFound", true);
    expect(await host.sync()).toBe("synced");
    expect(await host.blocks()).toHaveLength(3);
  });
});

describe("two readings of one calendar at once", () => {
  it("are one, and one more after it, so that what changed meanwhile is not missed", async () => {
    const host = await googleHost(google);
    google.fail("events.list", { kind: "slow", ms: 300 });
    const first = host.sync();
    await later(0.1);
    expect(await host.sync()).toBe("busy");
    expect(await first).toBe("synced");
    expect(listed()).toHaveLength(1);
    const [job] = await db.execute<{ seconds: number }>(sql`
      select extract(epoch from run_at - now())::float8 as seconds from graphile_worker.jobs
      where key = ${`sync/${host.connection.id}`}`);
    expect(job!.seconds).toBeGreaterThan(5);
  });
});

describe("a worker that dies between reading and storing", () => {
  it("leaves all as it was, and the next one reads the same once more", async () => {
    const host = await googleHost(google);
    host.calendar.addEvent({ start: at("10:00"), end: at("11:00") });
    await host.sync();
    const before = await host.row();
    host.calendar.addEvent({ start: at("12:00"), end: at("13:00") });
    await db.execute(sql`
      create or replace function breakdown() returns trigger language plpgsql as
      $$ begin raise exception 'the worker died'; end $$`);
    await db.execute(sql`
      create trigger breakdown before update on calendar_connections for each row execute function breakdown()`);
    await expect(host.sync()).rejects.toThrow();
    expect(await host.blocks()).toEqual([block("10:00", "11:00")]);
    expect(await host.row()).toEqual(before);
    await db.execute(sql`drop trigger breakdown on calendar_connections`);
    expect(await host.sync()).toBe("synced");
    expect(await host.blocks()).toEqual([block("10:00", "11:00"), block("12:00", "13:00")]);
  });
});

describe("a provider that does not answer as it should", () => {
  it("is asked again as late as it says, and what it said is kept", async () => {
    const host = await googleHost(google);
    google.fail("events.list", { status: 429, reason: "rateLimitExceeded", retryAfter: 1200 });
    expect(await host.sync(now)).toBe("failed");
    const { syncFailures, lastError, lastErrorAt, nextSyncAt, lastSyncedAt } = await host.row();
    expect([syncFailures, lastErrorAt?.getTime(), lastSyncedAt]).toEqual([1, now, null]);
    expect(lastError).toMatch(/^Google said 429/);
    expect(nextSyncAt!.getTime()).toBe(now + 1200_000);
    expect(await host.sync(now)).toBe("synced");
    expect(await host.row()).toMatchObject({ syncFailures: 0, lastError: null, lastErrorAt: null });
  });

  it("is asked again later and later, and what is known of the calendar grows old", async () => {
    const host = await googleHost(google);
    host.calendar.addEvent({ start: at("10:00"), end: at("11:00") });
    await host.sync(now);
    const { staleAt, syncToken } = await host.row();
    for (const kind of ["dropped", "malformed"] as const) {
      google.fail("events.list", { kind });
      expect(await host.sync(now + minute)).toBe("failed");
    }
    google.fail("events.list", { status: 503, reason: "backendError" });
    expect(await host.sync(now + minute)).toBe("failed");
    const row = await host.row();
    expect(row).toMatchObject({ syncFailures: 3, staleAt, syncToken });
    expect((row.nextSyncAt!.getTime() - now - minute) / minute).toBeGreaterThanOrEqual(3);
    expect((row.nextSyncAt!.getTime() - now - minute) / minute).toBeLessThanOrEqual(5);
    expect(await host.blocks()).toEqual([block("10:00", "11:00")]);
    expect(await host.sync(now + 2 * minute)).toBe("synced");
  });

  it("and has lost the calendar: that is said, and its blocks stay", async () => {
    const host = await googleHost(google);
    google.fail("events.list", { status: 404, reason: "notFound" });
    expect(await host.sync()).toBe("failed");
    expect((await host.row()).lastError).toBe(
      "The calendar is not there any more, or is no longer shared with this account.",
    );
  });

  it("and lets us in no more: the account is lost, and is not due until its host has signed in again", async () => {
    const host = await googleHost(google);
    await host.sync(now);
    host.account.revokeAccess();
    expect(await host.sync(now)).toBe("failed");
    const [account] = await db
      .select()
      .from(calendarAccounts)
      .where(and(eq(calendarAccounts.workspaceId, host.workspace.id)));
    expect(account!.needsReconnectSince).not.toBeNull();
    await syncDueCalendars(now + 2 * day);
    expect(await jobs(host.connection.id)).toBe(0);
  });
});

async function jobs(connectionId: string) {
  const [row] = await db.execute<{ count: string }>(sql`
    select count(*) from graphile_worker.jobs where key = ${`sync/${connectionId}`}`);
  return Number(row!.count);
}

describe("calendars that are due", () => {
  it("are read by a job each, once, and those that are not due or switched off by none", async () => {
    const due = await googleHost(google, { nextSyncAt: new Date(now - 1) });
    const notDue = await googleHost(google, { nextSyncAt: new Date(now + minute) });
    const off = await googleHost(google, { nextSyncAt: new Date(now - 1), syncEnabled: false });
    await Promise.all([syncDueCalendars(now), syncDueCalendars(now)]);
    expect(await Promise.all([due, notDue, off].map(({ connection }) => jobs(connection.id)))).toEqual([1, 0, 0]);
    due.calendar.addEvent({ start: at("10:00"), end: at("11:00") });
    await later(0.2);
    await runJobs();
    expect(await due.blocks()).toEqual([block("10:00", "11:00")]);
    expect(listed()).toHaveLength(1);
  });

  it("are spread over the minute, after the mails", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 12; count++) {
      ids.push((await googleHost(google, { nextSyncAt: new Date(now - count) })).connection.id);
    }
    await syncDueCalendars(now);
    const rows = await db.execute<{ priority: number; ms: number }>(sql`
      select priority, (extract(epoch from run_at - min(run_at) over ()) * 1000)::int as ms from graphile_worker.jobs
      where key = any(${sql.param(ids.map((id) => `sync/${id}`))}::text[]) order by run_at`);
    expect(rows.map(({ ms }) => ms)).toEqual(Array.from({ length: 12 }, (_, index) => index * 100));
    expect(rows.every(({ priority }) => priority === 10)).toBe(true);
  });

  it("whose job was lost are due again", async () => {
    const host = await googleHost(google, { nextSyncAt: new Date(now) });
    await syncDueCalendars(now);
    expect((await host.row()).nextSyncAt!.getTime()).toBe(now + 15 * minute);
  });
});
