import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeGoogle, startFakeGoogle } from "../../../support/google";
import { grantedClient, refusalOf } from "../../../support/google/official";

const email = "ada@example.com";
const at = (hour: number, day = 12) => ({ dateTime: `2026-01-${day}T${String(hour).padStart(2, "0")}:00:00Z` });

let google: FakeGoogle;
let ada: ReturnType<FakeGoogle["addAccount"]>;
let client: ReturnType<typeof grantedClient>;
beforeAll(async () => {
  google = await startFakeGoogle();
});
beforeEach(() => {
  google.reset();
  ada = google.addAccount({ email, timeZone: "Europe/Berlin" });
  client = grantedClient(google, email, ["calendar"]);
});
afterAll(() => google.stop());

const list = async (query: object = {}) =>
  (await client.calendar.events.list({ calendarId: "primary", ...query })).data;

/** Every page of a round. */
async function round(query: object) {
  const items = [];
  const sizes = [];
  let pageToken: string | undefined;
  do {
    const page = await list({ ...query, pageToken });
    expect(Boolean(page.nextPageToken) !== Boolean(page.nextSyncToken)).toBe(true);
    items.push(...page.items!);
    sizes.push(page.items!.length);
    pageToken = page.nextPageToken ?? undefined;
    if (page.nextSyncToken) return { items, sizes, syncToken: page.nextSyncToken };
  } while (pageToken);
  throw new Error("no sync token");
}

describe("the list of calendars", () => {
  it("shows the primary one by the account's address, with what may be done in each", async () => {
    ada.addCalendar({ summary: "Team", accessRole: "reader", allowedConferenceSolutionTypes: [] });
    const { data } = await client.calendar.calendarList.list();
    expect(data.items).toMatchObject([
      { id: email, primary: true, accessRole: "owner", timeZone: "Europe/Berlin" },
      { summary: "Team", accessRole: "reader", conferenceProperties: { allowedConferenceSolutionTypes: [] } },
    ]);
    expect(data.items![1]).not.toHaveProperty("primary");
  });

  it("has each calendar by its id, also one that another account shares", async () => {
    const team = google.addAccount({ email: "grace@example.com" }).addCalendar({ summary: "Team" });
    ada.addCalendar({ id: team.id, summary: "Team", accessRole: "writer" }).addEvent({ summary: "Both see it" });
    const { data } = await client.calendar.calendarList.get({ calendarId: team.id });
    expect(data).toMatchObject({ summary: "Team", accessRole: "writer", dataOwner: "grace@example.com" });
    expect((await client.calendar.calendars.get({ calendarId: "primary" })).data.id).toBe(email);
    expect(team.events()).toMatchObject([{ summary: "Both see it" }]);
  });

  it("comes in pages and then as changes", async () => {
    const team = ada.addCalendar({ summary: "Team" });
    const first = (await client.calendar.calendarList.list({ maxResults: 1 })).data;
    expect(first.nextSyncToken).toBeUndefined();
    const { data } = await client.calendar.calendarList.list({ maxResults: 1, pageToken: first.nextPageToken! });
    ada.removeCalendar(team.id);
    const changes = await client.calendar.calendarList.list({ syncToken: data.nextSyncToken! });
    expect(changes.data.items).toMatchObject([{ id: team.id, deleted: true }]);
  });
});

describe("a full list", () => {
  it("bounds by the end and the start of events, both exclusive", async () => {
    for (const hour of [8, 9, 10, 11]) ada.primary.addEvent({ summary: `${hour}`, start: at(hour), end: at(hour + 1) });
    const { items } = await list({ timeMin: "2026-01-12T09:00:00Z", timeMax: "2026-01-12T11:00:00Z" });
    expect(items!.map(({ summary }) => summary)).toEqual(["9", "10"]);
    expect(items![0]!.start).toEqual({ dateTime: "2026-01-12T10:00:00+01:00", timeZone: "Europe/Berlin" });
  });

  it("comes in short and empty pages, with the sync token on the last one only", async () => {
    for (const hour of [8, 9, 10, 11, 12]) ada.primary.addEvent({ start: at(hour), end: at(hour + 1) });
    google.pages.atMost = 2;
    google.pages.firstIsEmpty = true;
    expect((await round({ maxResults: 250 })).sizes).toEqual([0, 2, 2, 1]);
  });

  it.each([
    ["a time without an offset", { timeMin: "2026-01-12T09:00:00" }, [400, "badRequest"]],
    ["an empty range", { timeMin: "2026-01-12T09:00:00Z", timeMax: "2026-01-12T09:00:00Z" }, [400, "timeRangeEmpty"]],
    ["an order by start of series", { orderBy: "startTime" }, [400, "badRequest"]],
    ["an unknown order", { orderBy: "summary", singleEvents: true }, [400, "invalid"]],
    ["a page size that is no number", { maxResults: "abc" }, [400, "invalid"]],
    ["a page token from nowhere", { pageToken: "abc" }, [400, "invalid"]],
    ["changes of long ago", { updatedMin: "2020-01-01T00:00:00Z" }, [410, "updatedMinTooLongAgo"]],
  ])("refuses %s", async (_name, query, refusal) => {
    expect(await refusalOf(list(query))).toEqual(refusal);
  });

  it("finds by private properties, and gives no sync token then", async () => {
    const properties = { private: { booking: "b=1" } };
    ada.primary.addEvent({ summary: "Ours", extendedProperties: properties });
    ada.primary.addEvent();
    const found = await list({ privateExtendedProperty: ["booking=b=1"] });
    expect(found.items).toMatchObject([{ summary: "Ours" }]);
    expect(found.nextSyncToken).toBeUndefined();
    expect((await list({ orderBy: "updated" })).nextSyncToken).toBeUndefined();
  });

  it("gives the fields that are asked for", async () => {
    ada.primary.addEvent({ start: at(9), end: at(10) });
    const found = await list({ fields: "items(id,start/dateTime)" });
    expect(Object.keys(found)).toEqual(["items"]);
    expect(found.items![0]).toEqual({
      id: expect.any(String) as string,
      start: { dateTime: "2026-01-12T10:00:00+01:00" },
    });
  });

  it("shows only times where the scope or the role says so", async () => {
    const shared = ada.addCalendar({ summary: "Boss", accessRole: "freeBusyReader" });
    shared.addEvent({ summary: "Secret" });
    ada.primary.addEvent({ summary: "Secret" });
    const texts = [JSON.stringify(await list({ calendarId: shared.id }))];
    client = grantedClient(google, email, ["calendar.events.freebusy"]);
    texts.push(JSON.stringify(await list()));
    for (const text of texts) {
      expect(text).toContain("dateTime");
      expect(text).not.toContain("Secret");
    }
  });
});

