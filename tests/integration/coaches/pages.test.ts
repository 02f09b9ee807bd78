import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes, bookings, workspaceMembers } from "~db/schema";
import { findSessionEventType } from "~/domain/event-types/event-types.server";
import * as coachPage from "~/routes/_member.coaches.$userId";
import * as coachesPage from "~/routes/_member.coaches._index";
import * as sessionsPage from "~/routes/_member.sessions";
import * as dayPage from "~/routes/booking._index";
import * as bookingsPage from "~/routes/booking.bookings._index";
import * as eventTypePage from "~/routes/booking.event-types.$id._index";
import * as deletePage from "~/routes/booking.event-types.$id.delete";
import * as coachingPage from "~/routes/booking.settings.coaching";
import { addMember, createBooking, createEventType, signIn } from "../../support/factories";
import { aQuestion, createTemplate } from "../../support/links";
import { inOslo } from "../../support/orders";
import { get, noticeOf, postForm } from "../../support/requests";
import { practice, sessionOf } from "../../support/sessions";

const iso = (ms: number) => new Date(ms).toISOString();

async function open() {
  const made = await practice();
  const { cookie } = await signIn(made.client);
  const { coach } = made;
  const at = { cookie, params: { userId: coach.id } };
  const look = (query = "") => get(coachPage, `/coaches/${coach.id}${query}`, at);
  const send = (fields: Record<string, string>) => postForm(coachPage, `/coaches/${coach.id}`, fields, at);
  const sessions = async (tab = "") => (await get(sessionsPage, `/sessions?tab=${tab}`, { cookie })).body.items;
  return { ...made, cookie, look, send, sessions };
}

const minutes = (text: string) => ({ start: iso(inOslo(10)), duration_minutes: text, notes: "Bring the map." });

describe("a coach's page", () => {
  it("offers starts for as long as the address says, and says so of a length that no session has", async () => {
    const { look } = await open();
    expect((await look()).body).toMatchObject({ durationMinutes: 60, wrongLength: null, isClient: true });
    expect((await look("?duration=480")).body).toMatchObject({ durationMinutes: 480, wrongLength: null });
    for (const wrong of ["14", "481", "1e2", "30.5", "-30", "soon"]) {
      expect((await look(`?duration=${wrong}`)).body).toMatchObject({ durationMinutes: 60, wrongLength: wrong });
    }
  });

  it("writes nothing while somebody only looks", async () => {
    const { coach, look } = await open();
    await look();
    expect(await db.$count(bookingEventTypes, eq(bookingEventTypes.ownerId, coach.id))).toBe(0);
  });

  it("asks the coach, and leads to the client's own sessions, where it waits", async () => {
    const { client, send, sessions } = await open();
    const sent = await send(minutes("45"));
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, "/sessions"]);
    expect((await noticeOf(sent))?.text).toContain("Asked for: ");
    const [waiting] = await sessions("waiting");
    expect(waiting).toMatchObject({ mayMove: true, mayCancel: true });
    expect(waiting!.booking).toMatchObject({ clientId: client.id, status: "pending", notes: "Bring the map." });
    expect(waiting!.booking.end - waiting!.booking.start).toBe(45 * 60_000);
  });

  it("makes one session of a form that is sent twice", async () => {
    const { client, send } = await open();
    const form = { ...minutes("45"), submission_key: "4f0c4c39-6f2a-4f8e-9d3b-0a1b2c3d4e5f" };
    const sent = await Promise.all([send(form), send(form)]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(await db.$count(bookings, eq(bookings.clientId, client.id))).toBe(1);
  });

  it("offers other times where somebody was faster, and keeps the note", async () => {
    const { send, ...who } = await open();
    await sessionOf(who);
    const { status, body } = await send(minutes("45"));
    expect(status).toBe(409);
    expect(body).toMatchObject({ outcome: "taken", values: { notes: ["Bring the map."] } });
    if (!("taken" in body)) throw new Error("not taken");
    expect(body.taken.alternatives.length).toBeGreaterThan(0);
    expect(body.taken.alternatives.every(({ start, end }) => end - start === 45 * 60_000)).toBe(true);
  });

  it("offers other times for one that has passed", async () => {
    const { send } = await open();
    const { status, body } = await send({ ...minutes("45"), start: iso(Date.now() - 3_600_000) });
    expect(status).toBe(409);
    expect(body).toMatchObject({ outcome: "taken", taken: { code: "notice" } });
  });

  it("takes no length that a session cannot have, and no note that is too long", async () => {
    const { send } = await open();
    for (const wrong of ["10", "481", "half an hour"])
      expect(await send(minutes(wrong))).toMatchObject({ status: 400, body: { outcome: "unreadable" } });
    const long = await send({ ...minutes("45"), notes: "x".repeat(2001) });
    expect(long).toMatchObject({ status: 400, body: { outcome: "invalid", errors: [{ path: "notes" }] } });
  });

  it("is nobody's for a host who takes no sessions, for a client, and for no id at all", async () => {
    const { workspace, coach, client, cookie, send } = await open();
    await db.update(workspaceMembers).set({ takesSessions: false }).where(eq(workspaceMembers.userId, coach.id));
    expect((await send(minutes("45"))).status).toBe(404);
    const others = [coach.id, client.id, "not-an-id", (await addMember(workspace, { role: "client" })).id];
    for (const userId of others)
      expect((await get(coachPage, `/coaches/${userId}`, { cookie, params: { userId } })).status).toBe(404);
    expect((await get(coachesPage, "/coaches", { cookie })).body.coaches).toEqual([]);
  });

  it("asks what the coach asks, and takes no session without an answer that they need", async () => {
    const { workspace, coach, look, send } = await open();
    const { cookie } = await signIn(coach);
    const rules = await postForm(coachingPage, "/booking/settings/coaching", { intent: "rules" }, { cookie });
    const id = rules.headers.get("Location")!.split("/").at(-1)!;
    const template = await createTemplate({ workspaceId: workspace.id, ownerId: coach.id }, [
      aQuestion({ label: "Which floor?", required: true }),
    ]);
    await db.update(bookingEventTypes).set({ templateId: template.id }).where(eq(bookingEventTypes.id, id));
    const [question] = (await look()).body.questions;
    expect(question?.label).toBe("Which floor?");
    expect(await send(minutes("45"))).toMatchObject({ status: 400, body: { outcome: "invalid" } });
    expect((await send({ ...minutes("45"), [`answers.${question!.id}`]: "Two" })).status).toBe(303);
  });
});

