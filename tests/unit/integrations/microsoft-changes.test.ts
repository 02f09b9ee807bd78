import type { Event, RecurrencePattern } from "@microsoft/microsoft-graph-types";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { addHost, startMicrosoft, wantEvent } from "./microsoft-account";

const { fake, provider } = await startMicrosoft();
afterEach(() => {
  expect(fake.complaints).toEqual([]);
  fake.reset();
});
afterAll(() => fake.stop());

type Host = ReturnType<typeof addHost>;

const window = { from: Date.parse("2027-03-01T00:00:00Z"), to: Date.parse("2027-05-01T00:00:00Z") };

async function read({ access, calendar }: Host, token: string | null = null) {
  const done = await provider.listChanges(access, { calendarId: calendar.id, window, token });
  if (!done.ok) throw new Error(`${done.failure.kind}: ${done.failure.said}`);
  return done.value;
}

function at(day: string, from: string, to: string, more: Partial<Event> = {}) {
  const time = (clock: string) => ({ dateTime: `${day}T${clock}:00`, timeZone: "UTC" });
  return { subject: "Dentist", start: time(from), end: time(to), ...more };
}

const weekly: Partial<Event> = {
  recurrence: {
    pattern: { type: "weekly", interval: 1, daysOfWeek: ["tuesday"] },
    range: { type: "numbered", startDate: "2027-03-02", numberOfOccurrences: 3, recurrenceTimeZone: "UTC" },
  },
};

