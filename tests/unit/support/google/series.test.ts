import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeGoogle, type GoogleEvent, startFakeGoogle } from "../../../support/google";
import { grantedClient } from "../../../support/google/official";

const email = "ada@example.com";
const timeZone = "Europe/Berlin";
const id = "weekly0001";
const [calendarId, singleEvents] = ["primary", true];

let google: FakeGoogle;
let ada: ReturnType<FakeGoogle["addAccount"]>;
let events: ReturnType<typeof grantedClient>["calendar"]["events"];
beforeAll(async () => {
  google = await startFakeGoogle();
});
beforeEach(() => {
  google.reset();
  ada = google.addAccount({ email, timeZone });
  events = grantedClient(google, email, ["calendar.events"]).calendar.events;
});
afterAll(() => google.stop());

const timed = (recurrence: string[], first = "2026-03-16") =>
  ada.primary.addEvent({
    id,
    summary: "Weekly",
    start: { dateTime: `${first}T09:00:00`, timeZone },
    end: { dateTime: `${first}T10:00:00`, timeZone },
    recurrence,
  });

const list = async (query: object = {}) => (await events.list({ calendarId, ...query })).data;
const starts = (items: GoogleEvent[] = []) => items.map(({ start }) => start!.dateTime ?? start!.date);

describe("a series", () => {
  it("is one event, or its instances by the wall clock", async () => {
    timed(["RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20260323T090000"]);
    expect((await list()).items).toMatchObject([{ id, recurrence: [expect.any(String), expect.any(String)] }]);
    const { items } = await list({ singleEvents });
    expect(starts(items)).toEqual([
      "2026-03-16T09:00:00+01:00",
      "2026-03-30T09:00:00+02:00",
      "2026-04-06T09:00:00+02:00",
    ]);
    expect(items![1]).toMatchObject({
      id: `${id}_20260330T070000Z`,
      recurringEventId: id,
      originalStartTime: { dateTime: "2026-03-30T09:00:00+02:00", timeZone },
      iCalUID: `${id}@google.com`,
    });
    expect(items![1]).not.toHaveProperty("recurrence");
  });

  it.each([
    ["until an instant, inclusive", ["RRULE:FREQ=DAILY;UNTIL=20260318T080000Z"], 3],
    ["until an instant before", ["RRULE:FREQ=DAILY;UNTIL=20260318T075959Z"], 2],
    ["until a date", ["RRULE:FREQ=DAILY;UNTIL=20260318"], 3],
    ["on days of the week", ["RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5"], 5],
    ["with a date more", ["RRULE:FREQ=DAILY;COUNT=2", "RDATE;TZID=Europe/Berlin:20260401T120000"], 3],
    ["with an exclusion in UTC", ["RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20260317T080000Z"], 2],
  ])("repeats %s", async (_name, recurrence, count) => {
    timed(recurrence);
    expect((await list({ singleEvents })).items).toHaveLength(count);
  });

  it("of whole days keeps to dates", async () => {
    const days = { start: { date: "2026-03-28" }, end: { date: "2026-03-30" } };
    ada.primary.addEvent({ ...days, recurrence: ["RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE;VALUE=DATE:20260328"] });
    const { items } = await list({ singleEvents });
    expect(items).toMatchObject([{ start: { date: "2026-04-04" }, end: { date: "2026-04-06" } }]);
    expect(items![0]!.id).toMatch(/_20260404$/);
  });

  it("without an end is bounded by the query", async () => {
    timed(["RRULE:FREQ=DAILY"]);
    const bounds = { timeMin: "2026-03-17T08:30:00Z", timeMax: "2026-03-19T08:00:00Z" };
    const { items } = await list({ singleEvents, ...bounds });
    expect(starts(items)).toEqual(["2026-03-17T09:00:00+01:00", "2026-03-18T09:00:00+01:00"]);
    expect((await list(bounds)).items).toHaveLength(1);
  });

  it("that began long ago still reaches today", async () => {
    timed(["RRULE:FREQ=WEEKLY"], "2006-03-13");
    const eventId = `${id}_20260316T080000Z`;
    expect((await events.get({ calendarId, eventId })).data.start!.dateTime).toBe("2026-03-16T09:00:00+01:00");
    const bounds = { timeMin: "2026-03-16T00:00:00Z", timeMax: "2026-03-17T00:00:00Z" };
    expect((await list({ singleEvents, ...bounds })).items).toMatchObject([{ id: eventId }]);
  });

  it("knows each instance by its first start after it was moved", async () => {
    timed(["RRULE:FREQ=WEEKLY;COUNT=3"]);
    const eventId = `${id}_20260323T080000Z`;
    const requestBody = {
      start: { dateTime: "2026-03-24T15:00:00", timeZone },
      end: { dateTime: "2026-03-24T16:00:00", timeZone },
    };
    await events.patch({ calendarId, eventId, requestBody });
    const { items } = await list({ singleEvents, orderBy: "startTime" });
    expect(starts(items)).toEqual([
      "2026-03-16T09:00:00+01:00",
      "2026-03-24T15:00:00+01:00",
      "2026-03-30T09:00:00+02:00",
    ]);
    expect(items![1]).toMatchObject({ id: eventId, originalStartTime: { dateTime: "2026-03-23T09:00:00+01:00" } });
    expect((await list()).items).toHaveLength(2);
    const instances = await events.instances({ calendarId, eventId: id });
    expect(instances.data.items).toHaveLength(3);
  });

  it("loses a cancelled instance, which lists of series still tell of", async () => {
    timed(["RRULE:FREQ=WEEKLY;COUNT=3"]);
    const eventId = `${id}_20260323T080000Z`;
    await events.delete({ calendarId, eventId });
    expect((await list({ singleEvents })).items).toHaveLength(2);
    expect((await list({ singleEvents, showDeleted: true })).items).toHaveLength(3);
    const cancelled = (await list()).items!.find(({ status }) => status === "cancelled");
    expect(Object.keys(cancelled!).sort()).toEqual(
      ["etag", "id", "kind", "originalStartTime", "recurringEventId", "status"].sort(),
    );
    expect((await events.get({ calendarId, eventId })).data.status).toBe("cancelled");
  });
});

