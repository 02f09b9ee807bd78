import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { analyticsEvents, bookingEventTypes, bookingLinks } from "~db/schema";
import { bookingMeta } from "~/components/booking-page";
import { flushViews } from "~/http/views.server";
import * as ask from "~/routes/public.bookings.$token.ask";
import * as route from "~/routes/public.bookings.$token._index";
import { createBooking } from "../../support/factories";
import { createLink, createOneTimeLink } from "../../support/links";
import { inOslo } from "../../support/orders";
import { get } from "../../support/requests";
import { browserHeaders } from "../analytics/studio";
import { linkedOffer, pickedAt } from "./linked-offer";

const hour = 60 * 60 * 1000;

function open(token: string, query = "", headers = {}) {
  return get(route, `/public/bookings/${token}${query}`, { params: { token }, headers });
}

function titleOf(page: Parameters<typeof bookingMeta>[0]) {
  const tag = bookingMeta(page).find((each) => "title" in each);
  return tag && "title" in tag ? tag.title : undefined;
}

describe("the page of an evergreen link", () => {
  it("is the event type's, under the link's own title, and is no page to be found", async () => {
    const { eventType } = await linkedOffer();
    const { token } = await createLink(eventType, { title: "Meet at the fair" });
    const { status, body } = await open(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: "open",
      offer: { name: "Meet at the fair", link: { token, recipient: null } },
    });
    expect(bookingMeta(body)).toContainEqual({ name: "robots", content: "noindex" });
    expect(bookingMeta(body)).not.toContainEqual(expect.objectContaining({ rel: "canonical" }));
  });

  it("serves an event type that has no page of its own", async () => {
    const { eventType } = await linkedOffer({ isLinkOnly: true, isListed: false });
    const { token } = await createLink(eventType);
    expect((await open(token)).body).toMatchObject({ state: "open" });
  });

  it("tells its address to no other site", async () => {
    const given = { loaderHeaders: new Headers(), actionHeaders: new Headers(), parentHeaders: new Headers() };
    for (const { headers } of [route, ask]) {
      const sent = new Headers(headers({ ...given, errorHeaders: undefined }));
      expect(sent.get("Referrer-Policy")).toBe("same-origin");
      expect(sent.get("X-Robots-Tag")).toBe("noindex, nofollow");
    }
  });
});

describe("a link that books nothing", () => {
  it.each([
    ["en", "This link is switched off", "Ask Ada Okafor for another."],
    ["de", "Dieser Link ist abgeschaltet", "Fragen Sie Ada Okafor nach einem anderen."],
  ])("is not there while it or its event type is off, and says whom to ask (%s)", async (lang, title) => {
    const { eventType } = await linkedOffer();
    const { id, token } = await createLink(eventType, { isActive: false });
    const off = await open(token, `?lang=${lang}`);
    expect([off.status, titleOf(off.body)]).toEqual([404, title]);
    expect(off.body).toMatchObject({ gone: { reason: "off", owner: "Ada Okafor" } });
    await db.update(bookingLinks).set({ isActive: true }).where(eq(bookingLinks.id, id));
    expect((await open(token)).status).toBe(200);
    await db.update(bookingEventTypes).set({ isActive: false }).where(eq(bookingEventTypes.id, eventType.id));
    expect((await open(token)).status).toBe(404);
  });

  it.each([
    ["en", /^This link ended on Sun,? 15 Nov 2020$/, "This link was taken back"],
    ["de", /^Dieser Link endete am So\.?,? 15\. Nov\.? 2020$/, "Dieser Link wurde zurückgenommen"],
  ])("was there where it ended or was taken back (%s)", async (lang, ended, revoked) => {
    const { eventType } = await linkedOffer();
    const expiresAt = new Date("2020-11-15T12:00:00Z");
    const late = await open((await createOneTimeLink(eventType, { expiresAt })).token, `?lang=${lang}`);
    expect(late.status).toBe(410);
    expect(titleOf(late.body)).toMatch(ended);
    expect(late.headers.get("Cache-Control")).toBe("private, no-store");
    const back = await open((await createOneTimeLink(eventType, { revokedAt: new Date() })).token, `?lang=${lang}`);
    expect([back.status, titleOf(back.body)]).toEqual([410, revoked]);
  });

  it.each([
    ["en", "This link was for one meeting, and it is booked"],
    ["de", "Dieser Link war für einen Termin, und der ist gebucht"],
  ])("says that it is booked, and nothing of the meeting (%s)", async (lang, title) => {
    const { eventType } = await linkedOffer();
    const link = await createOneTimeLink(eventType);
    await createBooking(eventType, { start: inOslo(10), oneTimeLinkId: link.id, inviteeName: "Wolfgang" });
    const { status, body, text } = await open(link.token, `?lang=${lang}`);
    expect([status, titleOf(body)]).toEqual([410, title]);
    expect(text).not.toMatch(/wolfgang/i);
  });

  it("is unknown under any other address, also in the database's own words", async () => {
    for (const token of ["x", "a".repeat(22), "%00", "'; drop table"]) {
      const { status, body } = await open(encodeURIComponent(token));
      expect([status, body.state]).toEqual([404, "no_link"]);
    }
  });

  it("names the workspace where its event type does not say who the hosts are", async () => {
    const { eventType, workspace } = await linkedOffer({ showsHosts: false });
    const { token } = await createLink(eventType, { isActive: false });
    expect((await open(token)).body).toMatchObject({ gone: { owner: workspace.name } });
  });

  it("takes no request for a time either", async () => {
    const { eventType } = await linkedOffer();
    const { token } = await createOneTimeLink(eventType, { revokedAt: new Date() });
    const { status, body } = await get(ask, `/public/bookings/${token}/ask`, { params: { token } });
    expect([status, body.state]).toEqual([410, "gone"]);
  });
});

