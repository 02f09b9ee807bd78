import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { claims } from "~db/schema";
import * as oneRoute from "~/routes/api.v1.workspaces.$ws.booking.bookings.$id";
import * as allRoute from "~/routes/api.v1.workspaces.$ws.booking.bookings._index";
import { isoInstant } from "~/domain/time";
import { DAY_MS, weekday } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import {
  addMember,
  createBooking,
  createEventType,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { callApi } from "../../support/requests";

type Json = Record<string, unknown> & {
  items: { id: string; host_id: string }[];
  errors: { path: string; message: string }[];
  alternatives: { start: string }[];
};

const hour = 3_600_000;
const today = Math.floor(Date.now() / DAY_MS);
const monday = today + 10 + ((7 - weekday(today + 10)) % 7);
/** 10:00 in Oslo, where everybody of these tests works from 9 to 17. */
const ten = wallToInstant("Europe/Oslo", monday, 600);
const yesterday = Date.now() - DAY_MS;

async function studio(columns: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, ...columns });
  const { token } = await signIn(owner);
  const base = `/api/v1/workspaces/${workspace.slug}/booking/bookings`;
  const list = (query = "", as: string | undefined = token) =>
    callApi<Json>(allRoute, "GET", `${base}?${query}`, { params: { ws: workspace.slug }, token: as });
  const one = (method: string, id: string, body?: unknown, as: string | undefined = token, query = "") =>
    callApi<Json>(oneRoute, method, `${base}/${id}?${query}`, { params: { ws: workspace.slug, id }, token: as, body });
  return { workspace, owner, eventType, token, base, list, one };
}

function ids(answer: { body: Json }) {
  return answer.body.items.map(({ id }) => id);
}

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
    expect(await found(`to=${isoInstant(ten + 1)}&host_id=${owner.id}`)).toEqual([early.id]);
    expect(await found("q=chonch")).toEqual([late.id]);
    expect(await found("q=100%25")).toEqual([early.id]);
    expect(await found("q=%25%25")).toEqual([]);
    expect(await found("q=%00")).toHaveLength(3);
    expect(await found(`q=${encodeURIComponent(late.inviteeEmail.toUpperCase())}`)).toEqual([late.id]);
    for (const query of ["status=open", "from=monday", "to=2026-11-23", "host_id=me", "event_type_id=1"]) {
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
    expect(refused.body.alternatives.length).toBeGreaterThan(0);
    const moved = await one("PATCH", booking.id, {
      start_time: isoInstant(ten + 2 * hour),
      notes: "Moved.",
      reason: "Ferry",
    });
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({ start_time: isoInstant(ten + 2 * hour), notes: "Moved.", uid: booking.uid });
    for (const far of ["1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"]) {
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
    expect(await statusOf(request, "confirmed")).toBe("confirmed");
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

describe("who may not", () => {
  it("needs a token that is valid, or gets a 401", async () => {
    const { base, workspace, eventType } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const params = { ws: workspace.slug, id: booking.id };
    const calls = [
      callApi(allRoute, "GET", base, { params }),
      ...["GET", "PATCH", "DELETE"].map((method) =>
        callApi(oneRoute, method, base, { params, body: method === "PATCH" ? {} : undefined }),
      ),
      callApi(allRoute, "GET", base, { params, token: "x".repeat(40) }),
      callApi(allRoute, "GET", base, { params, headers: { Authorization: "Basic abc" } }),
    ];
    for (const answer of await Promise.all(calls)) {
      expect([answer.status, answer.headers.get("WWW-Authenticate")]).toEqual([401, "Bearer"]);
    }
  });

  it("finds nothing of another workspace, by slug or by id, whatever they hold in their own", async () => {
    const { eventType, one, list, workspace } = await studio();
    const victim = await createBooking(eventType, { start: ten });
    const attackers = await studio();
    expect((await list("", attackers.token)).status).toBe(404);
    for (const method of ["GET", "PATCH", "DELETE"]) {
      const body = method === "PATCH" ? { notes: "mine" } : undefined;
      expect((await one(method, victim.id, body, attackers.token)).status, method).toBe(404);
      expect((await attackers.one(method, victim.id, body)).status, `${method} in their own`).toBe(404);
    }
    expect(ids(await attackers.list(`host_id=${eventType.ownerId}`))).toEqual([]);
    expect(ids(await attackers.list(`event_type_id=${eventType.id}`))).toEqual([]);
    const byId = { params: { ws: workspace.id }, token: attackers.token };
    expect((await callApi(allRoute, "GET", "/x", byId)).status).toBe(404);
    expect((await one("GET", victim.id)).body).toMatchObject({ status: "confirmed", notes: "" });
  });

  it("sees no booking of a colleague as a member, and none at all as a client", async () => {
    const { workspace, eventType, one, list } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const member = (await signIn(await addMember(workspace))).token;
    const client = (await signIn(await addMember(workspace, { role: "client" }))).token;
    const stranger = (await signIn(await createUser())).token;
    for (const method of ["GET", "PATCH", "DELETE"]) {
      const body = method === "PATCH" ? { status: "cancelled" } : undefined;
      expect((await one(method, booking.id, body, member)).status, method).toBe(404);
      expect((await one(method, booking.id, body, client)).status, method).toBe(403);
      expect((await one(method, booking.id, body, stranger)).status, method).toBe(404);
    }
    expect((await list("", client)).status).toBe(403);
    expect((await list("", stranger)).status).toBe(404);
    expect((await one("GET", booking.id)).body.status).toBe("confirmed");
  });

  it("cannot make a signed-in browser change anything from another site", async () => {
    const { workspace, owner, eventType } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const { cookie } = await signIn(owner);
    const params = { ws: workspace.slug, id: booking.id };
    const send = (site: string) =>
      callApi(oneRoute, "DELETE", "/x", { params, cookie, headers: { "Sec-Fetch-Site": site } });
    expect((await send("cross-site")).status).toBe(403);
    expect((await send("same-site")).status).toBe(403);
    expect((await send("same-origin")).status).toBe(204);
  });

  it("is told which methods there are, and that odd ids are not there", async () => {
    const { workspace, token, one } = await studio();
    const params = { ws: workspace.slug, id: "x" };
    const put = await callApi(oneRoute, "PUT", "/x", { params, token, body: {} });
    expect([put.status, put.headers.get("Allow")]).toEqual([405, "GET, PATCH, DELETE"]);
    const post = await callApi(allRoute, "POST", "/x", { params, token, body: {} });
    expect([post.status, post.headers.get("Allow")]).toEqual([405, "GET"]);
    for (const id of ["1", "a\u0000b", "\ud800", crypto.randomUUID(), `${crypto.randomUUID()}'--`]) {
      expect((await one("GET", encodeURIComponent(id.toWellFormed()))).status, id).toBe(404);
      const odd = { params: { ws: workspace.slug, id }, token };
      expect((await callApi(oneRoute, "GET", "/x", odd)).status, id).toBe(404);
    }
    const oddWorkspace = { params: { ws: "a\u0000b" }, token };
    expect((await callApi(allRoute, "GET", "/x", oddWorkspace)).status).toBe(404);
  });
});
