import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeGoogle, startFakeGoogle } from "../../../support/google";
import { grantedClient, refusalOf } from "../../../support/google/official";

const email = "ada@example.com";
const at = (hour: number) => ({ dateTime: `2026-01-12T${String(hour).padStart(2, "0")}:00:00Z` });
const calendarId = "primary";
const requestBody = { id: "meridian0001", start: at(9), end: at(10) };

let google: FakeGoogle;
let ada: ReturnType<FakeGoogle["addAccount"]>;
let client: ReturnType<typeof grantedClient>;
beforeAll(async () => {
  google = await startFakeGoogle();
});
beforeEach(() => {
  google.reset();
  ada = google.addAccount({ email });
  client = grantedClient(google, email, ["calendar", "contacts", "contacts.other.readonly"]);
});
afterAll(() => google.stop());

describe("free and busy", () => {
  const query = async (items: string[], bounds: object = {}) => {
    const asked = { timeMin: "2026-01-12T00:00:00Z", timeMax: "2026-01-13T00:00:00Z", ...bounds };
    const body = { ...asked, items: items.map((id) => ({ id })) };
    return (await client.calendar.freebusy.query({ requestBody: body })).data.calendars!;
  };

  it("merges what blocks, and passes over what does not", async () => {
    ada.primary.addEvent({ start: at(9), end: at(10), status: "tentative" });
    ada.primary.addEvent({ start: at(10), end: at(11) });
    ada.primary.addEvent({ start: at(13), end: at(14), transparency: "transparent" });
    ada.primary.addEvent({ start: at(15), end: at(16), eventType: "workingLocation" });
    ada.primary.addEvent({ start: at(17), end: at(18), attendees: [{ email, responseStatus: "declined" }] });
    ada.primary.removeEvent(ada.primary.addEvent({ start: at(19), end: at(20) }).id);
    ada.primary.addEvent({ start: at(21), end: at(22), eventType: "outOfOffice" });
    expect((await query(["primary"])).primary).toEqual({
      busy: [
        { start: "2026-01-12T09:00:00Z", end: "2026-01-12T11:00:00Z" },
        { start: "2026-01-12T21:00:00Z", end: "2026-01-12T22:00:00Z" },
      ],
    });
  });

  it("tells inside of a yes which calendars it could not read", async () => {
    const calendars = await query(["nobody@example.com", ...Array<string>(51).fill(email)]);
    expect(calendars["nobody@example.com"]!.errors).toEqual([{ domain: "global", reason: "notFound" }]);
    expect(calendars[email]!.errors).toMatchObject([{ reason: "tooManyCalendarsRequested" }]);
  });

  it("refuses too long a time", async () => {
    const refused = query(["primary"], { timeMax: "2026-12-12T00:00:00Z" });
    expect(await refusalOf(refused)).toEqual([400, "timeRangeTooLong"]);
  });
});

describe("contacts", () => {
  const search = async (query: string, of: "people" | "otherContacts" = "people") => {
    const asked = { query, readMask: "names,emailAddresses" };
    const { data } =
      of === "people"
        ? await client.people.people.searchContacts(asked)
        : await client.people.otherContacts.search(asked);
    return data.results?.map(({ person }) => person!.emailAddresses![0]!.value);
  };

  it("are found by the beginning of a word, after a request to warm up", async () => {
    ada.addContact({ name: "Grace Hopper", email: "hopper@example.com" });
    ada.addOtherContact({ name: "Joan Clarke", email: "joan@example.com" });
    expect(await search("grace")).toBeUndefined();
    await search("");
    expect(await search("Hop")).toEqual(["hopper@example.com"]);
    expect(await search("grace h")).toEqual(["hopper@example.com"]);
    expect(await search("opper")).toBeUndefined();
    await search("", "otherContacts");
    expect(await search("jo", "otherContacts")).toEqual(["joan@example.com"]);
  });

  it("are made, and found after the next warm-up", async () => {
    const person = {
      names: [{ givenName: "Mary", familyName: "Jackson" }],
      emailAddresses: [{ value: "m@example.com" }],
    };
    const { data } = await client.people.people.createContact({ requestBody: person, personFields: "names" });
    expect(data).toMatchObject({ names: [{ displayName: "Mary Jackson" }] });
    expect(data.resourceName).toMatch(/^people\/c\d+$/);
    expect(data).not.toHaveProperty("emailAddresses");
    await search("");
    expect(await search("mary")).toEqual(["m@example.com"]);
  });

  it("are refused without a mask, with two names, and without the scope", async () => {
    expect(await refusalOf(client.people.people.searchContacts({ query: "a" }))).toEqual([400, "INVALID_ARGUMENT"]);
    const two = { names: [{ givenName: "A" }, { givenName: "B" }] };
    const made = client.people.people.createContact({ requestBody: two });
    expect(await refusalOf(made)).toEqual([400, "INVALID_ARGUMENT"]);
    client = grantedClient(google, email, ["contacts.readonly"]);
    expect(await refusalOf(client.people.people.createContact({ requestBody: {} }))).toEqual([
      403,
      "PERMISSION_DENIED",
    ]);
  });
});

