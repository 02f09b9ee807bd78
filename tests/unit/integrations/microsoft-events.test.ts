import { afterAll, afterEach, describe, expect, it } from "vitest";
import { addHost, startMicrosoft, wantEvent } from "./microsoft-account";

const { fake, provider } = await startMicrosoft();
afterEach(() => {
  expect(fake.complaints).toEqual([]);
  expect(fake.sentInvitations).toEqual([]);
  fake.reset();
});
afterAll(() => fake.stop());

type Host = ReturnType<typeof addHost>;

async function create({ access, calendar }: Host, more: Parameters<typeof wantEvent>[0] = {}) {
  const made = await provider.createEvent(access, calendar.id, wantEvent(more));
  if (!made.ok) throw new Error(`${made.failure.kind}: ${made.failure.said}`);
  return made.value;
}

const later = { start: Date.parse("2027-03-02T14:00:00Z"), end: Date.parse("2027-03-02T15:00:00Z") };
const teams = { conference: "microsoft_teams" } as const;

describe("writing a booking to a Microsoft calendar", () => {
  it("makes an event that Outlook mails nobody about, and that names who comes", async () => {
    const host = addHost(fake, { timeZone: "Europe/Berlin" });
    const { start, end } = wantEvent();
    const made = await create(host, { location: "Room 1" });
    expect(made).toMatchObject({ start, end, isCancelled: false, meetingUrl: null, conference: "none" });
    const [event] = host.calendar.events();
    expect(event).toMatchObject({
      subject: "Intro call with Grace Hopper",
      start: { dateTime: "2027-03-01T09:00:00.0000000", timeZone: "UTC" },
      end: { dateTime: "2027-03-01T09:30:00.0000000", timeZone: "UTC" },
      location: { displayName: "Room 1" },
      showAs: "busy",
      attendees: [],
      iCalUId: made.icalUid,
    });
    expect(event!.body!.content).toContain("Notes: &lt;none&gt; &amp; &quot;more&quot;<br>Second line");
    expect(event!.body!.content).toContain("Grace Hopper &lt;grace@navy.example&gt;");
    expect(event!.body!.content).toContain('<a href="https://meridian.example/booking/bookings/1">');
  });

  it("says nothing twice that the text says already, and makes its links links", async () => {
    const host = addHost(fake);
    const { url } = wantEvent();
    const attendees = [...wantEvent().attendees, { name: "", email: "guest@example.com" }];
    await create(host, {
      attendees,
      description: `Grace Hopper <grace@navy.example>\n\n<${url}?a=1&b=2>.\n\n(${url}).`,
    });
    const [{ body } = {}] = host.calendar.events();
    expect(body!.content!.match(/grace@navy|guest@/g)).toEqual(["grace@navy", "guest@"]);
    expect(body!.content!.match(/<a href="[^"]+"/g)).toEqual([`<a href="${url}?a=1&amp;b=2"`, `<a href="${url}"`]);
  });

  it("makes an event in each of a mailbox's calendars that a booking is written to", async () => {
    const host = addHost(fake);
    const other = host.account.addCalendar({ name: "Work" });
    const first = await create(host);
    expect((await create({ ...host, calendar: other })).id).not.toBe(first.id);
    expect([host.calendar.events().length, other.events().length]).toEqual([1, 1]);
  });

  it("shows a booking that is not confirmed as tentative, and cuts a title that Exchange would refuse", async () => {
    const host = addHost(fake);
    await create(host, { isTentative: true, title: `${"a".repeat(254)}😀 and more` });
    expect(host.calendar.events()).toMatchObject([{ showAs: "tentative", subject: "a".repeat(254) }]);
  });

  it.each(["original", "conflict"] as const)(
    "makes one event of one generation, where a second gets %s",
    async (mode) => {
      fake.duplicates = mode;
      const host = addHost(fake);
      const first = await create(host);
      expect(await create(host)).toMatchObject({ id: first.id, icalUid: first.icalUid });
      expect((await create(host, { generation: 1 })).id).not.toBe(first.id);
      expect(host.calendar.events()).toHaveLength(2);
    },
  );

  it.each(["original", "conflict"] as const)(
    "makes no second event after an answer was lost, and brings the one to what is wanted by now, where a second gets %s",
    async (mode) => {
      fake.duplicates = mode;
      const host = addHost(fake);
      for (const fault of [
        { kind: "lost_answer" },
        { kind: "lost_answer", status: 503 },
        { kind: "malformed" },
      ] as const) {
        fake.fail("events.create", fault);
        const lost = await provider.createEvent(host.access, host.calendar.id, wantEvent());
        expect(lost).toMatchObject({ ok: false, failure: { kind: "later", mayHaveHappened: true } });
      }
      expect(await create(host, later)).toMatchObject(later);
      expect(host.calendar.events()).toMatchObject([{ start: { dateTime: "2027-03-02T14:00:00.0000000" } }]);
    },
  );

  it.each(["original", "conflict"] as const)(
    "says that a generation is gone once it was deleted, with %s",
    async (mode) => {
      fake.duplicates = mode;
      fake.deletedTransactions = "taken";
      const host = addHost(fake);
      await create(host);
      host.calendar.removeEvent(host.calendar.events()[0]!.id);
      const again = await provider.createEvent(host.access, host.calendar.id, wantEvent());
      expect(again).toMatchObject({ ok: false, failure: { kind: "gone" } });
      expect(host.calendar.events()).toEqual([]);
      expect(await create(host, { generation: 1 })).toMatchObject({ isCancelled: false });
    },
  );

  it("moves an event, and says so where somebody changed it since", async () => {
    const host = addHost(fake);
    const made = await create(host);
    const change = (etag: string | null) =>
      provider.changeEvent(host.access, host.calendar.id, { id: made.id, etag }, wantEvent(later));
    const moved = await change(made.etag);
    expect(moved).toMatchObject({ ok: true, value: { id: made.id, icalUid: made.icalUid, ...later } });
    expect(await change(made.etag)).toMatchObject({ ok: false, failure: { kind: "conflict" } });
    expect(await change(null)).toMatchObject({ ok: true });
    const read = await provider.getEvent(host.access, host.calendar.id, made.id);
    expect(read).toMatchObject({ ok: true, value: later });
  });

  it("says that an event is gone, and takes that for done where it was to be removed", async () => {
    const host = addHost(fake);
    const { id } = await create(host);
    const remove = () => provider.removeEvent(host.access, host.calendar.id, id);
    expect(await remove()).toEqual({ ok: true, value: null });
    expect(host.calendar.events()).toEqual([]);
    expect(await remove()).toEqual({ ok: true, value: null });
    const gone = { ok: false, failure: { kind: "gone" } };
    expect(await provider.getEvent(host.access, host.calendar.id, id)).toMatchObject(gone);
    const known = { id, etag: null };
    expect(await provider.changeEvent(host.access, host.calendar.id, known, wantEvent())).toMatchObject(gone);
  });
});

describe("a Teams meeting", () => {
  const read = async ({ access, calendar }: Host, id: string) => {
    const found = await provider.getEvent(access, calendar.id, id);
    if (!found.ok) throw new Error(found.failure.said);
    return found.value;
  };

  it("is there at once where Teams is quick", async () => {
    fake.teams = { mode: "immediate", after: 0 };
    const made = await create(addHost(fake), teams);
    expect(made).toMatchObject({
      conference: "ready",
      meetingUrl: expect.stringMatching(/^https:\/\/teams/) as string,
    });
  });

  it("is waited for where its link comes later, or never", async () => {
    fake.teams = { mode: "delayed", after: 1 };
    const host = addHost(fake);
    const made = await create(host, teams);
    expect(made).toMatchObject({ conference: "pending", meetingUrl: null });
    expect(await read(host, made.id)).toMatchObject({ conference: "pending" });
    expect(await read(host, made.id)).toMatchObject({ conference: "ready" });
    fake.teams = { mode: "never", after: 0 };
    const other = await create(host, { ...teams, generation: 1 });
    expect(await read(host, other.id)).toMatchObject({ conference: "pending", meetingUrl: null });
  });

  it.each([
    ["the mailbox may have none", {}],
    ["the account is a personal one", { personal: true }],
  ] as const)("has failed where %s, and the event is there all the same", async (_, account) => {
    fake.teams = { mode: "not_allowed", after: 0 };
    const host = addHost(fake, account);
    expect(await create(host, teams)).toMatchObject({ conference: "failed", meetingUrl: null });
    expect(host.calendar.events()).toHaveLength(1);
  });

  it("outlives every change of the booking, also while its link is awaited", async () => {
    fake.teams = { mode: "delayed", after: 1 };
    const host = addHost(fake);
    const { id } = await create(host, teams);
    const change = (more: object) =>
      provider.changeEvent(host.access, host.calendar.id, { id, etag: null }, wantEvent({ ...teams, ...more }));
    expect(await change({ title: "Renamed" })).toMatchObject({ ok: true });
    await read(host, id);
    const { meetingUrl } = await read(host, id);
    expect(meetingUrl).not.toBeNull();
    const moved = await change({ ...later, description: "Another text" });
    expect(moved).toMatchObject({ ok: true, value: { ...later, conference: "ready", meetingUrl } });
  });

  it("is made for an event that was written without one, whose text is changed until then", async () => {
    fake.teams = { mode: "immediate", after: 0 };
    const host = addHost(fake);
    const { id } = await create(host);
    const known = { id, etag: null };
    const plain = wantEvent({ description: "Another text" });
    await provider.changeEvent(host.access, host.calendar.id, known, plain);
    expect(host.calendar.events()[0]!.body!.content).toContain("Another text");
    const changed = await provider.changeEvent(host.access, host.calendar.id, known, wantEvent(teams));
    expect(changed).toMatchObject({ ok: true, value: { conference: "ready" } });
  });

  it("that the host made of the event stays, though none was asked for", async () => {
    fake.teams = { mode: "immediate", after: 0 };
    const host = addHost(fake);
    const { id } = await create(host, teams);
    const known = { id, etag: null };
    const changed = await provider.changeEvent(host.access, host.calendar.id, known, wantEvent({ description: "New" }));
    expect(changed).toMatchObject({ ok: true, value: { conference: "ready" } });
  });
});