describe("a link for one person", () => {
  it("knows them, and is kept by no cache", async () => {
    const { eventType } = await linkedOffer();
    const expiresAt = new Date(Date.now() + 48 * hour);
    const { token } = await createOneTimeLink(eventType, { expiresAt });
    const { status, body, headers } = await open(token);
    expect(status).toBe(200);
    expect(headers.get("Cache-Control")).toBe("private, no-store");
    const recipient = { name: "Wolfgang von Hohenstein", email: "wolfgang@hohenstein.example" };
    expect(body).toMatchObject({
      offer: { name: "Intro call", link: { recipient, expiresAt: expiresAt.getTime(), isPicked: false } },
      kept: { name: null, email: null },
    });
  });

  it("offers of hand-picked times those that are still free, with their own length", async () => {
    const { eventType } = await linkedOffer({ durationOptions: [60] });
    const slots = [pickedAt(10, 60), pickedAt(13, 60), pickedAt(15, 60)];
    const { token } = await createOneTimeLink(eventType, { slots });
    await createBooking(eventType, { start: inOslo(13) });
    const { body } = await open(token);
    if (body.state !== "open") throw new Error(body.state);
    expect(body.choice?.slots).toEqual([inOslo(10), inOslo(15)]);
    expect([body.durationMinutes, body.offer.durations]).toEqual([60, [60]]);
    const other = await open(token, `?time=${new Date(inOslo(11)).toISOString()}`);
    expect(other.body).toMatchObject({ start: null, refused: { code: "outside_hours" } });
  });

  it("says where none of them is left, and whom to ask for others", async () => {
    const { eventType } = await linkedOffer();
    const { token } = await createOneTimeLink(eventType, { slots: [pickedAt(10, 30)] });
    await createBooking(eventType, { start: inOslo(10) });
    const { status, body } = await open(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      choice: { slots: [], nextFree: null },
      offer: { takesRequests: true, link: { isPicked: true } },
    });
    const asked = await get(ask, `/public/bookings/${token}/ask`, { params: { token } });
    expect([asked.status, asked.body.state]).toEqual([200, "open"]);
  });
});

describe("opening a link", () => {
  it("is counted for it, where its page is shown", async () => {
    const { eventType } = await linkedOffer();
    const link = await createLink(eventType);
    const once = await createOneTimeLink(eventType);
    const revoked = await createOneTimeLink(eventType, { revokedAt: new Date() });
    for (const { token } of [link, once, revoked]) await open(token, "", browserHeaders);
    await flushViews();
    const views = await db.select().from(analyticsEvents).where(eq(analyticsEvents.eventTypeId, eventType.id));
    const counted = views.map(({ kind, linkId, oneTimeLinkId }) => [kind, linkId ?? oneTimeLinkId]);
    expect(counted.sort()).toEqual([
      ["open", once.id],
      ["view", link.id],
    ]);
  });
});
