import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const { microsoft, reset, stop } = await startProviders();
const { microsoftHost, secondCalendar } = await import("../../support/synced-calendars");

const { db } = await import("~db/client");
const { calendarEvents } = await import("~db/schema");

const blocksInOrder = (id: string) =>
  db
    .select()
    .from(calendarEvents)
    .where(eq(calendarEvents.connectionId, id))
    .orderBy(sql`lower(${calendarEvents.during})`);

const day = 86_400_000;
const now = Date.now();
const date = (days: number) => new Date(now + days * day).toISOString().slice(0, 10);
const at = (days: number, time: string) => ({ dateTime: `${date(days)}T${time}:00`, timeZone: "UTC" });
const from = (days: number, start: string, end: string) => ({ start: at(days, start), end: at(days, end) });
const block = (days: number, start: string, end: string) => `${date(days)}T${start}Z – ${date(days)}T${end}Z`;

beforeEach(reset);
afterAll(stop);

describe("the first reading of a Microsoft calendar", () => {
  it("keeps what takes the host's time: busy, away and maybe, not free, elsewhere, declined or cancelled", async () => {
    const { calendar, sync, blocks, row } = await microsoftHost(microsoft);
    calendar.addEvent({ ...from(3, "06:00", "07:00"), showAs: "free" });
    calendar.addEvent({ ...from(3, "07:00", "08:00"), showAs: "workingElsewhere" });
    calendar.addEvent({ ...from(3, "08:00", "09:00"), showAs: "busy" });
    calendar.addEvent({ ...from(3, "09:00", "10:00"), showAs: "oof" });
    calendar.addEvent({ ...from(3, "10:00", "11:00"), showAs: "tentative" });
    calendar.addEvent({ ...from(3, "11:00", "12:00"), showAs: "unknown" });
    calendar.addEvent({ ...from(3, "12:00", "13:00"), isCancelled: true });
    calendar.addEvent({ ...from(3, "13:00", "14:00"), responseStatus: { response: "declined" } });
    expect(await sync(now)).toBe("synced");
    const kept = [
      block(3, "08:00", "09:00"),
      block(3, "09:00", "10:00"),
      block(3, "10:00", "11:00"),
      block(3, "11:00", "12:00"),
    ];
    expect(await blocks()).toEqual(kept);
    expect((await row()).syncToken).not.toBeNull();
    expect(microsoft.complaints).toEqual([]);
  });

  it("leaves maybes where the host wants so", async () => {
    const { calendar, sync, blocks } = await microsoftHost(microsoft, { tentativeBlocks: false });
    calendar.addEvent({ ...from(3, "10:00", "11:00"), showAs: "tentative" });
    await sync();
    expect(await blocks()).toEqual([]);
  });

  it("takes whole days by the calendar's own zone", async () => {
    const { calendar, sync, blocks } = await microsoftHost(microsoft, { timezone: "Asia/Kolkata" });
    const midnight = (days: number) => ({ dateTime: `${date(days)}T00:00:00`, timeZone: "Asia/Kolkata" });
    calendar.addEvent({ start: midnight(5), end: midnight(7), isAllDay: true });
    await sync();
    expect(await blocks()).toEqual([`${date(4)}T18:30Z – ${date(6)}T18:30Z`]);
  });

  it("expands what recurs, with what was moved and left out; a series that is removed goes whole", async () => {
    const { calendar, connection, sync, blocks } = await microsoftHost(microsoft);
    const eventIds = async () => (await blocksInOrder(connection.id)).map(({ providerEventId }) => providerEventId);
    const range = { type: "numbered" as const, startDate: date(3), numberOfOccurrences: 4 };
    const recurrence = { pattern: { type: "daily" as const, interval: 1 }, range };
    const series = calendar.addEvent({ ...from(3, "09:00", "10:00"), recurrence });
    await sync();
    const expanded = [3, 4, 5, 6].map((days) => block(days, "09:00", "10:00"));
    expect(await blocks()).toEqual(expanded);
    const [, second, third] = await eventIds();
    calendar.changeEvent(second!, from(4, "14:00", "15:00"));
    calendar.removeEvent(third!);
    await sync();
    expect(await blocks()).toEqual([expanded[0], block(4, "14:00", "15:00"), expanded[3]]);
    calendar.changeEvent(series.id, { showAs: "free" });
    await sync();
    // What was moved stands for itself.
    expect((await blocks()).length).toBeLessThanOrEqual(1);
    calendar.changeEvent(series.id, { showAs: "busy" });
    await sync();
    expect(await blocks()).toEqual([expanded[0], block(4, "14:00", "15:00"), expanded[3]]);
    calendar.removeEvent(series.id);
    await sync();
    expect(await blocks()).toEqual([]);
  });
});

describe("the next reading", () => {
  it("follows the delta link", async () => {
    const { calendar, sync, blocks } = await microsoftHost(microsoft);
    const [first, second] = [3, 4].map((days) => calendar.addEvent(from(days, "09:00", "10:00")));
    await sync();
    calendar.changeEvent(first!.id, from(3, "11:00", "12:00"));
    calendar.removeEvent(second!.id);
    calendar.addEvent(from(5, "09:00", "10:00"));
    expect(await sync()).toBe("synced");
    expect(await blocks()).toEqual([block(3, "11:00", "12:00"), block(5, "09:00", "10:00")]);
  });

  it("lets go what was moved out of the window, and does not mind what was never known", async () => {
    const { calendar, sync, blocks } = await microsoftHost(microsoft);
    const event = calendar.addEvent(from(3, "09:00", "10:00"));
    await sync();
    calendar.changeEvent(event.id, from(900, "09:00", "10:00"));
    calendar.addEvent(from(901, "09:00", "10:00"));
    expect(await sync()).toBe("synced");
    expect(await blocks()).toEqual([]);
  });

  it.each(["SyncStateNotFound", "syncStateInvalid", "resyncRequired"])(
    "reads all of it at once where the link is not known any more (%s)",
    async (code) => {
      const { calendar, sync, blocks } = await microsoftHost(microsoft);
      for (let days = 3; days < 9; days++) calendar.addEvent(from(days, "09:00", "10:00"));
      await sync();
      calendar.removeEvent(calendar.events()[0]!.id);
      calendar.expireDelta(code);
      expect(await sync()).toBe("synced");
      expect(await blocks()).toHaveLength(5);
    },
  );
});

describe("one mailbox", () => {
  it("is never asked more than three things at once, however many of its calendars are read", async () => {
    const host = await microsoftHost(microsoft);
    const calendars = Array.from({ length: 7 }, (_, index) => host.account.addCalendar({ name: `Project ${index}` }));
    const others = await Promise.all(calendars.map(({ id }) => secondCalendar(host, id)));
    for (const calendar of calendars) calendar.addEvent(from(3, "09:00", "10:00"));
    microsoft.fail("*", { kind: "slow", ms: 60 }, 20);
    const results = await Promise.all([host.sync(), ...others.map(({ sync }) => sync())]);
    expect(results).toEqual(Array.from({ length: 8 }, () => "synced"));
    expect(microsoft.mostConcurrent(host.account.email)).toBeGreaterThan(1);
    expect(microsoft.mostConcurrent(host.account.email)).toBeLessThanOrEqual(3);
    for (const { blocks } of others) expect(await blocks()).toEqual([block(3, "09:00", "10:00")]);
  });
});
