import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { claims } from "~db/schema";
import { isoInstant } from "~/domain/time";
import * as oneRoute from "~/routes/api.v1.workspaces.$ws.booking.bookings.$id";
import { addMember, createBooking, createEventType, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";
import { hour, ids, studio, ten, yesterday, type Json } from "./bookings-studio";

describe("the list of bookings", () => {
  it("has its items, their total, and the page that was asked for, newest first", async () => {
    const { eventType, list } = await studio();
    const made = [];
    for (const index of [0, 1, 2]) {
      made.push(await createBooking(eventType, { start: ten + index * hour, createdAt: new Date(yesterday + index) }));
    }
    const all = await list();
    expect(all.status).toBe(200);
    expect({ ...all.body, items: ids(all) }).toEqual({
      items: made.map(({ id }) => id).reverse(),
      total: 3,
      limit: 20,
      offset: 0,
    });
    const page = await list("limit=1&offset=1");
    expect([ids(page), page.body.total, page.body.limit, page.body.offset]).toEqual([[made[1]!.id], 3, 1, 1]);
    for (const query of ["limit=0", "limit=101", "limit=x", "offset=-1"]) {
      expect((await list(query)).body.errors[0]!.path, query).toBe(query.split("=")[0]);
    }
  });

  it("is narrowed by status, time, event type, host and words", async () => {
    const { workspace, owner, eventType, list } = await studio();
    const colleague = await addMember(workspace);
    const other = await createEventType(workspace, { owner: colleague });
    const early = await createBooking(eventType, { start: ten, notes: "Bring 100% of it", status: "pending" });
    const late = await createBooking(eventType, { start: ten + 2 * hour, inviteeName: "Siobhán Ní Chonchúir" });
    const theirs = await createBooking(other, { start: ten, hostId: colleague.id });
    const found = async (query: string) => ids(await list(query)).sort();
    expect(await found("status=pending")).toEqual([early.id]);
    expect(await found(`host_id=${colleague.id}`)).toEqual([theirs.id]);
    expect(await found(`event_type_id=${eventType.id}`)).toEqual([early.id, late.id].sort());
    expect(await found(`from=${isoInstant(ten + hour / 2)}`)).toEqual([late.id]);
    expect(await found(`to=${isoInstant(ten)}`)).toEqual([]);
    const date = isoInstant(ten).slice(0, 10);
    expect(await found(`from=${date}&to=${date}`)).toHaveLength(3);
    expect(await found(`to=${isoInstant(ten - 24 * hour).slice(0, 10)}`)).toEqual([]);
    expect(await found(`to=${isoInstant(ten + 1)}&host_id=${owner.id}`)).toEqual([early.id]);
    expect(await found("q=chonch")).toEqual([late.id]);
    expect(await found("q=100%25")).toEqual([early.id]);
    expect(await found("q=%25%25")).toEqual([]);
    expect(await found("q=%00")).toHaveLength(3);
    expect(await found(`q=${encodeURIComponent(late.inviteeEmail.toUpperCase())}`)).toEqual([late.id]);
    for (const query of ["status=open", "from=monday", "to=2026-13-23", "host_id=me", "event_type_id=1"]) {
      expect((await list(query)).body.errors[0]!.path, query).toBe(query.split("=")[0]);
    }
  });

  it("shows a member what they host, and an admin everything", async () => {
    const { workspace, owner, eventType, list } = await studio();
    const member = await addMember(workspace);
    const admin = await addMember(workspace, { role: "admin" });
    const own = await createEventType(workspace, { owner: member });
    await createBooking(eventType, { start: ten });
    const theirs = await createBooking(own, { start: ten });
    const as = async (user: { id: string }, query = "") => list(query, (await signIn(user)).token);
    expect(ids(await as(member))).toEqual([theirs.id]);
    expect((await as(admin)).body.total).toBe(2);
    expect((await as(member, `host_id=${owner.id}`)).status).toBe(403);
    expect(ids(await as(member, `host_id=${member.id}`))).toEqual([theirs.id]);
  });
});

describe("one booking", () => {
  it("has the fields of the contract", async () => {
    const { owner, eventType, one } = await studio();
    const booking = await createBooking(eventType, { start: ten, answers: { Boat: ["a", "b"] } });
    const answer = await one("GET", booking.id);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: booking.id,
      uid: booking.uid,
      event_type_id: eventType.id,
      host_id: owner.id,
      invitee_name: "Mei Tanaka",
      invitee_email: booking.inviteeEmail,
      start_time: isoInstant(ten),
      end_time: isoInstant(ten + hour / 2),
      timezone: "Asia/Tokyo",
      status: "confirmed",
      notes: "",
      answers: { Boat: ["a", "b"] },
      location: { type: "google_meet", value: "" },
      meeting_url: null,
      attendees: [
        { id: expect.any(String), user_id: owner.id, name: owner.name, email: owner.email, status: "confirmed" },
        { id: expect.any(String), user_id: null, name: "Mei Tanaka", email: booking.inviteeEmail, status: "confirmed" },
      ],
      cancellation_reason: null,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
  });

  it("moves, and refuses a time that is taken with those nearby", async () => {
    const { eventType, one } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    await createBooking(eventType, { start: ten + hour });
    const refused = await one("PATCH", booking.id, { start_time: isoInstant(ten + hour) });
    expect([refused.status, refused.body.code]).toEqual([409, "slot_unavailable"]);
    expect(refused.body.alternatives.map(({ start }) => start)).toContain(isoInstant(ten + hour / 2));
    // Where it stands already is no other time.
    expect(refused.body.alternatives.map(({ start }) => start)).not.toContain(isoInstant(ten));
    const moved = await one("PATCH", booking.id, {
      start_time: isoInstant(ten + 2 * hour),
      notes: "Moved.",
      reason: "Ferry",
    });
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({ start_time: isoInstant(ten + 2 * hour), notes: "Moved.", uid: booking.uid });
    for (const far of ["1970-01-01T00:00:00Z", "8999-12-31T23:59:59Z"]) {
      expect((await one("PATCH", booking.id, { start_time: far })).status, far).toBe(409);
    }
  });

  it("keeps its hosts when it moves, so that other hosts' free times are no alternatives", async () => {
    const { workspace, owner } = await studio();
    const other = await addMember(workspace);
    const given = { owner, hosts: [owner, other], isTeamEvent: true, assignmentType: "round_robin" as const };
    const eventType = await createEventType(workspace, given);
    const booking = await createBooking(eventType, { start: ten });
    await createBooking(eventType, { start: ten + hour });
    const { token } = await signIn(owner);
    const params = { ws: workspace.slug, id: booking.id };
    const body = { start_time: isoInstant(ten + hour) };
    const refused = await callApi<Json>(oneRoute, "PATCH", "/x", { params, token, body });
    expect(refused.status).toBe(409);
    expect(refused.body.alternatives.map(({ start }) => start)).not.toContain(body.start_time);
  });

  it("goes from pending to confirmed or cancelled, from there to completed or cancelled, and no further", async () => {
    const { eventType, one } = await studio();
    const statusOf = async (booking: { id: string }, status: string) => {
      const answer = await one("PATCH", booking.id, { status });
      return answer.status === 200 ? answer.body.status : [answer.status, answer.body.code];
    };
    const illegal = [409, "illegal_transition"];
    const request = await createBooking(eventType, { start: ten, status: "pending" });
    expect(await statusOf(request, "completed")).toEqual(illegal);
    expect(await statusOf(request, "confirmed")).toBe("confirmed");
    expect(await statusOf(request, "confirmed")).toEqual(illegal);
    expect(await statusOf(request, "pending")).toEqual(illegal);
    expect(await statusOf(request, "completed")).toEqual(illegal);
    expect(await statusOf(request, "cancelled")).toBe("cancelled");
    for (const status of ["pending", "confirmed", "completed"])
      expect(await statusOf(request, status)).toEqual(illegal);

    const declined = await createBooking(eventType, { start: ten, status: "pending" });
    expect(await statusOf(declined, "cancelled")).toBe("cancelled");
    const held = await createBooking(eventType, { start: yesterday });
    expect(await statusOf(held, "cancelled")).toEqual(illegal);
    expect(await statusOf(held, "completed")).toBe("completed");
    for (const status of ["pending", "confirmed", "cancelled"]) expect(await statusOf(held, status)).toEqual(illegal);
    expect((await one("PATCH", held.id, { start_time: isoInstant(ten) })).status).toBe(409);
  });

  it("changes its notes in any state, and only after a legal move", async () => {
    const { eventType, one } = await studio();
    const off = await createBooking(eventType, { start: ten, status: "cancelled" });
    expect((await one("PATCH", off.id, { notes: "A word." })).body.notes).toBe("A word.");
    expect((await one("PATCH", off.id, { notes: "Lost.", status: "confirmed" })).status).toBe(409);
    expect((await one("GET", off.id)).body.notes).toBe("A word.");
    expect((await one("PATCH", off.id, {})).status).toBe(200);
  });

  it("is cancelled by DELETE, as often as one likes, and gives its time back", async () => {
    const { eventType, one } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    for (const _ of [1, 2]) {
      const answer = await one("DELETE", booking.id, undefined, undefined, "reason=Storm");
      expect([answer.status, answer.text]).toEqual([204, ""]);
    }
    expect((await one("GET", booking.id)).body).toMatchObject({ status: "cancelled", cancellation_reason: "Storm" });
    expect(await db.$count(claims, eq(claims.bookingId, booking.id))).toBe(0);
    const over = await createBooking(eventType, { start: yesterday, status: "completed" });
    expect((await one("DELETE", over.id)).status).toBe(409);
  });

  it("names fields that are wrong or unknown", async () => {
    const { eventType, one } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const errors = async (body: unknown) => {
      const answer = await one("PATCH", booking.id, body);
      expect(answer.status, JSON.stringify(body)).toBe(400);
      return answer.body.errors;
    };
    expect((await errors({ start_time: "noon" }))[0]!.path).toBe("start_time");
    expect((await errors({ status: "maybe" }))[0]!.path).toBe("status");
    expect((await errors({ status: "cancelled", start_time: isoInstant(ten + hour) }))[0]!.path).toBe("status");
    expect((await errors({ notes: "\ud800" }))[0]!.path).toBe("notes");
    expect((await errors({ notes: "a\u0000" }))[0]!.path).toBe("notes");
    expect((await errors({ reason: "x".repeat(501) }))[0]!.path).toBe("reason");
    expect(JSON.stringify(await errors({ host_id: "me" }))).toContain("host_id");
    expect((await one("DELETE", booking.id, undefined, undefined, "reason=a%00")).status).toBe(400);
    expect((await one("GET", booking.id)).body.status).toBe("confirmed");
  });

  it("takes JSON only, and a megabyte of it at most", async () => {
    const { workspace, eventType, token } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const params = { ws: workspace.slug, id: booking.id };
    const status = async (body: string, type = "application/json") =>
      (await callApi(oneRoute, "PATCH", "/x", { params, token, body, headers: { "Content-Type": type } })).status;
    expect(await status("{}", "text/plain")).toBe(415);
    expect(await status("notes=x", "application/x-www-form-urlencoded")).toBe(415);
    expect(await status("{notes}")).toBe(400);
    expect(await status(JSON.stringify({ notes: "x".repeat(1024 * 1024) }))).toBe(413);
  });
});
