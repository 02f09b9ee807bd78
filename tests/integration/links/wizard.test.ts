import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingLinkDrafts, bookingLinks, bookingSchedules } from "~db/schema";
import { findLink } from "~/domain/links/links.server";
import * as discard from "~/routes/booking.links.drafts.$id.discard";
import * as wizard from "~/routes/booking.links.drafts.$id.$step";
import * as edit from "~/routes/booking.links.$id.edit";
import * as fresh from "~/routes/booking.links.new";
import * as links from "~/routes/booking.links._index";
import { addMember, createEventType, createSchedule, signIn } from "../../support/factories";
import { createTemplate } from "../../support/links";
import { done, linkStudio } from "../../support/link-studio";
import { get, noticeOf, postForm } from "../../support/requests";

type Fields = Record<string, string | string[]>;
let studio: Awaited<ReturnType<typeof open>>;

async function open() {
  const base = await linkStudio({ name: "Calibration", maxPerDay: 2, description: "We calibrate." });
  const { workspace, owner } = base;
  const { cookie } = await signIn(owner);
  const to = (id: string, step: string) => ({ cookie, params: { id, step } });
  const url = (id: string, step: string) => `/booking/links/drafts/${id}/${step}`;
  return {
    ...base,
    cookie,
    show: (id: string, step: string) => get(wizard, url(id, step), to(id, step)),
    send: (id: string, step: string, fields: Fields) => postForm(wizard, url(id, step), fields, to(id, step)),
    drafts: () => db.select().from(bookingLinkDrafts).where(eq(bookingLinkDrafts.workspaceId, workspace.id)),
    made: () => db.select().from(bookingLinks).where(eq(bookingLinks.workspaceId, workspace.id)),
  };
}

const basics = (follows = "", more: Fields = {}) => ({
  title: "Newsletter",
  follows,
  shown: follows,
  description: "",
  "location.type": "google_meet",
  "location.value": "",
  ...more,
});
const availability = { hours: "default", timezone: "Europe/Oslo" };
const duration = { durations: ["30"], other_durations: "", buffer_before: "0", buffer_after: "0" };
const limits = { minimum_notice_minutes: "0", notice_unit: "hours", booking_window_days: "60", max_per_day: "2" };

beforeEach(async () => {
  studio = await open();
});

async function begin(fields: Fields = basics()) {
  const sent = await postForm(fresh, "/booking/links/new", fields, { cookie: studio.cookie });
  const [draft] = await studio.drafts();
  return { sent, id: draft!.id, to: sent.headers.get("Location") };
}

/** Through all steps to the review. */
async function fill(fields: Fields = basics(), more: Record<string, Fields> = {}) {
  const { id } = await begin(fields);
  const steps = { availability, duration, limits, template: { template_id: "" }, ...more };
  for (const [step, given] of Object.entries(steps)) await studio.send(id, step, given);
  return id;
}

