import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const { google, microsoft, reset, stop } = await startProviders();
const { runJobs } = await import("../../support/jobs");
const { googleHost, microsoftHost } = await import("../../support/synced-calendars");
const { bookAt, connectGoogle, reread, writesOf, writing } = await import("../../support/written-calendars");
const { addMember, createEventType } = await import("../../support/factories");
const { db } = await import("~db/client");
const { calendarAccounts, notifications } = await import("~db/schema");
const { loadNotification } = await import("~/domain/notifications/send.server");
const { inOslo } = await import("../../support/orders");
const { reschedule } = await import("~/domain/bookings/reschedule.server");
const { writeEvent } = await import("~/domain/calendars/write-event.server");

beforeEach(reset);
afterAll(stop);

const makers = {
  google: {
    host: () => googleHost(google, writing),
    locationType: "google_meet" as const,
    link: /^https:\/\/meet\.google\.com\//,
    delay: () => (google.meet.mode = "pending_forever"),
    end: () => (google.meet.mode = "immediate"),
    refuse: () => (google.meet.mode = "failure"),
  },
  microsoft: {
    host: () => microsoftHost(microsoft, writing),
    locationType: "microsoft_teams" as const,
    link: /^https:\/\/teams\.microsoft\.com\//,
    delay: () => (microsoft.teams = { mode: "never" } as never),
    end: () => (microsoft.teams = { mode: "immediate" } as never),
    refuse: () => (microsoft.teams = { mode: "not_allowed" } as never),
  },
};

async function meeting(name: keyof typeof makers) {
  const { locationType, host: connect } = makers[name];
  const host = await connect();
  const eventType = await createEventType(host.workspace, { owner: host.owner, locationType });
  const booking = await bookAt({ ...host, eventType }, 10);
  return { host, booking };
}

type Key = { workspaceId: string; id: string };

