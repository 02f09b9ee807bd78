import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { analyticsEvents, analyticsSalts, bookingEventTypes } from "~db/schema";
import { forgetExpired } from "~/domain/accounts/forget-expired.server";
import { DAY_MS } from "~/domain/availability/calendar-days";
import { countView, flushViews } from "~/http/views.server";
import * as page from "~/routes/book.$workspace.$event._index";
import * as teamPage from "~/routes/book.$workspace.$event.team.$team";
import { createEventType, createTeam, createWorkspace } from "../../support/factories";
import { createLink, createOneTimeLink } from "../../support/links";
import { get } from "../../support/requests";
import { browserHeaders } from "./studio";

let studio: Awaited<ReturnType<typeof makeStudio>>;

async function makeStudio() {
  const { workspace, owner } = await createWorkspace();
  return { workspace, owner };
}

beforeAll(async () => {
  studio = await makeStudio();
});

afterEach(() => {
  vi.useRealTimers();
});

const newPage = () => createEventType(studio.workspace, { owner: studio.owner });

type Visit = { address?: string; headers?: Record<string, string>; query?: string; method?: string };

/** Opens the page of an event type, as a browser does. */
async function open(eventType: { slug: string }, { address = "203.0.113.1", headers = {}, query = "" }: Visit = {}) {
  const params = { workspace: studio.workspace.slug, event: eventType.slug };
  const url = `/book/${params.workspace}/${params.event}${query}`;
  return get(page, url, { params, address, headers: { ...browserHeaders, ...headers } });
}

async function viewsOf({ id }: { id: string }) {
  await flushViews();
  return db.select().from(analyticsEvents).where(eq(analyticsEvents.eventTypeId, id));
}

describe("a visitor of an event type's page", () => {
  it("is counted, with the name of the site that led there and nothing about the person", async () => {
    const eventType = await newPage();
    const { status } = await open(eventType, { headers: { Referer: "https://News.Example.org/letters?to=me" } });
    expect(status).toBe(200);
    const [view, ...more] = await viewsOf(eventType);
    expect(more).toEqual([]);
    expect(view).toMatchObject({ kind: "view", linkId: null, oneTimeLinkId: null, referrerHost: "news.example.org" });
    expect(JSON.stringify(view)).not.toMatch(/203\.0\.113|Mozilla|letters/);
  });

  it("is counted once a day, whatever they look at on it, however often", async () => {
    const eventType = await newPage();
    await Promise.all(["", "?timezone=Asia/Tokyo", "?month=2027-01", ""].map((query) => open(eventType, { query })));
    await viewsOf(eventType);
    await open(eventType);
    expect(await viewsOf(eventType)).toHaveLength(1);
  });

  it("is counted for each page, each address and each browser", async () => {
    const [first, second] = [await newPage(), await newPage()];
    await open(first);
    await open(second);
    await open(first, { address: "203.0.113.2" });
    await open(first, { headers: { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0" } });
    expect(await viewsOf(first)).toHaveLength(3);
    expect(await viewsOf(second)).toHaveLength(1);
  });

  it("is counted again the next day, when nothing tells any more that it is the same", async () => {
    const eventType = await newPage();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-20T23:59:00Z") });
    await open(eventType);
    vi.setSystemTime(Date.parse("2026-11-21T00:01:00Z"));
    await open(eventType);
    const views = await viewsOf(eventType);
    expect(views.map(({ occurredAt }) => occurredAt.toISOString().slice(0, 10)).sort()).toEqual([
      "2026-11-20",
      "2026-11-21",
    ]);
    expect(new Set(views.map(({ visitor }) => visitor)).size).toBe(2);
  });

  it("is not counted as a bot, as a browser that looks ahead, or without a name", async () => {
    const eventType = await newPage();
    await open(eventType, { headers: { "User-Agent": "Googlebot/2.1 (+http://www.google.com/bot.html)" } });
    await open(eventType, { headers: { "Sec-Purpose": "prefetch;prerender" } });
    await open(eventType, { headers: { "User-Agent": "" } });
    expect(await viewsOf(eventType)).toEqual([]);
  });

  it("is counted on a team's page of it too, and not where there is nothing to book", async () => {
    const { workspace, owner } = studio;
    const team = await createTeam(workspace, [owner]);
    const eventType = await createEventType(workspace, {
      owner,
      isTeamEvent: true,
      teamId: team.id,
      assignmentType: "round_robin",
    });
    const params = { workspace: workspace.slug, event: eventType.slug, team: team.slug };
    const visit = { params, address: "203.0.113.1", headers: browserHeaders };
    expect((await get(teamPage, `/book/${params.workspace}/${params.event}/team/${params.team}`, visit)).status).toBe(
      200,
    );
    expect(await viewsOf(eventType)).toHaveLength(1);

    const closed = await createEventType(workspace, { owner, isActive: false });
    expect((await open(closed)).status).toBe(404);
    expect(await viewsOf(closed)).toEqual([]);
  });
});

describe("a visitor by a link", () => {
  const request = (headers: Record<string, string> = browserHeaders) =>
    new Request("http://localhost:3000/public/bookings/token", { headers });

  it("is counted for that link, beside the event type's own page", async () => {
    const eventType = await newPage();
    const [link, other] = [await createLink(eventType), await createLink(eventType)];
    const oneTime = await createOneTimeLink(eventType);
    const subject = { workspaceId: studio.workspace.id, eventTypeId: eventType.id };
    await open(eventType);
    for (const { id } of [link, link, other]) countView(request(), "203.0.113.1", { ...subject, linkId: id });
    countView(request(), "203.0.113.1", { ...subject, oneTimeLinkId: oneTime.id });
    const views = await viewsOf(eventType);
    expect(views).toHaveLength(4);
    expect(views.filter(({ linkId }) => linkId === link.id)).toHaveLength(1);
    expect(views.filter(({ kind }) => kind === "open")).toMatchObject([{ oneTimeLinkId: oneTime.id }]);
  });

  it("is nobody where the event type is gone, and disturbs none of the others", async () => {
    const [gone, kept] = [await newPage(), await newPage()];
    const subject = { workspaceId: studio.workspace.id };
    await db.delete(bookingEventTypes).where(eq(bookingEventTypes.id, gone.id));
    for (const { id } of [gone, kept]) countView(request(), "203.0.113.9", { ...subject, eventTypeId: id });
    expect(await viewsOf(gone)).toEqual([]);
    expect(await viewsOf(kept)).toHaveLength(1);
  });
});

describe("the salt of a day", () => {
  it("is forgotten when the day after is over, and so is who its visitors were", async () => {
    const now = Date.parse("2027-03-10T03:17:00Z");
    const days = ["2027-03-08", "2027-03-09", "2027-03-10"];
    await db.insert(analyticsSalts).values(days.map((day) => ({ day, salt: day })));
    await forgetExpired(now);
    const left = await db.select({ day: analyticsSalts.day }).from(analyticsSalts);
    expect(
      left
        .map(({ day }) => day)
        .filter((day) => day >= "2027-03-01")
        .sort(),
    ).toEqual(["2027-03-09", "2027-03-10"]);
    await forgetExpired(now + DAY_MS);
    expect(await db.$count(analyticsSalts, eq(analyticsSalts.day, "2027-03-09"))).toBe(0);
  });
});