describe("changes of a series, as single events", () => {
  it("tell which instances are new and which are gone, beyond the first list's bounds", async () => {
    timed(["RRULE:FREQ=WEEKLY;COUNT=3"]);
    const bounds = { timeMin: "2026-03-01T00:00:00Z", timeMax: "2026-03-20T00:00:00Z" };
    const first = await list({ singleEvents, ...bounds });
    expect(first.items).toHaveLength(1);
    ada.primary.changeEvent(id, { recurrence: ["RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3"] });
    const delta = await list({ singleEvents, syncToken: first.nextSyncToken! });
    const told = delta.items!.map(({ id: instance, status }) => `${instance!.split("_")[1]!.slice(0, 8)} ${status}`);
    expect(told.sort()).toEqual([
      "20260316 confirmed",
      "20260323 cancelled",
      "20260330 confirmed",
      "20260413 confirmed",
    ]);
    ada.primary.removeEvent(id);
    const last = await list({ singleEvents, syncToken: delta.nextSyncToken! });
    expect(last.items!.map(({ status }) => status)).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect(last.items!.every((item) => item.recurringEventId === id && item.originalStartTime)).toBe(true);
  });

  it("drop what was changed about an instance that the series has no more", async () => {
    timed(["RRULE:FREQ=WEEKLY;COUNT=3"]);
    ada.primary.changeEvent(`${id}_20260323T080000Z`, { summary: "Special" });
    expect((await list({ singleEvents })).items).toHaveLength(3);
    ada.primary.changeEvent(id, { recurrence: ["RRULE:FREQ=WEEKLY;COUNT=1"] });
    expect((await list({ singleEvents })).items).toHaveLength(1);
  });
});
