import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeGoogle, startFakeGoogle } from "../../../support/google";
import { grantedClient, refusalOf } from "../../../support/google/official";

const [ada, grace, outside] = ["ada@example.com", "grace@example.com", "guest@elsewhere.example"];
const id = "meridian0001";
const requestBody = {
  id,
  summary: "Talk",
  start: { dateTime: "2026-01-12T10:00:00Z" },
  end: { dateTime: "2026-01-12T11:00:00Z" },
  attendees: [{ email: grace }, { email: outside }, { email: ada }],
  extendedProperties: { private: { booking: "1" } },
};

let google: FakeGoogle;
let hers: ReturnType<FakeGoogle["addAccount"]>;
let theirs: ReturnType<FakeGoogle["addAccount"]>;
let host: ReturnType<typeof grantedClient>["calendar"]["events"];
let guest: typeof host;
beforeAll(async () => {
  google = await startFakeGoogle();
});
beforeEach(() => {
  google.reset();
  [hers, theirs] = [google.addAccount({ email: ada }), google.addAccount({ email: grace })];
  host = grantedClient(google, ada, ["calendar.events"]).calendar.events;
  guest = grantedClient(google, grace, ["calendar.events"]).calendar.events;
});
afterAll(() => google.stop());

const invite = (sendUpdates?: string) => host.insert({ calendarId: "primary", requestBody, sendUpdates });
const mails = () => google.sentInvitations.map(({ kind, to }) => `${kind} ${to}`);

describe("a guest with an account here", () => {
  it("has a copy, by the same ids, without what is private to the organizer", async () => {
    await invite();
    const { data } = await guest.get({ calendarId: "primary", eventId: id });
    expect(data).toMatchObject({ iCalUID: `${id}@google.com`, organizer: { email: ada }, summary: "Talk" });
    expect(data.organizer).not.toHaveProperty("self");
    expect(data.attendees![0]).toMatchObject({ email: grace, self: true });
    expect(data).not.toHaveProperty("extendedProperties");
  });

  it("answers, and the organizer sees it", async () => {
    await invite();
    const attendees = [{ email: grace, responseStatus: "accepted" }, { email: outside }];
    await guest.patch({ calendarId: "primary", eventId: id, requestBody: { attendees } });
    expect(hers.primary.find(id)!.attendees![0]).toMatchObject({ responseStatus: "accepted" });
    await guest.delete({ calendarId: "primary", eventId: id });
    expect(hers.primary.find(id)!.attendees![0]).toMatchObject({ responseStatus: "declined" });
    expect(theirs.primary.events()).toEqual([]);
  });

  it("may not change what all share", async () => {
    await invite();
    const change = guest.patch({ calendarId: "primary", eventId: id, requestBody: { summary: "Mine" } });
    expect(await refusalOf(change)).toEqual([403, "forbiddenForNonOrganizer"]);
  });

  it("sees it move, and go when it is cancelled or the invitation is taken back", async () => {
    await invite();
    hers.primary.changeEvent(id, { summary: "Moved", end: { dateTime: "2026-01-12T12:00:00Z" } });
    expect(theirs.primary.find(id)).toMatchObject({ summary: "Moved", sequence: 1 });
    hers.primary.changeEvent(id, { attendees: [] });
    expect(theirs.primary.find(id)).toMatchObject({ status: "cancelled" });
    hers.primary.changeEvent(id, { attendees: [{ email: grace }] });
    expect(theirs.primary.events()).toHaveLength(1);
    hers.primary.removeEvent(id);
    expect(theirs.primary.events()).toEqual([]);
  });
});

describe("who would get mail", () => {
  it("is nobody, unless sendUpdates says so", async () => {
    await invite();
    expect(mails()).toEqual([]);
    expect(await refusalOf(host.delete({ calendarId: "primary", eventId: id, sendUpdates: "some" }))).toEqual([
      400,
      "invalid",
    ]);
  });

  it("is everybody, or those without an account", async () => {
    await invite("all");
    expect(mails()).toEqual([`invitation ${grace}`, `invitation ${outside}`]);
    const change = { attendees: [{ email: outside }, { email: "new@elsewhere.example" }] };
    await host.patch({ calendarId: "primary", eventId: id, requestBody: change, sendUpdates: "externalOnly" });
    expect(mails().slice(2)).toEqual([`update ${outside}`, "invitation new@elsewhere.example"]);
    await host.delete({ calendarId: "primary", eventId: id, sendUpdates: "all" });
    expect(mails().slice(4)).toEqual([`cancellation ${outside}`, "cancellation new@elsewhere.example"]);
    expect(google.sentInvitations[0]).toMatchObject({ eventId: id, iCalUID: `${id}@google.com`, calendarId: ada });
  });
});