describe("what goes wrong", () => {
  const insert = () => client.calendar.events.insert({ calendarId, requestBody });

  it.each([
    ["events.insert", { status: 403, reason: "quotaExceeded" }, [403, "quotaExceeded"]],
    ["events.insert", { status: 429 }, [429, "rateLimitExceeded"]],
    ["events.insert", { status: 503 }, [503, "backendError"]],
    ["*", { status: 401 }, [401, "authError"]],
  ])("on %s: %o, once, and nothing is done", async (route, fault, refusal) => {
    google.fail(route, fault);
    if (route === "*") google.fail("token", { status: 200 });
    expect(await refusalOf(insert())).toEqual(refusal);
    expect(ada.primary.events()).toEqual([]);
  });

  it("says how long to wait", async () => {
    google.fail("events.list", { status: 429, retryAfter: 7 }, 2);
    const { accessToken } = google.grant({ email, scopes: ["calendar"] });
    const headers = { authorization: `Bearer ${accessToken}` };
    const ask = () => fetch(`${google.url}/calendar/v3/calendars/primary/events`, { headers });
    expect((await ask()).headers.get("retry-after")).toBe("7");
    expect([(await ask()).status, (await ask()).status]).toEqual([429, 200]);
  });

  it.each([
    { kind: "lost_answer" },
    { kind: "lost_answer", status: 500 },
    { kind: "timeout", ms: 20 },
    { kind: "malformed" },
  ] as const)("%o happens after the deed", async (fault) => {
    google.fail("events.insert", fault);
    await insert().catch(() => null);
    expect(ada.primary.events()).toHaveLength(1);
    expect(await refusalOf(insert())).toEqual([409, "duplicate"]);
  });

  it("drops before the deed, and is slow with a right answer", async () => {
    google.fail("events.insert", { kind: "dropped" });
    await expect(insert()).rejects.toThrow();
    expect(ada.primary.events()).toEqual([]);
    google.fail("events.insert", { kind: "slow", ms: 60 });
    const before = performance.now();
    expect((await insert()).data.id).toBe("meridian0001");
    expect(performance.now() - before).toBeGreaterThan(50);
  });

  it("is a token that cannot be refreshed, by the words of the token's address", async () => {
    google.fail("token", { status: 400, reason: "invalid_grant" });
    expect(await refusalOf(client.oauth.refreshAccessToken())).toEqual([400, "invalid_grant"]);
  });

  it("is more calls of one person in a minute than allowed", async () => {
    google.quota.perUserAndMinute = 2;
    const ask = () => client.calendar.calendarList.list();
    await ask();
    await ask();
    expect(await refusalOf(ask())).toEqual([403, "userRateLimitExceeded"]);
    google.clock.advance(60_001);
    await ask();
  });

  it("is an address that Google does not have", async () => {
    expect((await fetch(`${google.url}/calendar/v3/nothing`)).status).toBe(404);
    expect(google.complaints).toEqual(["there is no GET /calendar/v3/nothing"]);
  });
});
