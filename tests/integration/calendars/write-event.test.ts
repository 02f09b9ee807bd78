import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const { google, microsoft, reset, stop } = await startProviders();
const { runJobs } = await import("../../support/jobs");
const { googleHost, microsoftHost, secondCalendar } = await import("../../support/synced-calendars");
const { bookAt, connectGoogle, connectMicrosoft, reread, stopWriting, writesOf, writing } =
  await import("../../support/written-calendars");
const { addMember, createEventType } = await import("../../support/factories");
const { inOslo } = await import("../../support/orders");
const { cancel } = await import("~/domain/bookings/cancel.server");
const { reassign } = await import("~/domain/bookings/reassign.server");
const { reschedule } = await import("~/domain/bookings/reschedule.server");
const { confirm, decline } = await import("~/domain/bookings/respond.server");
const { writeEvent } = await import("~/domain/calendars/write-event.server");
const { db } = await import("~db/client");
const { googleUid } = await import("~/domain/calendars/event-key.server");

beforeEach(reset);
afterAll(stop);

const invitee = { kind: "invitee" as const };

const providers = {
  google: () => googleHost(google, writing),
  microsoft: () => microsoftHost(microsoft, writing),
};

describe.each(["google", "microsoft"] as const)("a booking in its host's %s calendar", (name) => {
  it("is one event with its times, its guests' names and its page, and nobody is mailed by the provider", async () => {
    const host = await providers[name]();
    const booking = await bookAt(host, 10, { notes: "About the skerries" });
    await runJobs();
    const events = host.calendar.events();
    expect(events).toHaveLength(1);
    expect(startOf(events[0]!)).toBe(inOslo(10));
    const text = JSON.stringify(events[0]);
    for (const said of ["Mei Tanaka", "About the skerries", `/booking/bookings/${booking.id}`])
      expect(text).toContain(said);
    expect((await writesOf(booking)).map(({ state, attempts }) => [state, attempts])).toEqual([["written", 1]]);
    expect([google.sentInvitations, microsoft.sentInvitations].flat()).toEqual([]);
    expect([google.complaints, microsoft.complaints].flat()).toEqual([]);
  });

  it("moves with it and goes with it, and stays the same event", async () => {
    const host = await providers[name]();
    const booking = await bookAt(host, 10);
    await runJobs();
    const [{ id } = { id: "" }] = host.calendar.events();
    await reschedule({ booking, start: inOslo(14), actor: invitee, now: Date.now() });
    await runJobs();
    expect(host.calendar.events().map((event) => [event.id, startOf(event)])).toEqual([[id, inOslo(14)]]);
    await cancel({ booking, reason: "", actor: invitee, now: Date.now() });
    await runJobs();
    expect(host.calendar.events()).toEqual([]);
    expect((await writesOf(booking)).map(({ state }) => state)).toEqual(["removed"]);
  });

  it.each([
    ["is lost", { kind: "lost_answer" }],
    ["is no answer", { kind: "malformed" }],
  ] as const)("is made once when the answer %s after it was made", async (_, fault) => {
    const host = await providers[name]();
    const booking = await bookAt(host, 10);
    (name === "google" ? google : microsoft).fail(creation[name], fault as never);
    await runJobs();
    const [waiting] = await writesOf(booking);
    expect([waiting!.state, waiting!.attempts, waiting!.nextTryAt! > new Date()]).toEqual(["waiting", 1, true]);
    await writeEvent(waiting!, Date.now() + 60_000);
    expect(host.calendar.events()).toHaveLength(1);
    expect((await writesOf(booking)).map(({ state }) => state)).toEqual(["written"]);
  });

  it("leaves nothing when it is cancelled after an answer was lost", async () => {
    const host = await providers[name]();
    const booking = await bookAt(host, 10);
    (name === "google" ? google : microsoft).fail(creation[name], { kind: "lost_answer" });
    await runJobs();
    expect(host.calendar.events()).toHaveLength(1);
    await cancel({ booking, reason: "", actor: invitee, now: Date.now() });
    await runJobs();
    expect(host.calendar.events()).toEqual([]);
    expect([google.sentInvitations, microsoft.sentInvitations].flat()).toEqual([]);
  });

  it("is made once however many jobs are at it, and not written again where nothing changed", async () => {
    const host = await providers[name]();
    const booking = await bookAt(host, 10);
    const [turn] = await writesOf(booking);
    await Promise.all(Array.from({ length: 8 }, () => writeEvent(turn!, Date.now())));
    expect(host.calendar.events()).toHaveLength(1);
    const before = writesBy(name);
    await writeEvent(turn!, Date.now());
    await runJobs();
    expect(writesBy(name)).toBe(before);
  });

  it("waits as long as the provider asks, and is given up when it is refused for good", async () => {
    const host = await providers[name]();
    const booking = await bookAt(host, 10);
    const fake = name === "google" ? google : microsoft;
    fake.fail(creation[name], { status: 429, retryAfter: 600 } as never);
    await runJobs();
    const [waiting] = await writesOf(booking);
    expect(waiting!.nextTryAt!.getTime() - Date.now()).toBeGreaterThan(590_000);
    fake.fail(creation[name], { status: 400 } as never);
    await writeEvent(waiting!, Date.now() + 600_000);
    const [failed] = await writesOf(booking);
    expect([failed!.state, failed!.nextTryAt]).toEqual(["failed", null]);
    expect(failed!.lastError).not.toBeNull();
  });

  it("is there from the confirmation on, a maybe while it waits for another, and goes when it is declined", async () => {
    const host = await providers[name]();
    const eventType = await createEventType(host.workspace, { owner: host.owner, requiresConfirmation: true });
    const booking = await bookAt({ ...host, eventType }, 10);
    await runJobs();
    expect(host.calendar.events()).toEqual([]);
    const actor = { kind: "user" as const, userId: host.owner.id };
    await confirm({ booking, actor, now: Date.now() });
    await runJobs();
    expect(host.calendar.events().map(isMaybe)).toEqual([false]);
    await reschedule({ booking: await reread(booking), start: inOslo(13), actor: invitee, now: Date.now() });
    await runJobs();
    expect(host.calendar.events().map((event) => [isMaybe(event), startOf(event)])).toEqual([[true, inOslo(13)]]);
    await decline({ booking, actor, now: Date.now() });
    await runJobs();
    expect(host.calendar.events()).toEqual([]);
  });

  it("goes over to the calendar of whoever it is handed to", async () => {
    const host = await providers[name]();
    const heir = await addMember(host.workspace);
    const other = await secondHost(name, host, heir);
    const team = { isTeamEvent: true, assignmentType: "round_robin" as const, hosts: [host.owner, heir] };
    const eventType = await createEventType(host.workspace, { owner: host.owner, ...team });
    const booking = await bookAt({ ...host, eventType }, 10);
    await runJobs();
    const from = booking.hostId;
    const to = from === heir.id ? host.owner.id : heir.id;
    const [mine, theirs] = from === heir.id ? [other, host.calendar] : [host.calendar, other];
    expect([mine.events().length, theirs.events().length]).toEqual([1, 0]);
    const handed = await reassign({ booking, from, to, actor: { kind: "user", userId: from }, now: Date.now() });
    expect(handed.ok).toBe(true);
    await runJobs();
    expect([mine.events().length, theirs.events().length]).toEqual([0, 1]);
  });

  it("is not written to a second calendar of the host's once it stands in one", async () => {
    const host = await providers[name]();
    const booking = await bookAt(host, 10);
    await runJobs();
    const next = await otherCalendar(name, host);
    await reschedule({ booking, start: inOslo(15), actor: invitee, now: Date.now() });
    await runJobs();
    expect([host.calendar.events().length, next.events().length]).toEqual([1, 0]);
    const later = await bookAt(host, 11);
    await runJobs();
    expect(next.events().map(startOf)).toEqual([inOslo(11)]);
    expect(later.id).not.toBe(booking.id);
  });
});

