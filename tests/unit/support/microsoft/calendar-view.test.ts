import type { Event, PatternedRecurrence } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeMicrosoft, startFakeMicrosoft } from "../../../support/microsoft";
import { type Answered, at, december, graphOf, oneHour } from "./graph-call";

const microsoft: FakeMicrosoft = await startFakeMicrosoft();
afterAll(() => microsoft.stop());
beforeEach(() => microsoft.reset());

const email = "maya@contoso.example";
const starts = ({ body }: Answered) => body.value.map((each: { start: { dateTime: string } }) => each.start.dateTime);

describe("times", () => {
  it("have seven digits and no offset, in the zone that was asked for", async () => {
    const { defaultCalendar } = microsoft.addAccount({ email });
    const { id } = defaultCalendar.addEvent({
      start: at(9, "2026-07-01", "Europe/Berlin"),
      end: at(10, "2026-07-01", "Europe/Berlin"),
    });
    const graph = graphOf(microsoft, email);
    const start = async (prefer: string | null) => (await graph(`/me/events/${id}`, { prefer })).body.start;
    expect(await start(null)).toEqual({ dateTime: "2026-07-01T07:00:00.0000000", timeZone: "UTC" });
    expect(await start('outlook.timezone="India Standard Time"')).toEqual({
      dateTime: "2026-07-01T12:30:00.0000000",
      timeZone: "India Standard Time",
    });
    expect(await start('outlook.timezone="America/New_York"')).toMatchObject({ timeZone: "America/New_York" });
    const { body } = await graph(`/me/events/${id}`);
    expect(body.originalStartTimeZone).toBe("W. Europe Standard Time");
    expect((await graph(`/me/events/${id}`, { prefer: 'outlook.timezone="Mars/Olympus"' })).status).toBe(400);
  });

  it("are told in the mailbox's own zone, by its Windows name, where nobody asks", async () => {
    const { defaultCalendar } = microsoft.addAccount({ email, timeZone: "Europe/Berlin" });
    const { id } = defaultCalendar.addEvent({ start: at(9, "2026-07-01"), end: at(10, "2026-07-01") });
    const { body } = await graphOf(microsoft, email)(`/me/events/${id}`, { prefer: null });
    expect(body.start).toEqual({ dateTime: "2026-07-01T11:00:00.0000000", timeZone: "W. Europe Standard Time" });
  });

  it("of whole days are days, whichever zone they are told in", async () => {
    const { defaultCalendar } = microsoft.addAccount({ email, timeZone: "America/New_York" });
    defaultCalendar.addEvent({ start: at(0, "2026-12-24"), end: at(0, "2026-12-25"), isAllDay: true });
    const graph = graphOf(microsoft, email);
    const view = (from: string, to: string) => graph(`/me/calendarView?startDateTime=${from}&endDateTime=${to}`);
    const found = await view("2026-12-25T04:00:00Z", "2026-12-25T05:00:00Z");
    expect(starts(found)).toEqual(["2026-12-24T00:00:00.0000000"]);
    expect(starts(await view("2026-12-24T03:00:00Z", "2026-12-24T05:00:00Z"))).toEqual([]);
  });
});

