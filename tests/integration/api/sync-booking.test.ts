import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const { google, microsoft, reset, stop } = await startProviders();
const { googleHost, microsoftHost } = await import("../../support/synced-calendars");
const { bookAt, connectGoogle, writing } = await import("../../support/written-calendars");
const { callApi } = await import("../../support/requests");
const { addMember, createWorkspace, createUser, signIn } = await import("../../support/factories");
const { practice, sessionOf } = await import("../../support/sessions");
const { runJobs } = await import("../../support/jobs");
const { confirm } = await import("~/domain/bookings/respond.server");
const { cancel } = await import("~/domain/bookings/cancel.server");
const { eq } = await import("drizzle-orm");
const { db } = await import("~db/client");
const { bookings } = await import("~db/schema");
const route = await import("~/routes/api.v1.calendar.sync-booking");

beforeEach(reset);
afterAll(stop);

const url = "/api/v1/calendar/sync-booking";

type Body = { event_id?: string; meeting_link?: string | null; status?: string; detail?: string; errors?: unknown };

async function sync(user: { id: string }, body: Record<string, unknown>, workspace?: { slug: string }) {
  const { token } = await signIn(user);
  const to = workspace ? `${url}?workspace=${workspace.slug}` : url;
  return callApi<Body>(route, "POST", to, { token, body: { timezone: "Europe/Oslo", ...body } });
}

const kinds = {
  google: { type: "google", host: () => googleHost(google, writing) },
  microsoft: { type: "outlook", host: () => microsoftHost(microsoft, writing) },
};

describe.each(["google", "microsoft"] as const)("writing a booking into one's %s calendar", (name) => {
  const { type, host: connect } = kinds[name];

  it("answers with the event, and makes no second one when it is asked for again", async () => {
    const host = await connect();
    const booking = await bookAt(host, 10);
    const ask = { booking_id: booking.id, calendar_type: type };
    const first = await sync(host.owner, ask, host.workspace);
    expect([first.status, first.body.status]).toEqual([200, "confirmed"]);
    expect(host.calendar.find(first.body.event_id!)).toBeDefined();
    const second = await sync(host.owner, ask, host.workspace);
    expect(second.body.event_id).toBe(first.body.event_id);
    expect(host.calendar.events()).toHaveLength(1);
  });

  it("uses a token that is sent for this one write", async () => {
    const host = await connect();
    const booking = await bookAt(host, 10);
    const other = (name === "google" ? google : microsoft).addAccount({ email: "own@example.com" });
    const scopes = name === "google" ? ["calendar.events", "calendar.calendarlist.readonly"] : ["Calendars.ReadWrite"];
    const { accessToken } = (name === "google" ? google : microsoft).grant({ email: other.email, scopes });
    const ask = { booking_id: booking.id, calendar_type: type, access_token: accessToken };
    const done = await sync(host.owner, ask, host.workspace);
    expect(done.status).toBe(200);
    const there = "primary" in other ? other.primary : other.defaultCalendar;
    expect([there.events().length, host.calendar.events().length]).toEqual([1, 0]);
    const wrong = await sync(host.owner, { ...ask, access_token: "not-a-token" }, host.workspace);
    expect([wrong.status, wrong.body.errors]).toEqual([
      400,
      [{ path: "access_token", message: "The provider does not take this access token." }],
    ]);
    expect(JSON.stringify(wrong.body)).not.toContain("not-a-token");
  });

  it("by a token gives a meeting that has its link no second one, and its own calendar no second event", async () => {
    const host = await connect();
    const booking = await bookAt(host, 10);
    const ask = { booking_id: booking.id, calendar_type: type };
    const fake = name === "google" ? google : microsoft;
    const first = await sync(host.owner, ask, host.workspace);
    const meetingUrl = "https://meet.example/one-and-only";
    await db.update(bookings).set({ meetingUrl }).where(eq(bookings.id, booking.id));
    const scopes = name === "google" ? ["calendar.events", "calendar.calendarlist.readonly"] : ["Calendars.ReadWrite"];
    const own = fake.grant({ email: host.account.email, scopes }).accessToken;
    const there = await sync(host.owner, { ...ask, access_token: own }, host.workspace);
    expect([there.body.event_id, there.body.meeting_link]).toEqual([first.body.event_id, meetingUrl]);
    expect(host.calendar.events()).toHaveLength(1);
    const other = fake.addAccount({ email: "second@example.com" });
    const token = fake.grant({ email: other.email, scopes }).accessToken;
    const elsewhere = await sync(host.owner, { ...ask, access_token: token }, host.workspace);
    expect(elsewhere.body.meeting_link).toBe(meetingUrl);
    const [event] = ("primary" in other ? other.primary : other.defaultCalendar).events();
    expect(JSON.stringify(event)).not.toMatch(/meet\.google\.com|teams\.microsoft\.com/);
  });

  it("is refused for what is no meeting any more, and for whoever has no part in it", async () => {
    const host = await connect();
    const booking = await bookAt(host, 10);
    const ask = { booking_id: booking.id, calendar_type: type };
    const colleague = await addMember(host.workspace);
    expect((await sync(colleague, ask, host.workspace)).status).toBe(404);
    const { owner: stranger, workspace: elsewhere } = await createWorkspace();
    expect((await sync(stranger, ask, elsewhere)).status).toBe(404);
    expect((await sync(stranger, ask, host.workspace)).status).toBe(404);
    await cancel({ booking, reason: "", actor: { kind: "invitee" }, now: Date.now() });
    expect((await sync(host.owner, ask, host.workspace)).status).toBe(409);
  });
});

