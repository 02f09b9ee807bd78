import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeMicrosoft, startFakeMicrosoft } from "../../../support/microsoft";
import { at, graphOf, oneHour } from "./graph-call";

const microsoft: FakeMicrosoft = await startFakeMicrosoft();
afterAll(() => microsoft.stop());

const booking = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Booking";
const teams = { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" };
const ann = { emailAddress: { address: "ann@example.com", name: "Ann" }, type: "required" };
const bob = { emailAddress: { address: "bob@example.com", name: "Bob" }, type: "required" };

describe("an event", () => {
  let account: ReturnType<FakeMicrosoft["addAccount"]>;
  let graph: ReturnType<typeof graphOf>;

  beforeEach(() => {
    microsoft.reset();
    account = microsoft.addAccount({ email: "maya@contoso.example", name: "Maya Lin" });
    graph = graphOf(microsoft, "maya@contoso.example");
  });

  const create = (fields: object) => graph("/me/events", { body: { subject: "Intro", ...oneHour, ...fields } });
  const sent = () => microsoft.sentInvitations.map(({ kind, to }) => `${kind} ${to}`);

  it("is created, read, changed and deleted", async () => {
    const { status, body, headers } = await create({ body: { contentType: "text", content: "a < b\nc" } });
    expect(status).toBe(201);
    expect(headers.get("location")).toContain("/events/");
    expect(body).toMatchObject({
      subject: "Intro",
      type: "singleInstance",
      isOrganizer: true,
      bodyPreview: "a < b\r\nc",
    });
    expect(body.body).toMatchObject({ contentType: "html", content: expect.stringContaining("a &lt; b<br>") });
    expect(body).not.toHaveProperty("transactionId");

    const changed = await graph(`/me/events/${body.id}`, { method: "PATCH", body: { subject: "Later" } });
    expect(changed).toMatchObject({ status: 200, body: { subject: "Later" } });
    expect(changed.body["@odata.etag"]).not.toBe(body["@odata.etag"]);
    expect(account.defaultCalendar.find(body.id)).toMatchObject({ subject: "Later" });

    expect((await graph(`/me/events/${body.id}`, { method: "DELETE" })).status).toBe(204);
    const again = await graph(`/me/events/${body.id}`, { method: "DELETE" });
    expect([again.status, again.body.error.code.toLowerCase()]).toEqual([404, "erroritemnotfound"]);
  });

  it("is not written over somebody else's change", async () => {
    const { body } = await create({});
    account.defaultCalendar.changeEvent(body.id, { subject: "Moved by hand" });
    const headers = { "if-match": body["@odata.etag"] };
    const stale = await graph(`/me/events/${body.id}`, { method: "PATCH", body: { subject: "x" }, headers });
    expect(stale.status).toBe(412);
    expect((await graph(`/me/events/${body.id}`, { method: "DELETE", headers })).status).toBe(412);
  });

  it("is made once for a transactionId: the original comes back, or a conflict", async () => {
    const first = await create({ transactionId: "booking-1" });
    expect(first.body.transactionId).toBe("booking-1");
    expect(await create({ transactionId: "booking-1" })).toMatchObject({ status: 201, body: { id: first.body.id } });
    microsoft.duplicates = "conflict";
    expect((await create({ transactionId: "booking-1" })).status).toBe(409);
    expect(account.defaultCalendar.events()).toHaveLength(1);
    const path = `/me/events/${first.body.id}`;
    expect((await graph(path, { method: "PATCH", body: { transactionId: "another" } })).status).toBe(400);
    account.defaultCalendar.removeEvent(first.body.id);
    microsoft.deletedTransactions = "taken";
    expect((await create({ transactionId: "booking-1" })).status).toBe(201);
    account.defaultCalendar.removeEvent(account.defaultCalendar.events()[0]!.id);
    expect((await create({ transactionId: "booking-1" })).status).toBe(409);
  });

  it("is found by an extended property, which nobody sees unasked", async () => {
    await create({ singleValueExtendedProperties: [{ id: booking, value: "it's 2" }] });
    const { body } = await create({ singleValueExtendedProperties: [{ id: booking, value: "it's 1" }] });
    expect(body).not.toHaveProperty("singleValueExtendedProperties");
    const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${booking}' and ep/value eq 'it''s 1')`;
    const expand = `singleValueExtendedProperties($filter=id eq '${booking}')`;
    const query = new URLSearchParams({
      $filter: filter,
      $expand: expand,
      $select: "id,singleValueExtendedProperties",
    });
    const found = await graph(`/me/events?${query}`);
    expect(found.body.value).toEqual([
      {
        "@odata.etag": body["@odata.etag"],
        id: body.id,
        singleValueExtendedProperties: [{ id: booking, value: "it's 1" }],
      },
    ]);
    expect((await graph(`/me/events?${new URLSearchParams({ $filter: "subject eq 'x'" })}`)).status).toBe(400);
  });

  it("gets its Teams link a while later, and loses the meeting with Teams' part of the body", async () => {
    const { body } = await create(teams);
    const path = `/me/events/${body.id}`;
    expect(body).toMatchObject({ ...teams, onlineMeeting: null });
    expect((await graph(path)).body.onlineMeeting).toBeNull();
    const ready = (await graph(path)).body;
    expect(ready.onlineMeeting.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
    expect(ready.changeKey).not.toBe(body.changeKey);

    const kept = { contentType: "html", content: ready.body.content.replace("</body>", "<p>More</p></body>") };
    const rewritten = await graph(path, { method: "PATCH", body: { body: kept } });
    expect(rewritten.body.isOnlineMeeting).toBe(true);
    const other = { contentType: "html", content: "<p>New words</p>" };
    const lost = await graph(path, { method: "PATCH", body: { body: other } });
    expect(lost.body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null, onlineMeetingProvider: "unknown" });
  });

  it("has no Teams meeting where the mailbox, the calendar or the kind of account allows none", async () => {
    const none = { isOnlineMeeting: false, onlineMeetingProvider: "unknown", onlineMeeting: null };
    microsoft.teams.mode = "immediate";
    expect((await create(teams)).body.onlineMeeting.joinUrl).toBeTruthy();
    const plain = account.addCalendar({ name: "Plain", allowedOnlineMeetingProviders: [] });
    const there = await graph(`/me/calendars/${plain.id}/events`, { body: { ...oneHour, ...teams } });
    expect(there).toMatchObject({ status: 201, body: none });
    microsoft.teams.mode = "not_allowed";
    expect(await create(teams)).toMatchObject({ status: 201, body: none });
    microsoft.teams.mode = "never";
    const { body } = await create(teams);
    for (let look = 0; look < 3; look++) {
      expect((await graph(`/me/events/${body.id}`)).body).toMatchObject({ isOnlineMeeting: true, onlineMeeting: null });
    }
    microsoft.teams.mode = "immediate";
    microsoft.addAccount({ email: "home@outlook.example", personal: true });
    const personal = await graphOf(microsoft, "home@outlook.example")("/me/events", { body: { ...oneHour, ...teams } });
    expect(personal.body).toMatchObject(none);
  });

  it("has its attendees invited by Exchange, always", async () => {
    await create({});
    expect(sent()).toEqual([]);
    const { body } = await create({ attendees: [ann] });
    const patch = (fields: object) => graph(`/me/events/${body.id}`, { method: "PATCH", body: fields });
    await patch({ attendees: [ann, bob] });
    await patch({ showAs: "oof" });
    await patch({ start: at(11), end: at(12) });
    await patch({ attendees: [bob] });
    await graph(`/me/events/${body.id}/cancel`, { body: { comment: "Sorry" } });
    expect(sent()).toEqual([
      "request ann@example.com",
      "request bob@example.com",
      "update ann@example.com",
      "update bob@example.com",
      "cancellation ann@example.com",
      "cancellation bob@example.com",
    ]);
    expect(microsoft.sentInvitations.at(-1)).toMatchObject({ comment: "Sorry", from: "maya@contoso.example" });
  });

  it("of somebody else is declined in silence, and not cancelled", async () => {
    const organizer = { emailAddress: { address: "boss@contoso.example", name: "Boss" } };
    const theirs = { ...oneHour, isOrganizer: false, organizer, responseStatus: { response: "accepted" as const } };
    const { id } = account.defaultCalendar.addEvent({ ...theirs, attendees: [{ ...ann, type: "required" }] });
    expect((await graph(`/me/events/${id}/cancel`, { body: {} })).status).toBe(400);
    expect((await graph(`/me/events/${id}`, { method: "DELETE" })).status).toBe(204);
    expect(sent()).toEqual([]);
  });

  it.each([
    ["no end", { end: undefined }],
    ["an end before its start", { end: at(8) }],
    ["an offset in its time", { start: { dateTime: "2026-12-01T09:00:00Z", timeZone: "UTC" } }],
    ["a zone that Outlook doesn't know", { start: { ...at(9), timeZone: "Mars/Olympus" } }],
    ["a whole day that begins at nine", { isAllDay: true }],
    ["a field that Graph doesn't know", { title: "x" }],
    ["a field that Graph sets itself", { iCalUId: "x" }],
    ["an unknown status", { showAs: "away" }],
    ["an attendee without an address", { attendees: [{ emailAddress: { name: "x" } }] }],
    ["a badly named property", { singleValueExtendedProperties: [{ id: "booking", value: "1" }] }],
    ["a yearly recurrence", { recurrence: { pattern: { type: "absoluteYearly" }, range: {} } }],
  ])("with %s is refused", async (_, fields) => {
    expect((await create(fields)).status).toBe(400);
    expect(account.defaultCalendar.events()).toEqual([]);
  });

  it("leaves what is unknown aside where the fake isn't strict, and notes it all the same", async () => {
    microsoft.strict = false;
    expect((await create({ title: "x" })).status).toBe(201);
    expect((await graph("/me/events?colour=red")).status).toBe(200);
    expect(microsoft.complaints).toEqual([
      "POST /v1.0/me/events: unknown field title",
      "GET /v1.0/me/events: unknown query parameter colour",
    ]);
    microsoft.strict = true;
    expect((await graph("/me/events?colour=red")).status).toBe(400);
  });
});
