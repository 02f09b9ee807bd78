import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { oneTimeLinks } from "~db/schema";
import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";
import { writeSlot } from "~/domain/links/slot-week";
import { isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import * as list from "~/routes/booking.links.one-time.$id._index";
import * as renew from "~/routes/booking.links.one-time.$id.renew";
import * as revoke from "~/routes/booking.links.one-time.$id.revoke";
import * as create from "~/routes/booking.links.one-time.new";
import { createBooking, createEventType, signIn } from "../../support/factories";
import { createLink, createOneTimeLink } from "../../support/links";
import { inOslo, office, wednesday } from "../../support/orders";
import { get, noticeOf, postForm } from "../../support/requests";

const page = "/booking/links/one-time/new";
const [nine, ten] = [9, 10].map((hour) => slotAt(hour, wednesday));
const later = slotAt(9, wednesday + 7);

function slotAt(hour: number, day: number) {
  return writeSlot({ start: inOslo(hour, 0, day), end: inOslo(hour, 30, day) });
}

async function host() {
  const place = await office();
  const { cookie } = await signIn(place.owner);
  const fields = (given: Record<string, string | string[]> = {}) => ({
    name: "محمد الهاشمي",
    email: "m.hashimi@example.ae",
    for: `event:${place.eventType.id}`,
    expires_on: formatDate(wednesday),
    expires_time: "18:00",
    times: "all",
    ...given,
  });
  const send = (given: Record<string, string | string[]> = {}) => postForm(create, page, fields(given), { cookie });
  const links = () => db.select().from(oneTimeLinks).where(eq(oneTimeLinks.workspaceId, place.workspace.id));
  return { ...place, cookie, send, links };
}

type Form = Awaited<ReturnType<typeof get<typeof create>>>["body"];

function boxesOf({ grid }: Form) {
  return grid!.days.flatMap(({ slots }) => slots.map(({ value }) => value));
}

describe("the form", () => {
  it("begins with an end in a fortnight, for what the address names", async () => {
    const { cookie, eventType } = await host();
    const link = await createLink(eventType);
    const { body } = await get(create, `${page}?link=${link.id}&name=Priya&email=priya@example.in`, { cookie });
    const { values, options, grid } = body;
    expect(values).toMatchObject({ name: ["Priya"], email: ["priya@example.in"], for: [`link:${link.id}`] });
    expect(options.map(({ group }) => group)).toEqual(["Event types", "Links"]);
    const today = Math.floor(Date.now() / DAY_MS);
    expect([13, 14, 15].map((days) => formatDate(today + days))).toContain(values.expires_on![0]);
    expect(grid).toBeNull();
  });

  it("shows the week that the address asks for, with the engine's own free times", async () => {
    const { cookie, eventType, workspace, owner } = await host();
    const other = await createEventType(workspace, { owner });
    await createBooking(other, { start: inOslo(10) });
    const query = `?event_type=${eventType.id}&week=${formatDate(wednesday)}`;
    const { body } = await get(create, page + query, { cookie });
    expect(boxesOf(body)).toContain(nine);
    expect(boxesOf(body)).not.toContain(ten);
    expect(body.grid!.days.map(({ slots }) => slots.length > 0)).toEqual([true, true, true, true, true, false, false]);
  });

  it("keeps what was picked on the way through the weeks, and what was typed", async () => {
    const { send } = await host();
    const week = formatDate(wednesday);
    const first = await send({ times: "picked", slot: [nine!], week, go: formatDate(wednesday + 7), name: "Mei" });
    const picked = (form: Form) => form.picks.map(({ value, hasBox }) => [value, hasBox]);
    const shown = first.body as Form;
    expect([first.status, picked(shown)]).toEqual([200, [[nine, false]]]);
    expect(boxesOf(shown)).toContain(later);
    expect(shown.values).toMatchObject({ name: ["Mei"], email: ["m.hashimi@example.ae"] });
    const second = await send({ times: "picked", slot: [nine!, later], week, remove: nine! });
    expect(picked(second.body as Form)).toEqual([[later, false]]);
  });

  it("takes somebody out of the contacts without losing the rest", async () => {
    const { send, owner, workspace } = await host();
    const known = await createEventType(workspace, { owner });
    await createBooking(known, { start: inOslo(12), inviteeName: "Zenobia Ash", inviteeEmail: "zenobia@example.org" });
    const found = await send({ who: "zenob", intent: "find", slot: [nine!], times: "picked" });
    expect((found.body as Form).search?.people).toMatchObject([{ email: "zenobia@example.org" }]);
    const taken = await send({ take: "zenobia@example.org Zenobia Ash", slot: [nine!], times: "picked" });
    const { values, picks } = taken.body as Form;
    expect([values.name, values.email, picks.length]).toEqual([["Zenobia Ash"], ["zenobia@example.org"], 1]);
  });

  it("names every field that is wrong, and makes nothing", async () => {
    const { send, links } = await host();
    const wrong = { email: "x", for: "", expires_on: "2020-01-01", expires_time: "25:00", times: "picked" };
    const { status, body } = await send(wrong);
    const form = body as Form;
    expect([status, form.errors.map(({ path }) => path)]).toEqual([400, ["email", "for", "expires_time", "picked"]]);
    expect(form.values).toMatchObject({ email: ["x"], expires_on: ["2020-01-01"] });
    expect(await send({ expires_on: "2020-01-01" })).toMatchObject({
      status: 400,
      body: { errors: [{ path: "expires_on" }] },
    });
    expect(await links()).toEqual([]);
  });

  it("marks a picked time that was taken meanwhile", async () => {
    const { send, workspace, owner, links } = await host();
    const other = await createEventType(workspace, { owner });
    await createBooking(other, { start: inOslo(10) });
    const { status, body } = await send({ times: "picked", slot: [nine!, ten!] });
    const form = body as Form;
    expect([status, form.errors.map(({ path }) => path)]).toEqual([400, ["picked"]]);
    expect(form.picks.map(({ value, isOffered }) => [value, isOffered])).toEqual([
      [nine, true],
      [ten, false],
    ]);
    expect(await links()).toEqual([]);
  });

  it.each([
    ["of a stranger's event type", "event:00000000-0000-4000-8000-000000000000"],
    ["of nonsense", "event:x"],
  ])("refuses what cannot be booked: %s", async (_, value) => {
    const { send } = await host();
    expect(await send({ for: value })).toMatchObject({ status: 409, body: { errors: [{ path: "for" }] } });
  });

  it("takes no date for no end, and a date alone for the end of that day", async () => {
    const { send, links } = await host();
    await send({ expires_on: "", expires_time: "18:00" });
    await send({ expires_time: "" });
    const ends = (await links()).map(({ expiresAt }) => expiresAt && isoInstant(expiresAt.getTime()));
    expect(ends.sort()).toEqual([isoInstant(inOslo(24)), null].sort());
  });

  it("takes a time as people type it", async () => {
    const { send, links } = await host();
    await send({ expires_time: "9" });
    expect((await links()).map(({ expiresAt }) => expiresAt?.getTime())).toEqual([inOslo(9)]);
  });
});

describe("the page of a link", () => {
  it("shows the address once, right after it was made", async () => {
    const { send, links, cookie } = await host();
    const answer = await send({ times: "picked", slot: [nine!, later], send_email: "on" });
    const [row] = await links();
    const url = paths.oneTimeLink(row!.id);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, url]);
    const header = answer.headers.getSetCookie().find((each) => each.startsWith("address="))!;
    expect(header).toMatch(new RegExp(`Path=${url};.*HttpOnly`));
    const params = { id: row!.id };
    const carried = `${cookie}; ${header.split(";")[0]}`;
    const shown = await get(list, url, { params, cookie: carried });
    const { address } = shown.body;
    expect(address).toMatch(/\/public\/bookings\/[\w-]{43}$/);
    expect(shown.headers.getSetCookie()[0]).toMatch(/^address=.*Max-Age=0/);
    expect(shown.headers.get("Cache-Control")).toContain("no-store");
    expect(shown.body.link.slots).toHaveLength(2);
    const again = await get(list, url, { params, cookie });
    expect(again.body.address).toBeNull();
    expect(again.text).not.toContain(address!.split("/").at(-1));
  });

  it("of another link shows nothing of a waiting address", async () => {
    const { send, eventType, cookie } = await host();
    const answer = await send();
    const header = answer.headers.getSetCookie().find((each) => each.startsWith("address="))!;
    const other = await createOneTimeLink(eventType);
    const carried = `${cookie}; ${header.split(";")[0]}`;
    const shown = await get(list, paths.oneTimeLink(other.id), { params: { id: other.id }, cookie: carried });
    expect(shown.body.address).toBeNull();
  });

  it("is none for an id that is nobody's", async () => {
    const { cookie } = await host();
    for (const id of ["x", "00000000-0000-4000-8000-000000000000"]) {
      expect((await get(list, paths.oneTimeLink(id), { params: { id }, cookie })).status).toBe(404);
    }
  });
});

describe("its deeds", () => {
  it("renewing shows the new address once, revoking leads to the list", async () => {
    const { eventType, cookie } = await host();
    const { id } = await createOneTimeLink(eventType);
    const params = { id };
    const renewed = await postForm(renew, paths.renewOneTimeLink(id), { intent: "show" }, { params, cookie });
    expect([renewed.status, renewed.headers.get("Location")]).toEqual([303, paths.oneTimeLink(id)]);
    expect(renewed.headers.getSetCookie().some((each) => each.startsWith("address="))).toBe(true);
    const revoked = await postForm(revoke, paths.revokeOneTimeLink(id), {}, { params, cookie });
    expect([revoked.status, revoked.headers.get("Location")]).toEqual([303, paths.links()]);
    const late = await postForm(renew, paths.renewOneTimeLink(id), { intent: "mail" }, { params, cookie });
    expect((await noticeOf(late))?.text).toContain("revoked already");
  });
});