describe("writing a session into its client's calendar", () => {
  it("names the coach there, leads to the client's own page, and goes with the session", async () => {
    const who = await practice();
    const account = google.addAccount({ email: who.client.email });
    await connectGoogle(google, who.client.email, { workspace: who.workspace, user: who.client });
    const session = await sessionOf(who);
    const ask = { booking_id: session.id, calendar_type: "google" };
    expect((await sync(who.client, ask)).status).toBe(409);
    const coach = { kind: "user", userId: who.coach.id } as const;
    await confirm({ booking: session, actor: coach, now: Date.now() });
    const done = await sync(who.client, ask);
    expect([done.status, done.body.status]).toEqual([200, "confirmed"]);
    const event = account.primary.find(done.body.event_id!)!;
    expect(event.summary).toBe(`Session: ${who.coach.name}`);
    expect(event.description).toContain(`/meeting/${session.uid}`);
    expect(event.description).not.toContain("/booking/");
    await cancel({ booking: session, reason: "", actor: coach, now: Date.now() });
    await runJobs();
    expect(account.primary.events().filter(({ status }) => status !== "cancelled")).toEqual([]);
    const other = await addMember(who.workspace, { role: "client" });
    expect((await sync(other, ask)).status).toBe(404);
  });
});

describe("a wrong wish to write a booking", () => {
  it("says which field, and that nothing is connected", async () => {
    const host = await googleHost(google);
    const booking = await bookAt(host, 10);
    const none = await sync(host.owner, { booking_id: booking.id, calendar_type: "outlook" }, host.workspace);
    expect([none.status, none.body.detail]).toEqual([
      409,
      "You have no calendar of this kind connected to which we may write.",
    ]);
    for (const [field, value] of [
      ["booking_id", "1"],
      ["calendar_type", "caldav"],
      ["timezone", "Mars/Olympus"],
      ["access_token", ""],
      ["access_token", "a\r\nX-Mine: b"],
    ] as const) {
      const ask = { booking_id: booking.id, calendar_type: "google", [field]: value };
      const { status, body } = await sync(host.owner, ask, host.workspace);
      expect([field, status, body.errors]).toEqual([field, 400, [expect.objectContaining({ path: field })]]);
    }
    const nobody = await createUser();
    expect((await sync(nobody, { booking_id: booking.id, calendar_type: "google" })).status).toBe(409);
  });
});