async function mailsOf({ workspaceId, id }: Key) {
  const isOf = and(eq(notifications.workspaceId, workspaceId), eq(notifications.bookingId, id));
  const rows = await db.select().from(notifications).where(isOf);
  return rows.filter(({ kind }) => kind.startsWith("booking_confirmed")).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

describe.each(["google", "microsoft"] as const)("a link that %s makes", (name) => {
  it("becomes the meeting's, and is in every mail", async () => {
    makers[name].end();
    const { booking } = await meeting(name);
    await runJobs();
    const { meetingUrl } = await reread(booking);
    expect(meetingUrl).toMatch(makers[name].link);
    const mails = await mailsOf(booking);
    expect(mails.map(({ state }) => state)).toEqual(["kept", "kept"]);
    for (const { text } of mails) expect(text).toContain(meetingUrl);
  });

  it("is looked for again while it is being made, and the mails wait for it", async () => {
    makers[name].delay();
    const { booking } = await meeting(name);
    await runJobs();
    const [write] = await writesOf(booking);
    expect([write!.state, write!.conference, write!.nextTryAt !== null]).toEqual(["written", "pending", true]);
    expect((await mailsOf(booking)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ["queued", 0],
      ["queued", 0],
    ]);
  });

  it("leaves the mails to go without it after two minutes, and says that none was made after five", async () => {
    makers[name].delay();
    const { booking } = await meeting(name);
    await runJobs();
    const [mail] = await mailsOf(booking);
    const turn = { notificationId: mail!.id, round: 0, attempt: 0 };
    expect(await loadNotification(turn, Date.now() + 60_000)).toBeNull();
    expect(await loadNotification(turn, Date.now() + 121_000)).not.toBeNull();
    const [write] = await writesOf(booking);
    await writeEvent(write!, Date.now() + 310_000);
    const [later] = await writesOf(booking);
    expect([later!.state, later!.conference, later!.lastError]).toEqual([
      "written",
      "failed",
      "The calendar made no video link.",
    ]);
  });

  it("that is not made keeps no mail waiting", async () => {
    makers[name].refuse();
    const { booking } = await meeting(name);
    await runJobs();
    const [made] = await writesOf(booking);
    await writeEvent(made!, Date.now() + 3000);
    await runJobs();
    expect((await reread(booking)).meetingUrl).toBeNull();
    const [write] = await writesOf(booking);
    expect([write!.state, write!.conference]).toEqual(["written", "failed"]);
    expect((await mailsOf(booking)).map(({ state }) => state)).toEqual(["kept", "kept"]);
  });
});

it("a link that a host puts into their own entry is not the meeting's", async () => {
  const host = await makers.google.host();
  const eventType = await createEventType(host.workspace, { owner: host.owner, locationType: "in_person" });
  const booking = await bookAt({ ...host, eventType }, 10);
  await runJobs();
  const [event] = host.calendar.events();
  host.calendar.changeEvent(event!.id, { hangoutLink: "https://meet.google.com/own-link-xyz" });
  await reschedule({ booking, start: inOslo(14), actor: { kind: "invitee" }, now: Date.now() });
  await runJobs();
  expect(host.calendar.events()[0]!.hangoutLink).toBe("https://meet.google.com/own-link-xyz");
  expect((await reread(booking)).meetingUrl).toBeNull();
});

describe("a mail about a meeting", () => {
  it("waits for no link of a calendar that does not let us in, nor where no calendar makes one", async () => {
    const { host, booking } = await meeting("google");
    const isIt = eq(calendarAccounts.id, host.connection.accountId);
    await db.update(calendarAccounts).set({ needsReconnectSince: new Date() }).where(isIt);
    const [mail] = await mailsOf(booking);
    const turn = { notificationId: mail!.id, round: 0, attempt: 0 };
    expect(await loadNotification(turn, Date.now())).not.toBeNull();
    const byPhone = await createEventType(host.workspace, { owner: host.owner, locationType: "phone" });
    const other = await bookAt({ ...host, eventType: byPhone }, 12);
    const [second] = await mailsOf(other);
    const due = await loadNotification({ notificationId: second!.id, round: 0, attempt: 0 }, Date.now());
    expect(due).not.toBeNull();
  });

  it("carries a calendar file for the invitee, and none for a host in whose calendar the event is", async () => {
    google.meet.mode = "immediate";
    const { booking } = await meeting("google");
    await runJobs();
    const [toHost, toInvitee] = await mailsOf(booking);
    expect([toHost!.kind, toHost!.ics]).toEqual(["booking_confirmed_host", null]);
    expect(toInvitee!.ics!.replaceAll("\r\n ", "")).toContain(`UID:${booking.icalUid}`);
  });

  it("carries one for a host of all hands who has no calendar here", async () => {
    google.meet.mode = "immediate";
    const host = await googleHost(google, writing);
    const [second, third] = [await addMember(host.workspace), await addMember(host.workspace)];
    const email = `${second.id}@example.com`;
    const theirs = google.addAccount({ email }).primary;
    await connectGoogle(google, email, { workspace: host.workspace, user: second });
    const eventType = await createEventType(host.workspace, {
      owner: host.owner,
      hosts: [{ ...host.owner, priority: 9 }, second, third],
      isTeamEvent: true,
      assignmentType: "all_hands",
      rsvpQuorum: "any",
    });
    const booking = await bookAt({ ...host, eventType }, 10);
    const { confirm } = await import("~/domain/bookings/respond.server");
    const actor = { kind: "user" as const, userId: host.owner.id };
    await confirm({ booking, actor, now: Date.now() });
    await runJobs();
    await runJobs();
    const { meetingUrl } = await reread(booking);
    const [event] = theirs.events();
    expect([event!.location, event!.hangoutLink ?? null, event!.attendees ?? []]).toEqual([meetingUrl, null, []]);
    expect(event!.iCalUID).toBe(booking.icalUid);
    const files = (await mailsOf(booking)).map(({ recipient, ics }) => [recipient, ics !== null]);
    expect(Object.fromEntries(files)).toMatchObject({
      [host.owner.email]: false,
      [second.email]: false,
      [third.email]: true,
      "mei@example.com": true,
    });
  });
});