describe("a client's sessions", () => {
  it("are nobody else's, and stand in the place of a host's day", async () => {
    const { cookie, workspace, sessions, ...who } = await open();
    await sessionOf({ workspace, ...who });
    expect(await sessions()).toHaveLength(1);
    const other = await signIn(await addMember(workspace, { role: "client" }));
    expect((await get(sessionsPage, "/sessions", other)).body.items).toEqual([]);
    expect((await get(dayPage, "/booking", { cookie })).headers.get("Location")).toBe("/sessions");
    const host = await signIn(who.coach);
    expect((await get(sessionsPage, "/sessions", host)).headers.get("Location")).toBe("/booking/bookings");
  });

  it("can be moved and cancelled as the coach allows", async () => {
    const { sessions, ...who } = await open();
    const booking = await sessionOf(who);
    await db
      .update(bookingEventTypes)
      .set({ inviteeMayReschedule: false })
      .where(eq(bookingEventTypes.id, booking.eventTypeId));
    // A request is theirs to take back, whatever the coach allows of meetings.
    expect(await sessions()).toMatchObject([{ mayMove: true, mayCancel: true }]);
    await db.update(bookings).set({ status: "confirmed", confirmedAt: new Date() }).where(eq(bookings.id, booking.id));
    expect(await sessions()).toMatchObject([{ mayMove: false, mayCancel: true }]);
  });
});