describe("a new link", () => {
  it("is not there, and no draft of it, for looking at the form", async () => {
    const { eventType, cookie } = studio;
    const { body } = await get(fresh, `/booking/links/new?event=${eventType.id}`, { cookie });
    expect(body.values).toMatchObject({ follows: [eventType.id], description: ["We calibrate."] });
    expect(await studio.drafts()).toEqual([]);
  });

  it("becomes a draft with the first step, and goes on to the next", async () => {
    const { id, sent, to } = await begin();
    expect([sent.status, to]).toEqual([303, `/booking/links/drafts/${id}/availability`]);
    expect((await studio.drafts())[0]!.values).toMatchObject({ basics: { title: ["Newsletter"] } });
  });

  it("says what is wrong with a step at its fields, keeps them as typed, and lets nobody past it", async () => {
    const { id, sent } = await begin(basics("", { title: "", description: "Half typed" }));
    expect(sent.status).toBe(400);
    expect(sent.body).toMatchObject({
      draftId: id,
      errors: [{ path: "title" }],
      values: { description: ["Half typed"] },
    });
    expect((await studio.drafts())[0]!.values).toMatchObject({ basics: { description: ["Half typed"] } });
    const past = await studio.show(id, "limits");
    expect([past.status, past.headers.get("Location")]).toEqual([302, `/booking/links/drafts/${id}/basics`]);
    await studio.send(id, "basics", basics());
    expect((await studio.show(id, "limits")).headers.get("Location")).toMatch(/availability$/);
  });

  it("goes back and leaves with what was typed, however wrong", async () => {
    const id = await fill();
    const back = await studio.send(id, "limits", { ...limits, max_per_day: "a few", intent: "back" });
    expect(back.headers.get("Location")).toMatch(/duration$/);
    expect((await studio.show(id, "limits")).body.values).toMatchObject({ max_per_day: ["a few"] });
    expect((await studio.show(id, "review")).headers.get("Location")).toMatch(/limits$/);
    const left = await studio.send(id, "limits", { ...limits, max_per_day: "some", intent: "leave" });
    expect(left.headers.get("Location")).toBe("/booking/links");
    const list = await get(links, "/booking/links", { cookie: studio.cookie });
    expect(list.body.drafts).toMatchObject([{ id, title: "Newsletter", step: "limits" }]);
  });

  it("takes over the rules of another event type where nothing else was typed", async () => {
    const { eventType } = studio;
    const { id } = await begin(basics("", { title: "" }));
    const shown = await studio.send(id, "basics", basics(eventType.id, { shown: "", intent: "follow" }));
    expect(shown.headers.get("Location")).toMatch(/basics$/);
    expect((await studio.show(id, "basics")).body.values).toMatchObject({
      title: ["Newsletter"],
      description: ["We calibrate."],
      shown: [eventType.id],
    });
    await studio.send(id, "basics", basics(eventType.id, { description: "We calibrate." }));
    await studio.send(id, "availability", availability);
    expect((await studio.show(id, "limits")).headers.get("Location")).toMatch(/duration$/);
    await studio.send(id, "duration", duration);
    expect((await studio.show(id, "limits")).body.values).toMatchObject({ max_per_day: ["2"] });
  });

  it("has its hours and dates changed on the page by their buttons, which mean hours of its own", async () => {
    const { id } = await begin();
    const added = await studio.send(id, "availability", { ...availability, intent: "add:monday" });
    expect(added.body).toMatchObject({
      values: { hours: ["own"], "availability.0.weekday": ["monday"], "availability.0.start": ["09:00"] },
      focus: "availability.0.start",
    });
    const holidays = { ...availability, holiday_country: "NO", holiday_years: "2", intent: "add_holidays" };
    const dated = await studio.send(id, "availability", holidays);
    expect(dated.body.values?.excluded_dates?.length).toBeGreaterThan(9);
    const kept = (await studio.drafts())[0]!.values.availability;
    expect(kept?.excluded_dates).toEqual(dated.body.values?.excluded_dates);
  });

  it("is reviewed in words with the next free times, by the engine and before anything is saved", async () => {
    const { eventType } = studio;
    const rows = { "availability.0.weekday": "saturday", "availability.0.start": "6", "availability.0.end": "7" };
    const hours = { ...availability, hours: "own", ...rows };
    const id = await fill(basics(eventType.id, { description: "We calibrate." }), { availability: hours });
    const { review } = (await studio.show(id, "review")).body;
    expect(review).toMatchObject({ isOwn: true, rules: { hours: { name: null } }, before: { hours: { name: "" } } });
    const starts = review!.preview.starts.map((start) => new Date(start));
    expect(starts).toHaveLength(6);
    expect(starts.every((start) => start.getUTCDay() === 6)).toBe(true);
    expect(await studio.made()).toEqual([]);
  });

  it("says in its review that a mail follows the meeting where its template sends one", async () => {
    const { workspace, owner } = studio;
    const by = { workspaceId: workspace.id, ownerId: owner.id };
    const template = await createTemplate(by, undefined, { emailFollowupEnabled: true });
    const id = await fill(basics(), { template: { template_id: template.id } });
    expect((await studio.show(id, "template")).body.templates).toMatchObject([{ emailFollowupEnabled: true }]);
    expect((await studio.show(id, "review")).body.review!.rules.emailFollowupEnabled).toBe(true);
  });

  it("follows its event type when it is published with everything as that says", async () => {
    const { eventType, workspace, member } = studio;
    const id = await fill(basics(eventType.id, { description: "We calibrate." }));
    const { body } = await studio.show(id, "review");
    expect(body.review).toMatchObject({ isOwn: false });
    const published = await studio.send(id, "review", {});
    const [made] = await studio.made();
    expect(published.headers.get("Location")).toBe(`/booking/links/${made!.id}`);
    expect(await findLink(workspace.id, made!.id, member)).toMatchObject({ eventTypeId: eventType.id, isActive: true });
    expect(await studio.drafts()).toEqual([]);
  });

  it("is one link, however many tabs publish it", async () => {
    const id = await fill();
    const answers = await Promise.all(Array.from({ length: 5 }, () => studio.send(id, "review", {})));
    expect(await studio.made()).toHaveLength(1);
    const places = answers.map(({ headers }) => headers.get("Location"));
    expect(places.filter((to) => to !== "/booking/links")).toHaveLength(1);
  });

  it("stays a draft where it cannot be published any more, with what is wrong", async () => {
    const { workspace, owner } = studio;
    const summer = await createSchedule(workspace, owner, { name: "Summer" });
    const id = await fill(basics(), { availability: { ...availability, hours: summer.id } });
    await db.delete(bookingSchedules).where(eq(bookingSchedules.id, summer.id));
    const refused = await studio.send(id, "review", {});
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: "schedule_id" }] } });
    expect(await studio.made()).toEqual([]);
    expect(await studio.drafts()).toHaveLength(1);
  });
});

