import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startFakeGoogle } from "../../support/google";
import { startFakeMicrosoft } from "../../support/microsoft";
import { startReceiver } from "../../support/notice-receiver";

const receiver = await startReceiver();
const google = await startFakeGoogle({ allowHttpPush: true });
const microsoft = await startFakeMicrosoft({ allowHttpPush: true });
Object.assign(process.env, google.env, microsoft.env, { APP_URL: receiver.url });
const { googleHost, microsoftHost } = await import("../../support/synced-calendars");
const { runJobs } = await import("../../support/jobs");
const { db } = await import("~db/client");
const { calendarChannels } = await import("~db/schema");
for (const [path, file] of [
  ["google", "google"],
  ["microsoft", "microsoft._index"],
  ["microsoft/lifecycle", "microsoft.lifecycle"],
] as const) {
  const { action } = (await import(`../../../app/routes/api.v1.calendar-notices.${file}.ts`)) as { action: never };
  receiver.routes[`/api/v1/calendar-notices/${path}`] = action;
}

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.now();
/** Reached by the fakes at another one, which has no certificate. */
const appUrl = "https://meet.example.com";
const date = new Date(now + 3 * day).toISOString().slice(0, 10);
const block = (from: string, to: string) => `${date}T${from}Z – ${date}T${to}Z`;

beforeEach(async () => {
  google.reset();
  microsoft.reset();
  await db.execute(sql`delete from graphile_worker._private_jobs`);
});
afterAll(async () => {
  receiver.stop();
  await Promise.all([google.stop(), microsoft.stop()]);
});

const channelsOf = (connectionId: string) =>
  db.select().from(calendarChannels).where(eq(calendarChannels.connectionId, connectionId));
const jobs = async () => Number((await db.execute(sql`select count(*) from graphile_worker.jobs`))[0]!.count);
const asked = (route: string) => google.requests.filter((request) => request.route === route).length;

async function googleWatched() {
  const host = await googleHost(google);
  expect(await host.sync(now, appUrl)).toBe("synced");
  await google.settled();
  const add = (from: string, to: string) =>
    host.calendar.addEvent({ start: { dateTime: `${date}T${from}:00Z` }, end: { dateTime: `${date}T${to}:00Z` } });
  return { ...host, add, channels: () => channelsOf(host.connection.id) };
}

async function microsoftWatched() {
  const host = await microsoftHost(microsoft);
  expect(await host.sync(now, appUrl)).toBe("synced");
  const add = (from: string, to: string) =>
    host.calendar.addEvent({
      start: { dateTime: `${date}T${from}:00`, timeZone: "UTC" },
      end: { dateTime: `${date}T${to}:00`, timeZone: "UTC" },
    });
  return { ...host, add, channels: () => channelsOf(host.connection.id) };
}

describe("a calendar of an instance that can be reached", () => {
  it("is watched after its first reading, and read once more for what changed in between", async () => {
    const { channels, row, sync, connection } = await googleWatched();
    const [channel, ...others] = await channels();
    expect(others).toEqual([]);
    expect(channel!.expiresAt!.getTime()).toBe(now + 6 * day);
    const rows = await db.execute(sql`select key from graphile_worker.jobs`);
    expect(rows.map(({ key }) => key)).toEqual([`sync/${connection.id}`]);
    await sync(now, appUrl);
    const { nextSyncAt, staleAt } = await row();
    expect(nextSyncAt!.getTime() - now).toBeGreaterThanOrEqual(3 * hour);
    expect(staleAt!.getTime()).toBe(now + day);
    expect(asked("events.watch")).toBe(1);
  });

  it("is not watched where the instance cannot be reached", async () => {
    const host = await googleHost(google);
    await host.sync(now);
    expect(await channelsOf(host.connection.id)).toEqual([]);
    expect(asked("events.watch")).toBe(0);
  });

  it("keeps of the secret no more than what tells it again", async () => {
    const { channels } = await googleWatched();
    const [request] = google.requests.filter(({ route }) => route === "events.watch");
    expect(JSON.stringify(request!.body)).toContain("[hidden]");
    expect((await channels())[0]!.secretHash).toMatch(/^[\w-]{43}$/);
  });

  it("that could not be watched is polled, and it is not tried at every reading", async () => {
    const host = await googleHost(google);
    google.fail("events.watch", { status: 500, reason: "backendError" });
    expect(await host.sync(now, appUrl)).toBe("synced");
    expect(await host.sync(now + 60_000, appUrl)).toBe("synced");
    expect(asked("events.watch")).toBe(1);
    expect((await host.row()).nextSyncAt!.getTime() - now).toBeLessThan(10 * 60_000);
    await host.sync(now + 2 * hour, appUrl);
    expect(asked("events.watch")).toBe(2);
    const channels = await channelsOf(host.connection.id);
    expect(channels.map(({ expiresAt }) => expiresAt !== null)).toEqual([true]);
  });
});