describe("a booking in a Google calendar", () => {
  it("has the UID that its event has there, from the first mail on", async () => {
    const host = await providers.google();
    const booking = await bookAt(host, 10);
    expect(booking.icalUid).toBe(googleUid(booking.id));
    await runJobs();
    expect(host.calendar.events()[0]!.iCalUID).toBe(booking.icalUid);
    expect((await reread(booking)).icalUid).toBe(booking.icalUid);
  });

  it("is made once after the worker that was at it is killed, when its hold has ended", async () => {
    const host = await providers.google();
    const booking = await bookAt(host, 10);
    const [{ id } = { id: "" }] = await writesOf(booking);
    await db.execute(sql`
      insert into leases (name, place, holder, until)
      values (${`event/${id}`}, 1, gen_random_uuid(), now() + interval '5 minutes')`);
    await runJobs();
    expect([host.calendar.events().length, (await writesOf(booking))[0]!.state]).toEqual([0, "waiting"]);
    await db.execute(sql`update leases set until = now() where name = ${`event/${id}`}`);
    await db.execute(sql`
      update graphile_worker._private_jobs set run_at = now() where run_at < now() + interval '1 minute'`);
    await runJobs();
    expect([host.calendar.events().length, (await writesOf(booking))[0]!.state]).toEqual([1, "written"]);
  });

  it("lists the invitee and guests, and keeps what they answered there when it is moved", async () => {
    const host = await providers.google();
    const booking = await bookAt(host, 10, { guests: ["tove@example.com"] });
    await runJobs();
    const [event] = host.calendar.events();
    expect(event!.attendees!.map(({ email }) => email).sort()).toEqual(["mei@example.com", "tove@example.com"]);
    const attendees = event!.attendees!.map((each) => ({ ...each, responseStatus: "accepted" }));
    host.calendar.changeEvent(event!.id, { attendees });
    await reschedule({ booking, start: inOslo(14), actor: invitee, now: Date.now() });
    await runJobs();
    const [moved] = host.calendar.events();
    expect(moved!.attendees!.map(({ responseStatus }) => responseStatus)).toEqual(["accepted", "accepted"]);
    expect(startOf(moved!)).toBe(inOslo(14));
  });
});

