import { describe, expect, it } from "vitest";
import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import { bookingAttendees } from "~db/schema";
import { and, eq } from "drizzle-orm";
import { db } from "~db/client";
import * as page from "~/routes/booking.analytics._index";
import {
  addMember,
  createBooking,
  createEventType,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { createLink, createOneTimeLink } from "../../support/links";
import { get } from "../../support/requests";
import { addCancelled, addViews } from "./studio";

const hour = 3_600_000;
const zone = "Europe/Oslo";
const today = Math.floor((Date.now() + 2 * hour) / DAY_MS);
const first = today - 40;
const span = `from=${formatDate(first)}&to=${formatDate(first + 9)}`;
/** In the middle of a day of the period, which has ten. */
const noon = (day: number) => wallToInstant(zone, first + day, 720);

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  const look = async (query: string, user: { id: string } = owner) =>
    get(page, `/booking/analytics?${query}`, { cookie: (await signIn(user)).cookie });
  let starts = 0;
  /** A booking that was made then, for some days later. */
  const made = (at: number, given: object = {}) =>
    createBooking(eventType, { start: at + 3 * 24 * hour + starts++ * hour, createdAt: new Date(at), ...given });
  return { workspace, owner, eventType, look, made };
}

describe("the numbers of a period", () => {
  it("are what was seen and booked in it, by the days of the viewer's zone, beside those before", async () => {
    const { eventType, look, made } = await studio();
    const midnight = wallToInstant(zone, first + 2, 0);
    await addViews(eventType, { at: midnight - 1, count: 2 });
    await addViews(eventType, { at: midnight, count: 3 });
    await addViews(eventType, { at: wallToInstant(zone, first, 0) - 1, count: 4 });
    await addViews(eventType, { at: wallToInstant(zone, first + 10, 0), count: 5 });
    await addViews(eventType, { at: wallToInstant(zone, first - 10, 0) - 1, count: 6 });
    await made(midnight - 1);
    await made(midnight);
    await made(noon(-1));
    await made(noon(10));

    const { body } = await look(span);
    expect(body.totals).toEqual({ views: 5, bookings: 2, cancelled: 0, cancelledByHosts: 0 });
    expect(body.before).toEqual({ views: 4, bookings: 1, cancelled: 0, cancelledByHosts: 0 });
    expect(body.days).toHaveLength(10);
    expect(body.days.filter(({ views, bookings }) => views + bookings > 0)).toEqual([
      { day: first + 1, views: 2, bookings: 1 },
      { day: first + 2, views: 3, bookings: 1 },
    ]);
  });

  it("part bookings that were cancelled since by who did it", async () => {
    const { look, made } = await studio();
    await addCancelled(await made(noon(1), { status: "cancelled" }), "user");
    await addCancelled(await made(noon(2), { status: "cancelled" }), "invitee");
    await addCancelled(await made(noon(-2), { status: "cancelled" }), "user");
    await made(noon(3), { status: "completed" });
    const { body } = await look(span);
    expect(body.totals).toMatchObject({ bookings: 3, cancelled: 2, cancelledByHosts: 1 });
    expect(body.before).toMatchObject({ bookings: 1, cancelled: 1, cancelledByHosts: 1 });
  });

  it("are parted by what was looked at, which together is all", async () => {
    const { workspace, owner, eventType, look, made } = await studio();
    const link = await createLink(eventType, { title: "Trade fair" });
    const oneTime = await createOneTimeLink(eventType);
    const other = await createEventType(workspace, { owner, name: "修理のご相談" });
    await addViews(eventType, { at: noon(1), count: 5 });
    await addViews(eventType, { at: noon(1), count: 4, linkId: link.id });
    await addViews(eventType, { at: noon(1), count: 1, oneTimeLinkId: oneTime.id, kind: "open" });
    await addViews(other, { at: noon(1), count: 3 });
    await made(noon(2));
    await made(noon(2), { linkId: link.id });
    await made(noon(3), { linkId: link.id });
    await made(noon(3), { oneTimeLinkId: oneTime.id });

    const ways = (await look(span)).body.ways.map(({ name, kind, views, bookings }) => [name, kind, views, bookings]);
    expect(ways).toEqual([
      ["Intro call", "Event type", 5, 1],
      ["Trade fair", "Link to Intro call", 4, 2],
      ["修理のご相談", "Event type", 3, 0],
      ["Intro call", "One-time links", 1, 1],
    ]);
    expect((await look(`${span}&of=${eventType.id}`)).body.totals).toMatchObject({ views: 10, bookings: 4 });
    expect((await look(`${span}&of=${link.id.toUpperCase()}`)).body.totals).toMatchObject({ views: 4, bookings: 2 });
    expect((await look(`${span}&of=${other.id}`)).body.ways).toHaveLength(1);
  });

  it("name the sites that led there, most first", async () => {
    const { eventType, look } = await studio();
    await addViews(eventType, { at: noon(1), count: 2, referrerHost: "news.example" });
    await addViews(eventType, { at: noon(1), count: 3 });
    await addViews(eventType, { at: noon(-1), count: 9, referrerHost: "old.example" });
    expect((await look(span)).body.referrers).toEqual([
      { host: null, views: 3 },
      { host: "news.example", views: 2 },
    ]);
  });
});