describe("reading a Microsoft calendar", () => {
  it("gives the window's events in UTC, whatever zone they and the mailbox are in", async () => {
    const host = addHost(fake, { timeZone: "Europe/Berlin" });
    const time = (clock: string) => ({ dateTime: `2027-03-02T${clock}:00`, timeZone: "Pacific Standard Time" });
    host.calendar.addEvent({ subject: "Far away", start: time("09:00"), end: time("10:00") });
    host.calendar.addEvent(at("2027-06-01", "09:00", "10:00"));
    const { isFull, events, removed } = await read(host);
    expect({ isFull, removed }).toEqual({ isFull: true, removed: [] });
    expect(events).toEqual([
      {
        id: expect.any(String) as string,
        seriesId: null,
        icalUid: expect.any(String) as string,
        etag: expect.stringMatching(/^W\//) as string,
        when: { from: Date.parse("2027-03-02T17:00:00Z"), to: Date.parse("2027-03-02T18:00:00Z") },
        isCancelled: false,
        answer: "none",
        showAs: "busy",
        bookingId: null,
      },
    ]);
  });

  it("gives an all-day event as days, of no zone", async () => {
    const host = addHost(fake, { timeZone: "America/New_York" });
    const day = (date: string) => ({ dateTime: `${date}T00:00:00`, timeZone: "America/New_York" });
    host.calendar.addEvent({ subject: "Off", isAllDay: true, start: day("2027-03-04"), end: day("2027-03-06") });
    expect((await read(host)).events).toMatchObject([{ when: { firstDay: "2027-03-04", endDay: "2027-03-06" } }]);
  });

  it.each([
    [{ showAs: "busy" }, { showAs: "busy" }],
    [{ showAs: "oof" }, { showAs: "out_of_office" }],
    [{ showAs: "tentative" }, { showAs: "tentative" }],
    [{ showAs: "free" }, { showAs: "free" }],
    [{ showAs: "workingElsewhere" }, { showAs: "free" }],
    [{ showAs: "unknown" }, { showAs: "busy" }],
    [{ isCancelled: true }, { isCancelled: true }],
    [{ responseStatus: { response: "declined" } }, { answer: "declined" }],
    [{ responseStatus: { response: "tentativelyAccepted" } }, { answer: "tentative" }],
    [{ responseStatus: { response: "notResponded" } }, { answer: "none" }],
    [{ responseStatus: { response: "organizer" } }, { answer: "none" }],
  ] as const)("takes %j for %j", async (given, expected) => {
    const host = addHost(fake);
    host.calendar.addEvent(at("2027-03-02", "09:00", "10:00", given));
    expect((await read(host)).events).toMatchObject([expected]);
  });

  it("knows the booking that an event was written for", async () => {
    const host = addHost(fake);
    const wanted = wantEvent();
    await provider.createEvent(host.access, host.calendar.id, wanted);
    host.calendar.addEvent(at("2027-03-02", "09:00", "10:00", { transactionId: "localevent:something" }));
    const { events } = await read(host);
    expect(events.map(({ bookingId }) => bookingId)).toEqual([wanted.bookingId, null]);
  });

  it("still has a booking's event, once, after its host made a series of it", async () => {
    const host = addHost(fake);
    const { bookingId, start, end } = wantEvent();
    await provider.createEvent(host.access, host.calendar.id, wantEvent());
    const { token } = await read(host);
    const range = { type: "noEnd", startDate: "2027-03-01" } as const;
    const pattern: RecurrencePattern = { type: "weekly", interval: 1, daysOfWeek: ["monday"] };
    host.calendar.changeEvent(host.calendar.events()[0]!.id, { recurrence: { pattern, range } });
    const { events } = await read(host, token);
    const own = events.filter((event) => event.bookingId === bookingId);
    expect(own).toMatchObject([{ when: { from: start, to: end } }]);
    expect(events.length).toBeGreaterThan(5);
  });

  it("reads on from where it ended: what is new, what has changed, what is gone", async () => {
    const host = addHost(fake);
    const dentist = host.calendar.addEvent(at("2027-03-02", "09:00", "10:00"));
    const lunch = host.calendar.addEvent(at("2027-03-03", "12:00", "13:00"));
    const full = await read(host);
    host.calendar.changeEvent(dentist.id, at("2027-03-02", "11:00", "12:00"));
    host.calendar.removeEvent(lunch.id);
    host.calendar.addEvent(at("2027-03-05", "09:00", "10:00"));
    const next = await read(host, full.token);
    expect(next.isFull).toBe(false);
    expect(next.removed).toEqual([full.events[1]!.id]);
    expect(next.events.map(({ when }) => when)).toEqual([
      { from: Date.parse("2027-03-02T11:00:00Z"), to: Date.parse("2027-03-02T12:00:00Z") },
      { from: Date.parse("2027-03-05T09:00:00Z"), to: Date.parse("2027-03-05T10:00:00Z") },
    ]);
    expect(await read(host, next.token)).toMatchObject({ events: [], removed: [] });
  });

  it("drops an event that was moved out of the window", async () => {
    const host = addHost(fake);
    const dentist = host.calendar.addEvent(at("2027-03-02", "09:00", "10:00"));
    const full = await read(host);
    host.calendar.changeEvent(dentist.id, at("2027-09-02", "09:00", "10:00"));
    expect(await read(host, full.token)).toMatchObject({ events: [], removed: [full.events[0]!.id] });
  });

  it("reads all pages, and each event once though pages overlap", async () => {
    const host = addHost(fake);
    for (let index = 0; index < 450; index++) host.calendar.addEvent(at("2027-03-02", "09:00", "10:00"));
    const { events } = await read(host);
    expect(new Set(events.map(({ id }) => id)).size).toBe(450);
    expect(events).toHaveLength(450);
    const asked = fake.requests.filter(({ route }) => route === "delta");
    expect(asked.length).toBeGreaterThan(3);
  });

  it.each(["SyncStateNotFound", "syncStateNotFound", "resyncRequired", "SyncStateInvalid"])(
    "starts anew where Microsoft says %s",
    async (code) => {
      const host = addHost(fake);
      const { token } = await read(host);
      host.calendar.expireDelta(code);
      const ask = { calendarId: host.calendar.id, window, token };
      expect(await provider.listChanges(host.access, ask)).toMatchObject({ failure: { kind: "expired" } });
    },
  );

  it("starts anew where Microsoft says so between two pages", async () => {
    const host = addHost(fake);
    for (let index = 0; index < 450; index++) host.calendar.addEvent(at("2027-03-02", "09:00", "10:00"));
    host.calendar.expireDelta("syncStateNotFound", true);
    const ask = { calendarId: host.calendar.id, window, token: null };
    expect(await provider.listChanges(host.access, ask)).toMatchObject({ failure: { kind: "expired" } });
    expect((await read(host)).events).toHaveLength(450);
  });

  it("tells a calendar that is gone from a round that is", async () => {
    const { access } = addHost(fake);
    const done = await provider.listChanges(access, { calendarId: "no-such-calendar", window, token: null });
    expect(done).toMatchObject({ ok: false, failure: { kind: "gone" } });
  });

  it("starts anew with a link of another Graph, and takes the token nowhere", async () => {
    const host = addHost(fake);
    const ask = {
      calendarId: host.calendar.id,
      window,
      token: "https://graph.elsewhere.example/v1.0/me?$deltatoken=1",
    };
    expect(await provider.listChanges(host.access, ask)).toMatchObject({ failure: { kind: "expired" } });
    expect(fake.requests).toEqual([]);
  });
});

describe.each(["listed", "missing"] as const)("a series whose master is %s", (masters) => {
  function addSeries(more: Partial<Event> = {}) {
    fake.seriesMasters = masters;
    const host = addHost(fake);
    const series = host.calendar.addEvent(at("2027-03-02", "09:00", "10:00", { ...weekly, ...more }));
    return { host, series };
  }

  const startsOf = ({ events }: Awaited<ReturnType<typeof read>>) =>
    events.map(({ when }) => "from" in when && new Date(when.from).toISOString().slice(0, 16)).sort();

  it("is told by its occurrences, each with what the master says", async () => {
    const { host } = addSeries({ showAs: "oof", responseStatus: { response: "tentativelyAccepted" } });
    const full = await read(host);
    expect(startsOf(full)).toEqual(["2027-03-02T09:00", "2027-03-09T09:00", "2027-03-16T09:00"]);
    expect(full.events).toMatchObject(Array(3).fill({ showAs: "out_of_office", answer: "tentative" }));
    expect(new Set(full.events.map(({ seriesId }) => seriesId))).toEqual(new Set([full.events[0]!.seriesId]));
    expect(full.events[0]!.seriesId).not.toBeNull();
  });

  it("of whole days is days", async () => {
    const day = (date: string) => ({ dateTime: `${date}T00:00:00`, timeZone: "UTC" });
    const { host } = addSeries({ isAllDay: true, start: day("2027-03-02"), end: day("2027-03-03") });
    expect((await read(host)).events.map(({ when }) => when)).toContainEqual({
      firstDay: "2027-03-09",
      endDay: "2027-03-10",
    });
  });

  it("is told anew as a whole once one of it is cancelled, of which nothing else is said", async () => {
    const { host, series } = addSeries();
    const full = await read(host);
    const second = full.events.find(({ when }) => "from" in when && when.from === Date.parse("2027-03-09T09:00:00Z"))!;
    host.calendar.removeEvent(second.id);
    const next = await read(host, full.token);
    expect(next.removed).toContain(second.seriesId);
    expect(startsOf(next)).toEqual(["2027-03-02T09:00", "2027-03-16T09:00"]);
    host.calendar.removeEvent(series.id);
    const last = await read(host, next.token);
    expect(last).toMatchObject({ events: [], removed: [second.seriesId] });
  });

  it("gives one of it that was moved at its own time, once", async () => {
    const { host } = addSeries();
    const full = await read(host);
    const first = full.events.find(({ when }) => "from" in when && when.from === Date.parse("2027-03-02T09:00:00Z"))!;
    host.calendar.changeEvent(first.id, at("2027-03-03", "15:00", "16:00", { showAs: "free" }));
    const next = await read(host, full.token);
    expect(startsOf(next)).toEqual(["2027-03-03T15:00", "2027-03-09T09:00", "2027-03-16T09:00"]);
    expect(next.events.filter(({ showAs }) => showAs === "free")).toHaveLength(1);
  });
});