describe("a notice from Google", () => {
  it("has the calendar read, once for many of them", async () => {
    const { add, blocks } = await googleWatched();
    await runJobs();
    const before = asked("events.list");
    add("09:00", "10:00");
    add("11:00", "12:00");
    add("13:00", "14:00");
    await google.settled();
    expect(await jobs()).toBe(1);
    await runJobs();
    expect(await blocks()).toEqual([block("09:00", "10:00"), block("11:00", "12:00"), block("13:00", "14:00")]);
    expect(asked("events.list")).toBe(before + 1);
  });

  it("that comes before the answer which opened its channel counts", async () => {
    const host = await googleHost(google);
    google.fail("events.watch", { kind: "lost_answer" });
    await host.sync(now, appUrl);
    expect(await jobs()).toBe(0);
    host.calendar.addEvent({ start: { dateTime: `${date}T09:00:00Z` }, end: { dateTime: `${date}T10:00:00Z` } });
    await google.settled();
    await runJobs();
    expect(await host.blocks()).toEqual([block("09:00", "10:00")]);
  });
});

describe("a Google channel", () => {
  it("is followed by a new one half-way through, and stopped only then", async () => {
    const { channels, sync } = await googleWatched();
    const [first] = await channels();
    await sync(now + 2 * day, appUrl);
    expect(await channels()).toEqual([first]);
    google.requests.length = 0;
    google.clock.advance(3 * day);
    await sync(now + 3 * day + 1, appUrl);
    const [second, ...others] = await channels();
    expect([second!.id === first!.id, others.length]).toEqual([false, 0]);
    const order = google.requests.map(({ route }) => route).filter((route) => route !== "token");
    expect(order).toEqual(["events.list", "events.watch", "channels.stop"]);
  });

  it("that is lost is made up for by a slow look", async () => {
    const { add, blocks, sync } = await googleWatched();
    await sync(now, appUrl);
    google.dropPushes(1);
    add("09:00", "10:00");
    await google.settled();
    await db.execute(sql`delete from graphile_worker._private_jobs`);
    expect(await blocks()).toEqual([]);
    await sync(now + 5 * hour, appUrl);
    expect(await blocks()).toEqual([block("09:00", "10:00")]);
  });
});

describe("a Microsoft subscription", () => {
  it("is opened once both addresses have said the word back, and tells of changes", async () => {
    const { channels, add, blocks, connection } = await microsoftWatched();
    const [channel, ...others] = await channels();
    expect([others, microsoft.complaints]).toEqual([[], []]);
    expect(channel!.providerChannelId).not.toBe(channel!.id);
    expect(channel!.expiresAt!.getTime()).toBe(now + 6 * day);
    await runJobs();
    add("09:00", "10:00");
    add("11:00", "12:00");
    await microsoft.pushed();
    const rows = await db.execute(sql`select key from graphile_worker.jobs`);
    expect(rows.map(({ key }) => key)).toEqual([`sync/${connection.id}`]);
    await runJobs();
    expect(await blocks()).toEqual([block("09:00", "10:00"), block("11:00", "12:00")]);
    expect(microsoft.pushes.every(({ isAcknowledged, tookMs }) => isAcknowledged && tookMs < 3000)).toBe(true);
  });

  it("is prolonged half-way through", async () => {
    const { channels, sync } = await microsoftWatched();
    const [first] = await channels();
    microsoft.clock.advance(3 * day);
    await sync(now + 3 * day + 1, appUrl);
    const [second, ...others] = await channels();
    expect([second!.id, others.length]).toEqual([first!.id, 0]);
    expect(second!.expiresAt!.getTime()).toBeGreaterThan(first!.expiresAt!.getTime());
  });

  it("is opened anew where Microsoft does not know it any more", async () => {
    const { channels, sync } = await microsoftWatched();
    const [first] = await channels();
    microsoft.subscriptions.clear();
    microsoft.clock.advance(3 * day);
    await sync(now + 3 * day + 1, appUrl);
    const [second, ...others] = await channels();
    expect([second!.id === first!.id, others.length]).toEqual([false, 0]);
  });

  it("is prolonged, opened anew, or made up for, as Microsoft says what became of it", async () => {
    const { channels, sync, add, blocks } = await microsoftWatched();
    const [first] = await channels();
    await db.execute(sql`delete from graphile_worker._private_jobs`);

    await microsoft.sendLifecycle(first!.providerChannelId!, "reauthorizationRequired");
    expect(await jobs()).toBe(1);
    microsoft.requests.length = 0;
    await sync(now + 1000, appUrl);
    expect(microsoft.requests.filter(({ method }) => method === "PATCH")).toHaveLength(1);
    expect((await channels()).map(({ id }) => id)).toEqual([first!.id]);

    microsoft.dropPushes(1);
    add("09:00", "10:00");
    await db.execute(sql`delete from graphile_worker._private_jobs`);
    await microsoft.sendLifecycle(first!.providerChannelId!, "missed");
    expect(await jobs()).toBe(1);
    await sync(now + 2000, appUrl);
    expect(await blocks()).toEqual([block("09:00", "10:00")]);

    await microsoft.sendLifecycle(first!.providerChannelId!, "subscriptionRemoved");
    expect(await channels()).toEqual([]);
    await sync(now + 3000, appUrl);
    const [second] = await channels();
    expect(second!.expiresAt).not.toBeNull();
    expect(second!.id).not.toBe(first!.id);
  });
});
