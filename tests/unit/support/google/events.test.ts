import type { calendar_v3 } from "@googleapis/calendar";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeGoogle, startFakeGoogle } from "../../../support/google";
import { grantedClient, refusalOf } from "../../../support/google/official";

const email = "ada@example.com";
const start = { dateTime: "2026-01-12T10:00:00+01:00" };
const end = { dateTime: "2026-01-12T11:00:00+01:00" };
const body = { id: "meridian0001", summary: "Talk", start, end };
const calendarId = "primary";

let google: FakeGoogle;
let ada: ReturnType<FakeGoogle["addAccount"]>;
let client: ReturnType<typeof grantedClient>;
beforeAll(async () => {
  google = await startFakeGoogle();
});
beforeEach(() => {
  google.reset();
  ada = google.addAccount({ email, timeZone: "Europe/Berlin" });
  client = grantedClient(google, email, ["calendar.events"]);
});
afterAll(() => google.stop());

const insert = async (requestBody: calendar_v3.Schema$Event, query: object = {}) =>
  (await client.calendar.events.insert({ calendarId, requestBody, ...query })).data;
const get = async (eventId: string) => (await client.calendar.events.get({ calendarId, eventId })).data;
const remove = (eventId: string) => client.calendar.events.delete({ calendarId, eventId });
const patch = async (eventId: string, requestBody: calendar_v3.Schema$Event, query: object = {}, headers = {}) =>
  (await client.calendar.events.patch({ calendarId, eventId, requestBody, ...query }, { headers })).data;

describe("an event with a chosen id", () => {
  it("is there once, and its id stays taken when it is deleted", async () => {
    expect(await insert(body)).toMatchObject({
      id: "meridian0001",
      iCalUID: "meridian0001@google.com",
      status: "confirmed",
      organizer: { email, self: true },
      creator: { email, self: true },
      start: { dateTime: "2026-01-12T10:00:00+01:00", timeZone: "Europe/Berlin" },
    });
    expect(await refusalOf(insert(body))).toEqual([409, "duplicate"]);
    expect((await remove("meridian0001")).status).toBe(204);
    expect(await refusalOf(insert(body))).toEqual([409, "duplicate"]);
    expect(await refusalOf(remove("meridian0001"))).toEqual([410, "deleted"]);
    expect(await get("meridian0001")).toMatchObject({ status: "cancelled", summary: "Talk" });
    expect(await patch("meridian0001", { status: "confirmed" })).toMatchObject({ status: "confirmed" });
    expect(ada.primary.events()).toHaveLength(1);
    expect(await refusalOf(remove("meridian0002"))).toEqual([404, "notFound"]);
  });

  it.each([
    ["an id with letters after v", { ...body, id: "xyz-0001" }, [400, "invalid"]],
    ["a short id", { ...body, id: "a1" }, [400, "invalid"]],
    ["an id and a UID", { ...body, iCalUID: "a@b" }, [400, "invalid"]],
    ["no start", { end }, [400, "required"]],
    ["a time without an offset or a zone", { start: { dateTime: "2026-01-12T10:00:00" }, end }, [400, "required"]],
    ["an unknown zone", { start: { ...start, timeZone: "Europe/Atlantis" }, end }, [400, "invalid"]],
    ["a start on a date and an end at a time", { start: { date: "2026-01-12" }, end }, [400, "invalid"]],
    ["an end before the start", { start: end, end: start }, [400, "timeRangeEmpty"]],
    ["a guest without an address", { start, end, attendees: [{ displayName: "A" }] }, [400, "required"]],
    ["a series without a zone", { start, end, recurrence: ["RRULE:FREQ=DAILY"] }, [400, "required"]],
    ["an unknown status", { start, end, status: "done" }, [400, "invalid"]],
    [
      "a reminder too early",
      { start, end, reminders: { overrides: [{ method: "popup", minutes: 99_999 }] } },
      [400, "invalid"],
    ],
  ])("is refused with %s", async (_name, event, refusal) => {
    expect(await refusalOf(insert(event))).toEqual(refusal);
    expect(ada.primary.events()).toEqual([]);
  });

  it("complains about fields and parameters that Google does not know", async () => {
    expect(await refusalOf(insert({ ...body, title: "Talk" } as object))).toEqual([400, "badRequest"]);
    expect(await refusalOf(insert(body, { notify: true }))).toEqual([400, "badRequest"]);
    expect(google.complaints).toEqual([
      'events.insert: unknown body field "title"',
      'events.insert: unknown parameter "notify"',
    ]);
  });
});

describe("a change", () => {
  it("is refused when the event has another state than the caller knows", async () => {
    const first = await insert(body);
    const second = await patch(body.id, { summary: "Two" }, {}, { "If-Match": first.etag });
    expect(second.etag).not.toBe(first.etag);
    const stale = patch(body.id, { summary: "Three" }, {}, { "If-Match": first.etag });
    expect(await refusalOf(stale)).toEqual([412, "conditionNotMet"]);
    expect(await get(body.id)).toMatchObject({ summary: "Two" });
    const same = client.calendar.events.get(
      { calendarId, eventId: body.id },
      { headers: { "If-None-Match": second.etag! } },
    );
    expect((await same).status).toBe(304);
  });

  it("merges fields, replaces lists, and counts a move", async () => {
    await insert({
      ...body,
      attendees: [{ email: "x@example.com" }, { email: "y@example.com" }],
      extendedProperties: { private: { booking: "1", kept: "yes" } },
    });
    const changed = await patch(body.id, {
      attendees: [{ email: "z@example.com" }],
      extendedProperties: { private: { booking: "2" } },
    });
    expect(changed.attendees).toEqual([{ email: "z@example.com", responseStatus: "needsAction" }]);
    expect(changed.extendedProperties!.private).toEqual({ booking: "2", kept: "yes" });
    expect(changed.sequence).toBe(0);
    expect((await patch(body.id, { end: { dateTime: "2026-01-12T12:00:00+01:00" } })).sequence).toBe(1);
  });

  it("replaces all with update, except what is Google's", async () => {
    const { iCalUID, created } = await insert({ ...body, description: "Old" });
    const requestBody = { summary: "New", start, end };
    const { data } = await client.calendar.events.update({ calendarId, eventId: body.id, requestBody });
    expect(data).toMatchObject({ iCalUID, created, summary: "New" });
    expect(data).not.toHaveProperty("description");
  });

  it("moves an event to another calendar", async () => {
    const other = ada.addCalendar({ summary: "Other" });
    await insert(body);
    const { data } = await client.calendar.events.move({ calendarId, eventId: body.id, destination: other.id });
    expect(data.organizer).toMatchObject({ email: other.id, self: true });
    expect(other.events()).toHaveLength(1);
    expect(ada.primary.events()).toEqual([]);
  });
});