type Hosted = Awaited<ReturnType<(typeof providers)["google"]>> | Awaited<ReturnType<(typeof providers)["microsoft"]>>;

const creation = { google: "events.insert", microsoft: "events.create" };

function writesBy(name: "google" | "microsoft") {
  const { requests } = name === "google" ? google : microsoft;
  return requests.filter(({ method, path }) => method !== "GET" && path.includes("/events")).length;
}

type AnyEvent = { start?: { dateTime?: string | null } | null; status?: string | null; showAs?: string | null };

function startOf({ start }: AnyEvent) {
  const text = start!.dateTime!;
  return Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
}

function isMaybe({ status, showAs }: AnyEvent) {
  return status === "tentative" || showAs === "tentative";
}

async function secondHost(name: "google" | "microsoft", { workspace }: Hosted, user: { id: string }) {
  const email = `${user.id}@example.com`;
  if (name === "google") {
    const { primary } = google.addAccount({ email });
    await connectGoogle(google, email, { workspace, user });
    return primary;
  }
  const { defaultCalendar } = microsoft.addAccount({ email });
  await connectMicrosoft(microsoft, email, defaultCalendar.id, { workspace, user });
  return defaultCalendar;
}

async function otherCalendar(name: "google" | "microsoft", host: Hosted) {
  await stopWriting(host.connection);
  const made =
    name === "google"
      ? (host as Awaited<ReturnType<typeof providers.google>>).account.addCalendar({ summary: "Field work" })
      : (host as Awaited<ReturnType<typeof providers.microsoft>>).account.addCalendar({ name: "Field work" });
  await secondCalendar(host, made.id, writing);
  return made;
}
