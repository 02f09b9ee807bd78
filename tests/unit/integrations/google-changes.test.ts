import { describe, expect, it } from "vitest";
import type { ProviderEvent } from "~/integrations/calendar-provider";
import { email, failureOf, hour, start, useGoogle, valueOf, wanted } from "./google-account";

const { google, provider, calls, access, account } = await useGoogle();

const day = 24 * hour;
const window = { from: start - day, to: start + 60 * day };
const time = (ms: number) => ({ dateTime: new Date(ms).toISOString(), timeZone: "UTC" });

async function read(token: string | null = null) {
  return valueOf(await provider.listChanges(access(), { calendarId: email, window, token }));
}

async function readOne(event: Parameters<typeof add>[0]): Promise<ProviderEvent | undefined> {
  add(event);
  return (await read()).events[0];
}

function add(event: NonNullable<Parameters<ReturnType<typeof account>["primary"]["addEvent"]>[0]>) {
  return account().primary.addEvent({ start: time(start), end: time(start + hour), ...event });
}

const self = (responseStatus: string) => ({
  attendees: [
    { email: "boss@example.com", responseStatus: "accepted" },
    { email, responseStatus },
  ],
  organizer: { email: "boss@example.com" },
});

describe("reading a calendar from the start", () => {
  it("tells of the events of the window, and nothing of what they are about", async () => {
    const { id } = add({ summary: "Secret plan", description: "Hush" });
    add({ start: time(start + 90 * day), end: time(start + 90 * day + hour) });
    const changes = await read();
    expect(changes).toMatchObject({ isFull: true, removed: [], token: expect.any(String) as string });
    expect(changes.events).toEqual([
      {
        id,
        seriesId: null,
        icalUid: `${id}@google.com`,
        etag: expect.any(String) as string,
        when: { from: start, to: start + hour },
        isCancelled: false,
        answer: "none",
        showAs: "busy",
        bookingId: null,
      },
    ]);
    expect(calls("events.list")[0]!.query.fields).not.toMatch(/summary|description|location/);
  });

  it("tells of each occurrence of a recurring event", async () => {
    const { id } = add({ recurrence: ["RRULE:FREQ=DAILY;COUNT=3"] });
    const { events } = await read();
    expect(events.map(({ when }) => when)).toEqual(
      [0, 1, 2].map((days) => ({ from: start + days * day, to: start + days * day + hour })),
    );
    expect(new Set(events.map(({ seriesId }) => seriesId))).toEqual(new Set([id]));
  });

  it("tells days as days", async () => {
    const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const event = await readOne({ start: { date: date(start) }, end: { date: date(start + 2 * day) } });
    expect(event?.when).toEqual({ firstDay: date(start), endDay: date(start + 2 * day) });
  });

  it.each([
    [{}, "busy", "none"],
    [{ transparency: "transparent" }, "free", "none"],
    [{ status: "tentative" }, "tentative", "none"],
    [{ eventType: "outOfOffice" }, "out_of_office", "none"],
    [{ eventType: "focusTime" }, "busy", "none"],
    [{ eventType: "workingLocation" }, "free", "none"],
    [{ eventType: "birthday" }, "free", "none"],
    [{ end: time(start) }, "free", "none"],
    [self("declined"), "busy", "declined"],
    [self("tentative"), "busy", "tentative"],
    [self("accepted"), "busy", "accepted"],
    [self("needsAction"), "busy", "none"],
  ])("reads %j as %s, answered with %s", async (event, showAs, answer) => {
    expect(await readOne(event)).toMatchObject({ showAs, answer });
  });

  it("knows the events that we wrote", async () => {
    valueOf(await provider.createEvent(access(), email, wanted()));
    expect((await read()).events).toMatchObject([{ bookingId: wanted().bookingId }]);
  });

  it("goes on to the last page, also past an empty one", async () => {
    Object.assign(google.pages, { atMost: 2, firstIsEmpty: true });
    for (let count = 0; count < 5; count++) add({});
    expect((await read()).events).toHaveLength(5);
    expect(calls("events.list").length).toBeGreaterThan(3);
  });

  it("sees only the times where a calendar shows no more", async () => {
    const shared = account().addCalendar({ summary: "Team", accessRole: "freeBusyReader" });
    shared.addEvent({ start: time(start), end: time(start + hour) });
    const changes = await provider.listChanges(access(), { calendarId: shared.id, window, token: null });
    expect(valueOf(changes).events).toMatchObject([{ when: { from: start, to: start + hour }, showAs: "busy" }]);
  });
});

describe("reading what has changed since", () => {
  it("tells of that alone", async () => {
    const [stays, moves, goes] = [add({}), add({}), add({})];
    const { token } = await read();
    account().primary.changeEvent(moves.id, { start: time(start + 2 * hour), end: time(start + 3 * hour) });
    account().primary.removeEvent(goes.id);
    const added = add({});
    const changes = await read(token);
    expect(changes.isFull).toBe(false);
    expect(changes.events.map(({ id }) => id).sort()).toEqual([moves.id, added.id].sort());
    expect(changes.events.find(({ id }) => id === moves.id)?.when).toMatchObject({ from: start + 2 * hour });
    expect(changes.removed).toEqual([goes.id]);
    expect([...changes.events.map(({ id }) => id), ...changes.removed]).not.toContain(stays.id);
    expect(await read(changes.token)).toMatchObject({ isFull: false, events: [], removed: [] });
    expect(google.complaints).toEqual([]);
  });

  it("tells of each occurrence of a series that went", async () => {
    const { id } = add({ recurrence: ["RRULE:FREQ=DAILY;COUNT=3"] });
    const { token, events } = await read();
    account().primary.removeEvent(id);
    const { removed } = await read(token);
    for (const occurrence of events) expect(removed).toContain(occurrence.id);
  });

  it("goes through all pages", async () => {
    const { token } = await read();
    for (let count = 0; count < 5; count++) add({});
    google.pages.atMost = 2;
    expect((await read(token)).events).toHaveLength(5);
  });

  it.each([
    ["it has grown old", () => account().primary.invalidateSyncTokens()],
    ["Google gives no reason", () => google.fail("events.list", { status: 410, reason: "" })],
    ["Google finds it wrong", () => google.fail("events.list", { status: 400, reason: "invalid" })],
  ])("has to start anew when the token is not taken: %s", async (_, spoil) => {
    const { token } = await read();
    spoil();
    const changes = await provider.listChanges(access(), { calendarId: email, window, token });
    expect(failureOf(changes).kind).toBe("expired");
    expect((await read()).isFull).toBe(true);
  });

  it("keeps nothing of a reading that broke off in the middle", async () => {
    google.pages.atMost = 2;
    for (let count = 0; count < 5; count++) add({});
    google.fail("events.list", { kind: "slow", ms: 1 });
    google.fail("events.list", { status: 503 });
    const broken = await provider.listChanges(access(), { calendarId: email, window, token: null });
    expect(failureOf(broken)).toMatchObject({ kind: "later", mayHaveHappened: false });
  });

  it("never starts anew because of a window that cannot be read", async () => {
    google.fail("events.list", { status: 410 });
    const ask = { calendarId: email, window, token: null };
    expect(failureOf(await provider.listChanges(access(), ask)).kind).toBe("later");
    google.fail("events.list", { status: 400 });
    expect(failureOf(await provider.listChanges(access(), ask)).kind).toBe("refused");
  });

  it("says when the calendar is not there any more", async () => {
    const ask = { calendarId: "other@example.com", window, token: null };
    expect(failureOf(await provider.listChanges(access(), ask)).kind).toBe("gone");
  });
});