describe("an imported event", () => {
  it("is the same one for the same UID, and nobody is written to", async () => {
    const requestBody = { iCalUID: "u@example.org", start, end, attendees: [{ email: "x@example.com" }] };
    const first = await client.calendar.events.import({ calendarId, requestBody });
    const again = await client.calendar.events.import({ calendarId, requestBody: { ...requestBody, summary: "S" } });
    expect(again.data.id).toBe(first.data.id);
    expect(ada.primary.events()).toMatchObject([{ summary: "S" }]);
    expect(google.sentInvitations).toEqual([]);
  });
});

describe("who may", () => {
  it.each([
    ["calendar.events", "list calendars", [403, "insufficientPermissions"]],
    ["calendar.calendarlist.readonly", "insert", [403, "insufficientPermissions"]],
    ["calendar.events.readonly", "insert", [403, "insufficientPermissions"]],
    ["calendar.freebusy", "insert", [403, "insufficientPermissions"]],
    ["calendar.events", "free and busy", [403, "insufficientPermissions"]],
    ["calendar.app.created", "insert", [403, "forbidden"]],
  ])("not with %s: %s", async (scope, deed, refusal) => {
    client = grantedClient(google, email, [scope]);
    const requestBody = { timeMin: "2026-01-01T00:00:00Z", timeMax: "2026-01-02T00:00:00Z", items: [{ id: email }] };
    const deeds: Record<string, () => Promise<unknown>> = {
      insert: () => insert(body),
      "list calendars": () => client.calendar.calendarList.list(),
      "free and busy": () => client.calendar.freebusy.query({ requestBody }),
    };
    expect(await refusalOf(deeds[deed]!())).toEqual(refusal);
  });

  it("not in a calendar that the person may only read, and not in a stranger's", async () => {
    const shared = ada.addCalendar({ summary: "Boss", accessRole: "reader" });
    expect(await refusalOf(insert(body, { calendarId: shared.id }))).toEqual([403, "requiredAccessLevel"]);
    expect(await refusalOf(insert(body, { calendarId: "grace@example.com" }))).toEqual([404, "notFound"]);
  });
});

describe("a Meet link", () => {
  const conferenceData = { createRequest: { requestId: "r-1", conferenceSolutionKey: { type: "hangoutsMeet" } } };
  const meeting = { ...body, conferenceData };
  const statusOf = (event: calendar_v3.Schema$Event) => event.conferenceData?.createRequest?.status?.statusCode;

  it("is asked for, pending, and there at the next look", async () => {
    const asked = await insert(meeting, { conferenceDataVersion: 1 });
    expect([statusOf(asked), asked.hangoutLink]).toEqual(["pending", undefined]);
    const ready = await get(body.id);
    expect(statusOf(ready)).toBe("success");
    expect(ready.hangoutLink).toMatch(/^https:\/\/meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(ready.conferenceData!.entryPoints).toMatchObject([{ entryPointType: "video", uri: ready.hangoutLink }]);
    expect(ready.etag).not.toBe(asked.etag);
    const same = await patch(body.id, { conferenceData }, { conferenceDataVersion: 1 });
    expect(same.hangoutLink).toBe(ready.hangoutLink);
  });

  it("is not made without conferenceDataVersion, and not where the calendar has none", async () => {
    expect(await insert(meeting)).not.toHaveProperty("conferenceData");
    const other = ada.addCalendar({ summary: "Other", allowedConferenceSolutionTypes: ["eventHangout"] });
    const refused = insert(meeting, { calendarId: other.id, conferenceDataVersion: 1 });
    expect(await refusalOf(refused)).toEqual([400, "invalid"]);
  });

  it.each([
    ["failure", "pending", "failure"],
    ["pending_forever", "pending", "pending"],
    ["immediate", "success", "success"],
  ] as const)("in the mode %s it is %s and then %s", async (mode, first, then) => {
    google.meet.mode = mode;
    expect(statusOf(await insert(meeting, { conferenceDataVersion: 1 }))).toBe(first);
    expect(statusOf(await get(body.id))).toBe(then);
  });

  it("stays through a change that says nothing of it, and goes when it is taken away", async () => {
    google.meet.mode = "immediate";
    const { hangoutLink } = await insert(meeting, { conferenceDataVersion: 1 });
    expect((await patch(body.id, { summary: "Two" })).hangoutLink).toBe(hangoutLink);
    const none = await patch(body.id, { conferenceData: null as never }, { conferenceDataVersion: 1 });
    expect(none).not.toHaveProperty("hangoutLink");
  });
});