describe("a view of a calendar", () => {
  it("has series in their occurrences, at the same wall time all year", async () => {
    const { defaultCalendar } = microsoft.addAccount({ email });
    const zone = "Europe/Berlin";
    const series = defaultCalendar.addEvent({
      subject: "Review",
      start: at(9, "2026-03-25", zone),
      end: at(10, "2026-03-25", zone),
      recurrence: {
        pattern: { type: "weekly", interval: 1, daysOfWeek: ["wednesday", "friday"], firstDayOfWeek: "monday" },
        range: { type: "numbered", startDate: "2026-03-25", numberOfOccurrences: 4 },
      },
    });
    const graph = graphOf(microsoft, email);
    const spring = "startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z";
    const { body } = await graph(`/me/calendarView?${spring}`);
    expect(starts({ body } as Answered)).toEqual([
      "2026-03-25T08:00:00.0000000",
      "2026-03-27T08:00:00.0000000",
      "2026-04-01T07:00:00.0000000",
      "2026-04-03T07:00:00.0000000",
    ]);
    expect(body.value[1]).toMatchObject({ type: "occurrence", subject: "Review", seriesMasterId: series.id });

    const [, second, third] = body.value;
    await graph(`/me/events/${second.id}`, {
      method: "PATCH",
      body: { subject: "Once", start: at(15, "2026-03-27"), end: at(16, "2026-03-27") },
    });
    expect((await graph(`/me/events/${third.id}`, { method: "DELETE" })).status).toBe(204);
    expect((await graph(`/me/events/${third.id}`)).status).toBe(404);
    const after = await graph(`/me/events/${series.id}/instances?${spring}`);
    expect(
      after.body.value.map(({ type, subject }: { type: string; subject: string }) => `${type} ${subject}`),
    ).toEqual(["occurrence Review", "exception Once", "occurrence Review"]);
    expect((await graph("/me/events")).body.value).toMatchObject([{ type: "seriesMaster", subject: "Review" }]);
  });

  it("repeats whole days as days, with as many days", async () => {
    const { defaultCalendar } = microsoft.addAccount({ email, timeZone: "America/New_York" });
    const range = { type: "numbered", startDate: "2026-10-30", numberOfOccurrences: 2 } as const;
    const recurrence = {
      pattern: { type: "weekly", interval: 1, daysOfWeek: ["friday"] },
      range,
    } as PatternedRecurrence;
    const days = { start: at(0, "2026-10-30"), end: at(0, "2026-11-01"), isAllDay: true };
    defaultCalendar.addEvent({ ...days, recurrence });
    const graph = graphOf(microsoft, email);
    const found = await graph("/me/calendarView?startDateTime=2026-10-01T00:00:00Z&endDateTime=2026-12-01T00:00:00Z");
    const span = ({ start, end }: Event) => `${start!.dateTime!.slice(0, 10)} ${end!.dateTime!.slice(0, 10)}`;
    expect(found.body.value.map(span)).toEqual(["2026-10-30 2026-11-01", "2026-11-06 2026-11-08"]);
    const late = await graph("/me/calendarView?startDateTime=2026-11-01T03:59:00Z&endDateTime=2026-11-01T04:00:00Z");
    expect(late.body.value).toHaveLength(1);
  });

  it.each([
    [{ type: "daily", interval: 10 }, { type: "endDate", endDate: "2026-12-21" }, ["01", "11", "21"]],
    [{ type: "absoluteMonthly", interval: 1, dayOfMonth: 31 }, { type: "noEnd" }, ["31"]],
    [{ type: "weekly", interval: 2, daysOfWeek: ["tuesday"] }, { type: "noEnd" }, ["01", "15", "29"]],
  ])("knows %o until %o", async (pattern, range, days) => {
    const { defaultCalendar } = microsoft.addAccount({ email });
    const recurrence = { pattern, range: { startDate: "2026-12-01", ...range } } as never;
    defaultCalendar.addEvent({ ...oneHour, recurrence });
    const found = await graphOf(microsoft, email)(`/me/calendarView?${december}`);
    expect(starts(found).map((text: string) => text.slice(8, 10))).toEqual(days);
  });

  it("shows a month's last day where it is shorter", async () => {
    const { defaultCalendar } = microsoft.addAccount({ email });
    const range = { type: "noEnd", startDate: "2026-12-31" } as const;
    const recurrence = { pattern: { type: "absoluteMonthly", interval: 1, dayOfMonth: 31 }, range } as const;
    defaultCalendar.addEvent({ start: at(9, "2026-12-31"), end: at(10, "2026-12-31"), recurrence });
    const spring = "startDateTime=2027-02-01T00:00:00Z&endDateTime=2027-04-01T00:00:00Z";
    const found = await graphOf(microsoft, email)(`/me/calendarView?${spring}`);
    expect(starts(found).map((text: string) => text.slice(0, 10))).toEqual(["2027-02-28", "2027-03-31"]);
  });

  it("refuses loudly to repeat an event in a way that it can't", () => {
    const { defaultCalendar } = microsoft.addAccount({ email });
    const pattern = { type: "relativeMonthly", interval: 1 } as const;
    const recurrence = { pattern, range: { type: "noEnd", startDate: "2026-12-01" } } as const;
    expect(() => defaultCalendar.addEvent({ ...oneHour, recurrence })).toThrow("no relativeMonthly recurrence");
  });

  it("comes in pages with links to follow", async () => {
    const { defaultCalendar } = microsoft.addAccount({ email });
    for (let day = 10; day < 23; day++)
      defaultCalendar.addEvent({ start: at(9, `2026-12-${day}`), end: at(10, `2026-12-${day}`) });
    const graph = graphOf(microsoft, email);
    const first = await graph(`/me/calendarView?${december}`);
    expect(first.body.value).toHaveLength(10);
    const second = await graph(first.body["@odata.nextLink"]);
    expect(second.body.value).toHaveLength(3);
    expect(second.body).not.toHaveProperty("@odata.nextLink");
    expect((await graph(`/me/calendarView?${december}&$top=5000`)).status).toBe(400);
  });
});