describe("the settings of coaching", () => {
  const form = { takes_sessions: "on", about: "Maps.", "location.type": "phone", "location.value": "+47 22 00 01 40" };
  const save = async (fields: Record<string, string>, cookie: string) =>
    postForm(coachingPage, "/booking/settings/coaching", fields, { cookie });

  it("keep what a host says to clients, and where they meet", async () => {
    const { workspace, coach } = await practice();
    const { cookie } = await signIn(coach);
    expect((await save(form, cookie)).status).toBe(303);
    expect((await get(coachingPage, "/booking/settings/coaching", { cookie })).body).toEqual({
      takesSessions: true,
      about: "Maps.",
      locationType: "phone",
      locationValue: "+47 22 00 01 40",
    });
    expect(await findSessionEventType(workspace.id, coach.id)).toMatchObject({ isActive: true, locationType: "phone" });
  });

  it("keep nothing where one part is refused, and all that was typed", async () => {
    const { workspace, coach } = await practice();
    const { cookie } = await signIn(coach);
    const wrong = { ...form, "location.type": "in_person", "location.value": "" };
    const { status, body } = await save(wrong, cookie);
    expect([status, body.problem.errors.map(({ path }) => path)]).toEqual([409, ["location.value"]]);
    expect(body.problem.values.about).toEqual(["Maps."]);
    expect((await get(coachingPage, "/booking/settings/coaching", { cookie })).body.about).toBe("");
    expect(await findSessionEventType(workspace.id, coach.id)).toBeNull();
    expect((await save({ ...form, about: "x".repeat(601) }, cookie)).status).toBe(400);
  });

  it("lead to the rules, which offer nobody else's time and no length that a session cannot have", async () => {
    const { workspace, coach } = await practice();
    await addMember(workspace);
    const { cookie } = await signIn(coach);
    const first = (await save({ intent: "rules" }, cookie)).headers.get("Location")!;
    expect((await save({ intent: "rules" }, cookie)).headers.get("Location")).toBe(first);
    const at = { cookie, params: { id: first.split("/").at(-1)! } };
    const { eventType, choices } = (await get(eventTypePage, first, at)).body;
    expect(choices.hosts.map(({ id }) => id)).toEqual([coach.id]);
    const rules = {
      ...{ name: "Session", slug: eventType.slug, duration_minutes: "600", "location.type": "google_meet" },
      ...{ minimum_notice_minutes: "0", notice_unit: "minutes", booking_window_days: "60", is_session: "on" },
    };
    const refused = await postForm(eventTypePage, first, rules, at);
    expect(refused.body.errors.map(({ path }) => path)).toEqual(["duration_minutes"]);
    const saved = await postForm(eventTypePage, first, { ...rules, duration_minutes: "45" }, at);
    expect(saved.headers.get("Location")).toBe("/booking/settings/coaching");
    expect(await findSessionEventType(workspace.id, coach.id)).toMatchObject({ durationMinutes: 45, isSession: true });
  });

  it("alone switch sessions off: the rules neither do that, nor can they be deleted", async () => {
    const { workspace, coach } = await practice();
    const { cookie } = await signIn(coach);
    const rulesHref = (await save({ intent: "rules" }, cookie)).headers.get("Location")!;
    const at = { cookie, params: { id: rulesHref.split("/").at(-1)! } };
    const rules = {
      ...{ name: "Session", duration_minutes: "60", "location.type": "google_meet", minimum_notice_minutes: "0" },
      ...{
        notice_unit: "minutes",
        booking_window_days: "60",
        slug: (await get(eventTypePage, rulesHref, at)).body.eventType.slug,
      },
    };
    const isActive = async () => (await findSessionEventType(workspace.id, coach.id))?.isActive;
    expect((await postForm(eventTypePage, rulesHref, { ...rules, is_session: "on" }, at)).status).toBe(303);
    expect(await isActive()).toBe(true);
    const switched = await postForm(eventTypePage, rulesHref, rules, at);
    expect(switched.body.errors.map(({ path }) => path)).toEqual(["is_active"]);
    expect(await isActive()).toBe(true);

    const looked = await get(deletePage, `${rulesHref}/delete`, at);
    expect(looked.headers.get("Location")).toBe("/booking/settings/coaching");
    expect((await postForm(deletePage, `${rulesHref}/delete`, {}, at)).status).toBe(404);
    expect(await isActive()).toBe(true);

    const off = Object.fromEntries(Object.entries(form).filter(([name]) => name !== "takes_sessions"));
    await save(off, cookie);
    expect(await isActive()).toBe(false);
  });
});

describe("the list of bookings", () => {
  it("can be narrowed to what clients booked", async () => {
    const { workspace, coach, client } = await practice();
    const { cookie } = await signIn(coach);
    const session = await sessionOf({ workspace, coach, client });
    const meeting = await createBooking(await createEventType(workspace, { owner: coach }), { start: inOslo(14) });
    const listed = async (query: string) =>
      (await get(bookingsPage, `/booking/bookings?${query}`, { cookie })).body.items.map(({ id }) => id);
    expect(await listed("")).toEqual([session.id, meeting.id]);
    expect(await listed("event=sessions")).toEqual([session.id]);
  });
});
