import type { PatternedRecurrence } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeMicrosoft, startFakeMicrosoft } from "../../../support/microsoft";
import { at, december, graphOf, oneHour, round } from "./graph-call";

const microsoft: FakeMicrosoft = await startFakeMicrosoft();
afterAll(() => microsoft.stop());

const start = `/me/calendarView/delta?${december}`;
const weekly: PatternedRecurrence = {
  pattern: { type: "weekly", interval: 1, daysOfWeek: ["tuesday"] },
  range: { type: "noEnd", startDate: "2026-12-01" },
};

describe("a delta of a calendar's view", () => {
  let calendar: ReturnType<FakeMicrosoft["addAccount"]>["defaultCalendar"];
  let graph: ReturnType<typeof graphOf>;

  beforeEach(() => {
    microsoft.reset();
    calendar = microsoft.addAccount({ email: "maya@contoso.example" }).defaultCalendar;
    graph = graphOf(microsoft, "maya@contoso.example");
  });

  it("gives what is in the window, and then what changed", async () => {
    const first = calendar.addEvent({ subject: "One", ...oneHour });
    calendar.addEvent({ subject: "Elsewhen", start: at(9, "2027-02-01"), end: at(10, "2027-02-01") });
    const began = await round(graph, start);
    expect(began.items.map(({ subject }) => subject)).toEqual(["One"]);
    expect((await round(graph, began.next)).items).toEqual([]);

    calendar.changeEvent(first.id, { subject: "One, later" });
    const second = calendar.addEvent({ subject: "Two", ...oneHour });
    const changed = await round(graph, began.next);
    expect(changed.items.map(({ subject }) => subject)).toEqual(["One, later", "Two"]);

    calendar.removeEvent(second.id);
    const removed = await round(graph, changed.next);
    expect(removed.items).toEqual([{ id: second.id, "@removed": { reason: "deleted" } }]);
  });

  it("calls removed what lies outside the window, even if it never was inside", async () => {
    const { next } = await round(graph, start);
    const far = calendar.addEvent({ start: at(9, "2027-02-01"), end: at(10, "2027-02-01") });
    const changed = await round(graph, next);
    expect(changed.items).toEqual([{ id: far.id, "@removed": { reason: "deleted" } }]);
    const moved = calendar.addEvent(oneHour);
    const { next: then } = await round(graph, changed.next);
    calendar.changeEvent(moved.id, { start: at(9, "2027-03-01"), end: at(10, "2027-03-01") });
    expect((await round(graph, then)).items).toEqual([{ id: moved.id, "@removed": { reason: "deleted" } }]);
  });

  it("ends each page with one link; pages may be empty, and items may come twice", async () => {
    for (let count = 0; count < 5; count++) calendar.addEvent({ subject: `${count}`, ...oneHour });
    const prefer = 'odata.maxpagesize=2, outlook.timezone="UTC"';
    const { pages, items } = await round(graph, start, prefer);
    expect(pages.map((page) => page.length)).toEqual([2, 0, 2, 2, 2, 0]);
    expect(new Set(items.map(({ subject }) => subject)).size).toBe(5);
    const { headers } = await graph(start, { prefer });
    expect(headers.get("preference-applied")).toBe('odata.maxpagesize=2, outlook.timezone="UTC"');
  });

  it("tells a round as it was when it began, and later changes in the next one", async () => {
    for (let count = 0; count < 5; count++) calendar.addEvent({ subject: `${count}`, ...oneHour });
    const { body } = await graph(start, { prefer: "odata.maxpagesize=3" });
    calendar.changeEvent(calendar.events()[4]!.id, { subject: "Changed meanwhile" });
    const { items, next } = await round(graph, body["@odata.nextLink"]);
    expect(items.map(({ subject }) => subject)).not.toContain("Changed meanwhile");
    expect((await round(graph, next)).items.map(({ subject }) => subject)).toEqual(["Changed meanwhile"]);
  });

  it("tells of an occurrence only when it is: the rest is its master's", async () => {
    const series = calendar.addEvent({ subject: "Standup", showAs: "tentative", ...oneHour, recurrence: weekly });
    const { items } = await round(graph, start);
    expect(items.map(({ type }) => type)).toEqual(["seriesMaster", ...Array<string>(5).fill("occurrence")]);
    expect(items[0]).toMatchObject({ id: series.id, subject: "Standup", showAs: "tentative" });
    expect(Object.keys(items[1]).sort()).toEqual(
      ["@odata.etag", "@odata.type", "end", "id", "seriesMasterId", "start", "type"].sort(),
    );
    microsoft.seriesMasters = "missing";
    expect((await round(graph, start)).items.map(({ type }) => type)).toEqual(Array(5).fill("occurrence"));
  });

  it("sends a changed series again as a whole, without a word about what is gone from it", async () => {
    calendar.addEvent({ subject: "Standup", ...oneHour, recurrence: weekly });
    const { items, next } = await round(graph, start);
    calendar.removeEvent(items[2].id);
    calendar.changeEvent(items[3].id, { subject: "Standup, but longer", end: at(12, "2026-12-15") });
    const changed = await round(graph, next);
    expect(changed.items.map(({ type, start: { dateTime } }) => `${type} ${dateTime.slice(8, 10)}`)).toEqual([
      "seriesMaster 01",
      "occurrence 01",
      "exception 15",
      "occurrence 22",
      "occurrence 29",
    ]);
    expect(changed.items[2]).toMatchObject({ subject: "Standup, but longer", seriesMasterId: items[0].id });
    calendar.removeEvent(items[0].id);
    expect((await round(graph, changed.next)).items).toEqual([{ id: items[0].id, "@removed": { reason: "deleted" } }]);
  });

  it("keeps the window in the token, for one calendar of one mailbox", async () => {
    const same = `/me/calendars/same/calendarView/delta?${december}`;
    microsoft.addAccount({ email: "lea@contoso.example" }).addCalendar({ id: "same", name: "Lea's" });
    microsoft.addAccount({ email: "omar@contoso.example" }).addCalendar({ id: "same", name: "Omar's" });
    const lea = graphOf(microsoft, "lea@contoso.example");
    const { next } = await round(lea, same);
    expect(next).not.toContain("startDateTime");
    const other = await graphOf(microsoft, "omar@contoso.example")(next);
    expect([other.status, other.body.error.code.toLowerCase()]).toEqual([410, "syncstateinvalid"]);
    expect((await lea(next.replace("/calendars/same", ""))).status).toBe(410);
    expect((await lea(next)).status).toBe(200);
  });

  it("takes no shaping of its answers, and needs a window", async () => {
    for (const shaping of ["$select=subject", "$filter=x", "$orderby=x", "$expand=x", "$search=x", "$top=5"]) {
      expect((await graph(`${start}&${shaping}`)).status).toBe(400);
    }
    expect((await graph("/me/calendarView/delta")).status).toBe(400);
    expect((await graph("/me/calendarView/delta?startDateTime=tomorrow&endDateTime=x")).status).toBe(400);
  });

  it("forgets, with a 410 in either spelling and an address to begin again", async () => {
    const { next } = await round(graph, start);
    calendar.expireDelta("SyncStateNotFound");
    const codes = [await graph(next), await graph(next)].map(({ status, body }) => `${status} ${body.error.code}`);
    expect(codes.sort()).toEqual(["410 SyncStateNotFound", "410 syncStateNotFound"]);
    calendar.expireDelta("resyncRequired");
    const { headers } = await graph(next);
    const again = await round(graph, headers.get("location")!);
    expect(again.status).toBe(200);
    expect((await round(graph, again.next)).status).toBe(200);
  });

  it("forgets in the middle of a round, once", async () => {
    calendar.addEvent(oneHour);
    calendar.expireDelta("resyncRequired", true);
    const broken = await round(graph, start);
    expect(broken).toMatchObject({ status: 410, pages: [[{ type: "singleInstance" }]] });
    expect((await round(graph, start)).status).toBe(200);
  });

  it("keeps the immutable id of an event that moves to another calendar, and not the other one", async () => {
    const account = microsoft.addAccount({ email: "lea@contoso.example" });
    const [from, to] = [account.defaultCalendar, account.addCalendar({ name: "Other" })];
    const event = from.addEvent(oneHour);
    const mine = graphOf(microsoft, "lea@contoso.example");
    const immutable = 'IdType="ImmutableId"';
    const before = await round(mine, start, immutable);
    const id = from.moveEvent(event.id, to);
    expect(id).not.toBe(event.id);
    const gone = await round(mine, before.next, immutable);
    expect(gone.items).toEqual([{ id: before.items[0].id, "@removed": { reason: "deleted" } }]);
    const there = await round(mine, `/me/calendars/${to.id}/calendarView/delta?${december}`, immutable);
    expect(there.items[0].id).toBe(before.items[0].id);
    expect(microsoft.complaints).toEqual([]);
    await mine("/me/events");
    expect(microsoft.complaints).toEqual([expect.stringContaining("immutable ids")]);
  });
});
