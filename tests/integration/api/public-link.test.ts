import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import * as availabilityRoute from "~/routes/api.v1.bookings.public.$token.availability";
import * as bookRoute from "~/routes/api.v1.bookings.public.$token.book";
import * as linkRoute from "~/routes/api.v1.bookings.public.$token._index";
import { createLink, createOneTimeLink, createTemplate } from "../../support/links";
import { callApi } from "../../support/requests";
import { intake, linkedOffer } from "../public/linked-offer";
import { days, mei, monday, studio, tenOClock, type Json } from "./public-studio";

function calls(token: string) {
  const options = { params: { token } };
  const base = `/api/v1/bookings/public/${encodeURIComponent(token)}`;
  return {
    read: (headers = {}) => callApi<Json>(linkRoute, "GET", base, { ...options, headers }),
    slots: (query: string, headers = {}) =>
      callApi<Json>(availabilityRoute, "GET", `${base}/availability?${query}`, { ...options, headers }),
    book: (body: unknown) => callApi<Json>(bookRoute, "POST", `${base}/book`, { ...options, body }),
  };
}

const order = { ...mei, start: tenOClock };

describe("a link by the API", () => {
  it("tells what it offers, whom one meets and what is asked, and no address of anybody", async () => {
    const { eventType, workspace } = await linkedOffer({
      questions: intake,
      durationOptions: [60],
      description: "Plans.",
    });
    const { token } = await createLink(eventType, { title: "Meet at the fair" });
    const { status, body, headers, text } = await calls(token).read();
    expect([status, headers.get("Access-Control-Allow-Origin")]).toEqual([200, "*"]);
    expect(body).toEqual({
      title: "Meet at the fair",
      description: "Plans.",
      durations: [30, 60],
      default_duration: 30,
      timezone: "Europe/Oslo",
      location: { type: "google_meet", value: "" },
      requires_confirmation: false,
      questions: intake,
      workspace: { name: workspace.name, slug: workspace.slug },
      hosts: [{ name: "Ada Okafor" }],
      one_time: null,
    });
    expect(text).not.toContain("@");
    const again = await calls(token).read({ "If-None-Match": headers.get("ETag")! });
    expect(again.status).toBe(304);
  });

  it("names the one it was made for by name alone, and no host where none is shown", async () => {
    const { eventType } = await linkedOffer({ showsHosts: false });
    const { token } = await createOneTimeLink(eventType, { expiresAt: new Date("2099-01-01T00:00:00Z") });
    const { body, text } = await calls(token).read();
    expect(body).toMatchObject({
      hosts: [],
      one_time: { recipient_name: "Wolfgang von Hohenstein", expires_at: "2099-01-01T00:00:00Z" },
    });
    expect(text).not.toContain("hohenstein.example");
  });

  it("lists its times as an event type does, with a validator", async () => {
    const { eventType, slots } = await studio();
    const link = calls((await createLink(eventType)).token);
    const query = `${days(monday)}&timezone=Asia/Tokyo`;
    const { status, text, headers } = await link.slots(query);
    expect([status, text]).toEqual([200, (await slots(query)).text]);
    const again = await link.slots(query, { "If-None-Match": headers.get("ETag")! });
    expect(again.status).toBe(304);
    expect((await link.slots(`${query}&duration=45`)).body.errors[0]!.path).toBe("duration");
    expect((await link.slots("from=2026-01-01")).status).toBe(400);
  });

  it("lists of hand-picked times those that are free, of their length", async () => {
    const { eventType } = await studio({ durationOptions: [60] });
    const end = new Date(Date.parse(tenOClock) + 3_600_000).toISOString();
    const link = calls((await createOneTimeLink(eventType, { slots: [{ start: tenOClock, end }] })).token);
    const { body } = await link.slots(`${days(monday)}&timezone=UTC`);
    expect(body).toMatchObject({ duration_minutes: 60, slots: [{ start: tenOClock }] });
    expect((await link.slots(`${days(monday)}&duration=30`)).status).toBe(400);
    expect((await link.book(order)).body).toMatchObject({ start_time: tenOClock, end_time: end.replace(".000", "") });
  });

  it("books, and is remembered by the booking", async () => {
    const { eventType } = await studio();
    const link = await createLink(eventType);
    const { status, headers, body } = await calls(link.token).book(order);
    expect([status, headers.get("Location")]).toEqual([201, `/meeting/${String(body.uid)}`]);
    expect(await db.$count(bookings, eq(bookings.linkId, link.id))).toBe(1);
    const late = await calls(link.token).book(order);
    expect([late.status, late.body.code]).toEqual([409, "slot_unavailable"]);
    expect((await calls(link.token).book({ ...order, team: "x" })).status).toBe(400);
  });

  it("names each answer that is missing or wrong, by a link as by the event type's own call", async () => {
    const { eventType, workspace, owner, book } = await studio();
    const { id } = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id }, intake);
    await db.execute(`update booking_event_types set template_id = '${id}' where id = '${eventType.id}'`);
    const link = calls((await createLink(eventType)).token);
    for (const send of [link.book, book]) {
      const { status, body } = await send({ ...order, answers: { size: "many", colour: "red" } });
      expect(status).toBe(400);
      expect(body.errors.map(({ path }) => path).sort()).toEqual(["answers.colour", "answers.company", "answers.size"]);
    }
    const answers = { company: "Fjordline", size: 3, topics: ["Routes"] };
    expect((await link.book({ ...order, answers })).body).toMatchObject({ answers });
  });

  it("that is gone says why, to every call", async () => {
    const { eventType } = await studio();
    const used = await createOneTimeLink(eventType);
    expect((await calls(used.token).book(order)).status).toBe(201);
    const gone = [
      [await createLink(eventType, { isActive: false }), 404, "link_off"],
      [used, 410, "link_booked"],
      [await createOneTimeLink(eventType, { expiresAt: new Date(0) }), 410, "link_expired"],
      [await createOneTimeLink(eventType, { revokedAt: new Date() }), 410, "link_revoked"],
      [{ token: "nothing-is-called-like-this" }, 404, undefined],
      [{ token: "x'\u0000" }, 404, undefined],
    ] as const;
    for (const [{ token }, status, code] of gone) {
      const { read, slots, book } = calls(token);
      for (const answer of [await read(), await slots(days(monday)), await book(order)]) {
        expect([answer.status, answer.body.code]).toEqual([status, code]);
        expect(answer.headers.get("Content-Type")).toContain("application/problem+json");
        expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
      }
    }
  });

  it("for one person takes one of those who book at the same moment", async () => {
    const { eventType } = await studio();
    const { token } = await createOneTimeLink(eventType);
    const racers = [0, 1, 2].map((half) => {
      const start = new Date(Date.parse(tenOClock) + half * 1_800_000).toISOString();
      return calls(token).book({ ...order, start });
    });
    const answers = await Promise.all(racers);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410]);
  });
});