describe("the numbers by host", () => {
  it("are what became of the bookings of each, and how long before the half of them was made", async () => {
    const { workspace, owner, eventType, look, made } = await studio();
    const colleague = await addMember(workspace, { user: await createUser({ name: "Bo Lindén" }) });
    const at = noon(1);
    const given = (hours: number) => ({ start: at + hours * hour, hostId: colleague.id });
    await made(at);
    const missed = await made(at, { ...given(10), status: "completed" });
    await made(at, { ...given(20), status: "completed" });
    await addCancelled(await made(at, { ...given(90), status: "cancelled" }), "invitee");
    await db
      .update(bookingAttendees)
      .set({ isNoShow: true })
      .where(and(eq(bookingAttendees.bookingId, missed.id), eq(bookingAttendees.kind, "invitee")));
    expect((await look(`${span}&of=${eventType.id}`)).body.hosts).toEqual([
      {
        id: colleague.id,
        name: "Bo Lindén",
        bookings: 3,
        cancelledByHosts: 0,
        cancelledByInvitees: 1,
        noShows: 1,
        leadHours: 20,
      },
      expect.objectContaining({ id: owner.id, bookings: 1, noShows: 0, leadHours: 72 }),
    ]);
  });

  it("say at which hours of the week meetings start, in the viewer's zone, cancelled ones left out", async () => {
    const { owner, eventType, look } = await studio();
    const monday = first + ((7 - ((first + 3) % 7)) % 7);
    const half9 = (week: number) => wallToInstant(zone, monday + week * 7, 570);
    const createdAt = new Date(noon(0));
    await createBooking(eventType, { start: half9(1), createdAt });
    await createBooking(eventType, { start: half9(2), createdAt, status: "completed" });
    await createBooking(eventType, { start: half9(3), createdAt, status: "cancelled" });
    const hours = (await look(span, owner)).body.hours!;
    expect(hours[0]![9]).toBe(2);
    expect(hours.flat().reduce((sum, count) => sum + count, 0)).toBe(2);
  });
});

describe("a member", () => {
  it("sees what they own or host, and nothing by host", async () => {
    const { workspace, owner, eventType, look, made } = await studio();
    const member = await addMember(workspace);
    const hosted = await createEventType(workspace, { owner, hosts: [owner, member], name: "Together" });
    await addViews(eventType, { at: noon(1), count: 7 });
    await addViews(hosted, { at: noon(1), count: 2 });
    await addViews(hosted, { at: noon(1), count: 3, linkId: (await createLink(hosted, { title: "Secret fair" })).id });
    await made(noon(1));

    const { body, text } = await look(span, member);
    expect(body.totals).toMatchObject({ views: 5, bookings: 0 });
    expect(body.ways).toMatchObject([
      { name: "Together", kind: "Links of others", views: 3 },
      { name: "Together", kind: "Event type", views: 2 },
    ]);
    expect([body.hosts, body.hours]).toEqual([[], null]);
    expect(body.choices.map(({ label }) => label)).toEqual(["All of them", "Together"]);
    expect(text).not.toContain("Secret fair");
    // To ask for another's is to ask for nothing.
    expect((await look(`${span}&of=${eventType.id}`, member)).body.totals).toMatchObject({ views: 5 });
  });

  it("sees their own link also where its event type is another's by now", async () => {
    const { workspace, eventType, look } = await studio();
    const member = await addMember(workspace);
    const link = await createLink(eventType, { ownerId: member.id, title: "My fair" });
    await addViews(eventType, { at: noon(1), count: 7 });
    await addViews(eventType, { at: noon(1), count: 2, linkId: link.id });
    const { body } = await look(span, member);
    expect(body.ways).toMatchObject([{ name: "My fair", kind: "Link", views: 2 }]);
    expect(body.totals.views).toBe(2);
  });

  it("sees nothing of another workspace", async () => {
    const { eventType } = await studio();
    const { look } = await studio();
    await addViews(eventType, { at: noon(1), count: 7 });
    expect((await look(`${span}&of=${eventType.id}`)).body).toMatchObject({ totals: { views: 0 }, values: { of: "" } });
  });
});

describe("what the address asks for", () => {
  it("is thirty days where it says nothing that makes sense, and keeps what was typed", async () => {
    const { look } = await studio();
    for (const query of ["", "period=9", "period=a..b", "of=nobody", "period=2026-02-30..2026-03-01"]) {
      const { status, body } = await look(query);
      expect([query, status, body.days.length, body.errors]).toEqual([query, 200, 30, []]);
    }
    const { body } = await look("from=2026-05-05&to=2026-05-04&period=7");
    expect(body).toMatchObject({
      dates: { from: "2026-05-05", to: "2026-05-04" },
      errors: [{ path: "to", message: "The period ends before it begins." }],
      values: { period: "7" },
    });
    expect((await look("from=%00&to=x")).body.errors).toMatchObject([{ path: "to" }]);
    expect((await look("from=0001-01-01&to=9999-12-31")).status).toBe(200);
  });

  it("is whole days that the address can name again", async () => {
    const { look } = await studio();
    const { body } = await look("from=2026-10-24&to=2026-10-26");
    expect(body.values.period).toBe("2026-10-24..2026-10-26");
    expect((await look(`period=${body.values.period}`)).body.period).toEqual(body.period);
    expect((await look("period=12m")).body.days.length).toBeGreaterThan(364);
  });
});