describe("an incremental list", () => {
  const window = { timeMin: "2026-01-01T00:00:00Z", timeMax: "2026-02-01T00:00:00Z" };

  it("says what was added, changed and deleted since, wherever it lies", async () => {
    const [kept, changed, deleted] = [9, 10, 11].map((hour) =>
      ada.primary.addEvent({ start: at(hour), end: at(hour + 1) }),
    );
    const { syncToken, items } = await round(window);
    expect(items).toHaveLength(3);
    ada.primary.changeEvent(changed!.id, {
      start: { dateTime: "2027-01-12T10:00:00Z" },
      end: { dateTime: "2027-01-12T11:00:00Z" },
    });
    ada.primary.removeEvent(deleted!.id);
    const added = ada.primary.addEvent({ summary: "New" });
    const delta = await round({ syncToken });
    expect(delta.items.map(({ id }) => id)).not.toContain(kept!.id);
    expect(delta.items).toHaveLength(3);
    expect(delta.items.find(({ id }) => id === changed!.id)!.start!.dateTime).toMatch(/^2027/);
    expect(delta.items.find(({ id }) => id === deleted!.id)).toEqual({
      kind: "calendar#event",
      etag: expect.any(String) as string,
      id: deleted!.id,
      status: "cancelled",
    });
    expect(delta.items.find(({ id }) => id === added.id)!.summary).toBe("New");
    expect((await round({ syncToken: delta.syncToken })).items).toEqual([]);
  });

  it("keeps a round as it began while things change", async () => {
    for (const hour of [8, 9, 10]) ada.primary.addEvent({ start: at(hour), end: at(hour + 1) });
    const first = await list({ maxResults: 2 });
    const late = ada.primary.addEvent({ summary: "Late" });
    const second = await list({ maxResults: 2, pageToken: first.nextPageToken! });
    expect(second.items).toHaveLength(1);
    const delta = await round({ syncToken: second.nextSyncToken! });
    expect(delta.items.map(({ id }) => id)).toEqual([late.id]);
  });

  it("answers 410 for a token that is no longer valid, also in the middle of a round", async () => {
    const { syncToken } = await round({});
    for (const hour of [8, 9, 10]) ada.primary.addEvent({ start: at(hour), end: at(hour + 1) });
    const page = await list({ syncToken, maxResults: 1 });
    ada.primary.invalidateSyncTokens();
    const gone = [410, "fullSyncRequired"];
    expect(await refusalOf(list({ syncToken }))).toEqual(gone);
    expect(await refusalOf(list({ syncToken, pageToken: page.nextPageToken! }))).toEqual(gone);
    const again = await round({});
    google.clock.advance(31 * 86_400_000);
    await client.oauth.refreshAccessToken();
    expect(await refusalOf(list({ syncToken: again.syncToken }))).toEqual(gone);
  });

  it.each([
    ["timeMin", "2026-01-01T00:00:00Z"],
    ["timeMax", "2026-01-01T00:00:00Z"],
    ["updatedMin", new Date().toISOString()],
    ["orderBy", "updated"],
    ["q", "a"],
    ["iCalUID", "a"],
    ["privateExtendedProperty", "a=b"],
    ["showDeleted", false],
  ])("takes no %s", async (name, value) => {
    const { syncToken } = await round({});
    expect(await refusalOf(list({ syncToken, [name]: value }))).toEqual([400, "badRequest"]);
  });

  it("complains about another query than the first one", async () => {
    const { syncToken } = await round({ singleEvents: true });
    expect(await refusalOf(list({ syncToken }))).toEqual([400, "badRequest"]);
    expect(google.complaints).toHaveLength(1);
  });
});