describe("a link that is changed", () => {
  it("begins with its present values, and every step can be opened", async () => {
    const { cookie, make } = studio;
    const link = await make({ rules: { max_per_week: 7 } });
    const at = { cookie, params: { id: link.id } };
    const first = await get(edit, `/booking/links/${link.id}/edit`, at);
    expect(first.body).toMatchObject({ values: { title: ["Newsletter"], follows: [""] }, isNew: false });
    expect(await studio.drafts()).toEqual([]);
    await postForm(edit, `/booking/links/${link.id}/edit`, basics("", { title: "Fair" }), at);
    const [draft] = await studio.drafts();
    expect((await studio.show(draft!.id, "limits")).body.values).toMatchObject({ max_per_week: ["7"] });
    const saved = await studio.send(draft!.id, "review", {});
    expect(saved.headers.get("Location")).toBe(`/booking/links/${link.id}`);
    expect(await findLink(link.workspaceId, link.id, studio.member)).toMatchObject({
      title: "Fair",
      token: link.token,
      eventType: { maxPerWeek: 7, name: "Fair" },
    });
  });

  it("has to follow another event type where its own is gone", async () => {
    const { workspace, owner, cookie, make, change } = studio;
    const other = await createEventType(workspace, { owner });
    const link = await make({ follows: other.id });
    done(await change(link, { title: "Fair" }));
    const at = { cookie, params: { id: link.id } };
    const gone = "00000000-0000-4000-8000-000000000000";
    const sent = await postForm(edit, `/booking/links/${link.id}/edit`, basics(gone), at);
    expect(sent).toMatchObject({ status: 400, body: { errors: [{ path: "follows" }] } });
  });
});

describe("a draft", () => {
  it("is nobody else's to see, and is discarded once", async () => {
    const id = await fill();
    const admin = await addMember(studio.workspace, { role: "admin" });
    const { cookie } = await signIn(admin);
    const at = { cookie, params: { id, step: "basics" } };
    expect((await get(wizard, "/", at)).status).toBe(404);
    expect((await postForm(wizard, "/", basics(), at)).status).toBe(404);
    const throwAway = () => postForm(discard, "/", {}, { cookie: studio.cookie, params: { id } });
    expect(await noticeOf(await throwAway())).toMatchObject({ kind: "ok" });
    expect(await noticeOf(await throwAway())).toMatchObject({ kind: "info" });
    expect((await studio.send(id, "review", {})).headers.get("Location")).toBe("/booking/links");
    expect((await studio.send(id, "limits", limits)).status).toBe(404);
  });

  it("has no step of another name, and no id that is none", async () => {
    const id = await fill();
    expect((await studio.show(id, "payment")).status).toBe(404);
    expect((await studio.show("1", "basics")).status).toBe(404);
  });
});
