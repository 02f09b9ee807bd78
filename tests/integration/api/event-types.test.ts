import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import * as one from "~/routes/api.v1.workspaces.$ws.booking.event-types.$id";
import * as all from "~/routes/api.v1.workspaces.$ws.booking.event-types._index";
import { addMember, createBooking, createEventType, createTeam, createUser, createWorkspace, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";

type Json = Record<string, unknown> & { id: string; errors: { path: string; message: string }[]; items: { id: string }[] };

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const { token } = await signIn(owner);
  const base = `/api/v1/workspaces/${workspace.slug}/booking/event-types`;
  const call = (method: string, body?: unknown, as = token) =>
    callApi<Json>(all, method, base, { params: { ws: workspace.slug }, token: as, body });
  const callOne = (method: string, id: string, body?: unknown, as = token) =>
    callApi<Json>(one, method, `${base}/${id}`, { params: { ws: workspace.slug, id }, token: as, body });
  return { workspace, owner, token, base, call, callOne };
}

const minimal = { name: "Route planning", duration_minutes: 30 };

describe("event types in the API", () => {
  it("are made from a name and a length, with the rest as usual", async () => {
    const { owner, workspace, base, call } = await studio();
    const made = await call("POST", minimal);
    expect(made.status).toBe(201);
    expect(made.headers.get("Location")).toBe(`${base}/${made.body.id}`);
    expect(made.body).toEqual({
      id: expect.any(String),
      name: "Route planning",
      slug: "route-planning",
      description: "",
      duration_minutes: 30,
      duration_options: [],
      slot_interval_minutes: null,
      buffer_before: 0,
      buffer_after: 0,
      minimum_notice_minutes: 0,
      booking_window_days: 60,
      max_per_day: null,
      max_per_week: null,
      excluded_dates: [],
      location: { type: "google_meet", value: "" },
      requires_confirmation: false,
      is_team_event: false,
      team_id: null,
      assignment_type: null,
      member_ids: [owner.id],
      rsvp_quorum: "all",
      schedule_id: null,
      template_id: null,
      is_active: true,
      is_listed: true,
      url: `http://localhost:3000/book/${workspace.slug}/route-planning`,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
  });

  it("give back every field as it was sent", async () => {
    const { workspace, owner, call, callOne } = await studio();
    const colleague = await addMember(workspace);
    const team = await createTeam(workspace, [owner, colleague]);
    const sent = {
      name: "Acceptance review",
      slug: "acceptance",
      description: "Two lines.\nOf text.",
      duration_minutes: 30,
      duration_options: [15, 30, 60],
      slot_interval_minutes: 20,
      buffer_before: 5,
      buffer_after: 10,
      minimum_notice_minutes: 240,
      booking_window_days: 90,
      max_per_day: 4,
      max_per_week: 2,
      excluded_dates: ["2026-12-24", "2026-12-25"],
      location: { type: "in_person", value: "Storgata 1, Oslo" },
      requires_confirmation: true,
      is_team_event: true,
      team_id: team.id,
      assignment_type: "all_hands",
      member_ids: [owner.id, colleague.id].sort(),
      rsvp_quorum: "majority",
      schedule_id: null,
      template_id: null,
      is_active: false,
      is_listed: false,
    };
    const made = await call("POST", sent);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject(sent);
    const read = await callOne("GET", made.body.id);
    expect(read.body).toEqual(made.body);
  });

  it("are listed newest first, page by page", async () => {
    const { call, token, base, workspace } = await studio();
    for (const name of ["One", "Two", "Three"]) await call("POST", { ...minimal, name });
    const page = await callApi<Json>(all, "GET", `${base}?limit=2&offset=0`, { params: { ws: workspace.slug }, token });
    expect(page.body).toMatchObject({ total: 3, limit: 2, offset: 0, items: [{ name: "Three" }, { name: "Two" }] });
    const next = await callApi<Json>(all, "GET", `${base}?limit=2&offset=2`, { params: { ws: workspace.slug }, token });
    expect(next.body).toMatchObject({ total: 3, items: [{ name: "One" }] });
  });

  it("change only in what a PATCH names", async () => {
    const { call, callOne } = await studio();
    const made = await call("POST", { ...minimal, duration_options: [15, 60], max_per_day: 3 });
    const changed = await callOne("PATCH", made.body.id, { name: "Survey", max_per_day: null });
    expect(changed.status).toBe(200);
    expect(changed.body).toEqual({ ...made.body, name: "Survey", max_per_day: null, updated_at: changed.body.updated_at });
    expect(changed.body.duration_options).toEqual([15, 30, 60]);
  });

  it("forget how a team finds its host when they are no team event any more", async () => {
    const { call, callOne, workspace, owner } = await studio();
    const colleague = await addMember(workspace);
    const team = { is_team_event: true, assignment_type: "round_robin", member_ids: [owner.id, colleague.id] };
    const made = await call("POST", { ...minimal, ...team });
    const refused = await callOne("PATCH", made.body.id, { is_team_event: false });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([{ path: "member_ids", message: expect.stringContaining("Choose one") }]);
    const changed = await callOne("PATCH", made.body.id, { is_team_event: false, member_ids: [colleague.id] });
    expect(changed.body).toMatchObject({ is_team_event: false, assignment_type: null, member_ids: [colleague.id] });
  });

  it("are gone after a DELETE, and their address is free again", async () => {
    const { call, callOne } = await studio();
    const made = await call("POST", minimal);
    expect((await callOne("DELETE", made.body.id)).status).toBe(204);
    expect((await callOne("GET", made.body.id)).status).toBe(404);
    expect((await callOne("DELETE", made.body.id)).status).toBe(404);
    expect((await call("POST", { ...minimal, slug: "route-planning" })).status).toBe(201);
  });

  it("that were booked are archived instead, which looks the same from outside", async () => {
    const { workspace, owner, call, callOne } = await studio();
    const booked = await createEventType(workspace, { owner, slug: "booked" });
    await createBooking(booked, { start: Date.now() + 86_400_000 });
    expect((await callOne("DELETE", booked.id)).status).toBe(204);
    expect((await callOne("GET", booked.id)).status).toBe(404);
    expect((await callOne("PATCH", booked.id, { is_active: true })).status).toBe(404);
    expect((await call("GET")).body.items).toEqual([]);
    expect((await call("POST", { ...minimal, slug: "booked" })).status).toBe(201);
  });
});

describe("what is wrong with an event type", () => {
  const wrong: [string, Record<string, unknown>, string][] = [
    ["no name", { name: " " }, "name"],
    ["a long name", { name: "x".repeat(101) }, "name"],
    ["a slug with capitals and spaces", { slug: "Route planning" }, "slug"],
    ["a length of 4 minutes", { duration_minutes: 4 }, "duration_minutes"],
    ["a length of 1441 minutes", { duration_minutes: 1441 }, "duration_minutes"],
    ["half a minute", { duration_minutes: 30.5 }, "duration_minutes"],
    ["a length in words", { duration_minutes: "30" }, "duration_minutes"],
    ["a wrong length among several", { duration_options: [15, 3] }, "duration_options.1"],
    ["eleven lengths", { duration_options: [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55] }, "duration_options"],
    ["ten lengths and the usual one", { duration_options: [5, 10, 15, 20, 25, 35, 40, 45, 50, 55] }, "duration_options"],
    ["a start every minute", { slot_interval_minutes: 1 }, "slot_interval_minutes"],
    ["a negative buffer", { buffer_before: -1 }, "buffer_before"],
    ["a buffer over 12 hours", { buffer_after: 721 }, "buffer_after"],
    ["a notice of more than a year", { minimum_notice_minutes: 525_601 }, "minimum_notice_minutes"],
    ["a window of no days", { booking_window_days: 0 }, "booking_window_days"],
    ["a window of 731 days", { booking_window_days: 731 }, "booking_window_days"],
    ["no meeting a day", { max_per_day: 0 }, "max_per_day"],
    ["too many meetings a week", { max_per_week: 1001 }, "max_per_week"],
    ["a date that does not exist", { excluded_dates: ["2026-02-29"] }, "excluded_dates.0"],
    ["367 dates", { excluded_dates: Array.from({ length: 367 }, () => "2026-12-24") }, "excluded_dates"],
    ["an unknown place", { location: { type: "moon" } }, "location.type"],
    ["a place that is no object", { location: "zoom" }, "location"],
    ["a meeting in person without an address", { location: { type: "in_person" } }, "location.value"],
    ["Zoom without a link", { location: { type: "zoom", value: " " } }, "location.value"],
    ["a place of one's own without words", { location: { type: "custom", value: "" } }, "location.value"],
    ["a phone number of letters", { location: { type: "phone", value: "call me" } }, "location.value"],
    ["a script for a link", { location: { type: "google_meet", value: "javascript:alert(1)" } }, "location.value"],
    ["a long place", { location: { type: "custom", value: "x".repeat(501) } }, "location.value"],
    ["a team event without a way to find its host", { is_team_event: true }, "assignment_type"],
    ["an assignment without a team event", { assignment_type: "collective" }, "assignment_type"],
    ["nobody to host it", { member_ids: [] }, "member_ids"],
    ["an id that is none", { member_ids: ["1"] }, "member_ids.0"],
    ["an unknown quorum", { rsvp_quorum: "most" }, "rsvp_quorum"],
    ["any template", { template_id: "3d7a3ef5-9d0b-4c3b-b0f5-7f9d27c9bd4a" }, "template_id"],
    ["words for yes", { is_active: "yes" }, "is_active"],
    ["text with an invisible character", { description: "a\u202eb" }, "description"],
  ];

  it.each(wrong)("%s is a 400 that names the field, and nothing is made", async (_, body, path) => {
    const { call } = await studio();
    const answer = await call("POST", { ...minimal, ...body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((each) => each.path)).toEqual([path]);
    expect((await call("GET")).body).toMatchObject({ total: 0 });
  });

  it("an unknown field is refused by its name", async () => {
    const { call } = await studio();
    const answer = await call("POST", { ...minimal, colour: "red" });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("colour");
  });

  it("an address in use is a 409, on making and on changing", async () => {
    const { call, callOne } = await studio();
    await call("POST", { ...minimal, slug: "intro" });
    const taken = await call("POST", { ...minimal, slug: "intro" });
    expect(taken.status).toBe(409);
    expect(taken.body).toMatchObject({ code: "slug_taken" });
    const other = await call("POST", { ...minimal, slug: "other" });
    expect((await callOne("PATCH", other.body.id, { slug: "intro" })).status).toBe(409);
    expect((await callOne("PATCH", other.body.id, { slug: "other" })).status).toBe(200);
  });

  it("there is no other method", async () => {
    const { call, callOne } = await studio();
    const put = await callOne("PUT", crypto.randomUUID(), {});
    expect(put.status).toBe(405);
    expect(put.headers.get("Allow")).toBe("GET, PATCH, DELETE");
    expect((await call("DELETE")).headers.get("Allow")).toBe("GET, POST");
  });
});

describe("who may touch event types", () => {
  it("nobody without credentials, and no client", async () => {
    const { workspace, base, call } = await studio();
    expect((await callApi(all, "GET", base, { params: { ws: workspace.slug } })).status).toBe(401);
    const client = await signIn(await addMember(workspace, { role: "client" }));
    expect((await call("GET", undefined, client.token)).status).toBe(403);
    expect((await call("POST", minimal, client.token)).status).toBe(403);
  });

  it("a member makes and changes their own, and reads the others'", async () => {
    const { workspace, call, callOne } = await studio();
    const ownersOwn = await call("POST", minimal);
    const member = await signIn(await addMember(workspace));
    const mine = await call("POST", { ...minimal, name: "Mine" }, member.token);
    expect(mine.status).toBe(201);
    expect((await callOne("PATCH", mine.body.id, { name: "Mine too" }, member.token)).status).toBe(200);
    expect((await callOne("GET", ownersOwn.body.id, undefined, member.token)).status).toBe(200);
    expect((await callOne("PATCH", ownersOwn.body.id, { name: "Theirs" }, member.token)).status).toBe(403);
    expect((await callOne("DELETE", ownersOwn.body.id, undefined, member.token)).status).toBe(403);
    expect((await callOne("GET", ownersOwn.body.id)).body).toMatchObject({ name: "Route planning" });
  });

  it("a member offers no colleague's time alone, an admin does", async () => {
    const { workspace, owner, call } = await studio();
    const member = await signIn(await addMember(workspace));
    const admin = await signIn(await addMember(workspace, { role: "admin" }));
    const body = { ...minimal, member_ids: [owner.id] };
    expect((await call("POST", body, member.token)).body.errors).toEqual([{ path: "member_ids", message: expect.any(String) }]);
    expect((await call("POST", body, admin.token)).body).toMatchObject({ member_ids: [owner.id] });
  });

  it("a stranger finds nothing of another workspace, and changes nothing in it", async () => {
    const { workspace, owner, call, callOne } = await studio();
    const theirs = await call("POST", minimal);
    const stranger = await studio();
    expect((await call("GET", undefined, stranger.token)).status).toBe(404);
    expect((await callOne("GET", theirs.body.id, undefined, stranger.token)).status).toBe(404);
    for (const [method, body] of [["GET"], ["PATCH", { name: "Taken over" }], ["DELETE"]] as const) {
      expect((await stranger.callOne(method, theirs.body.id, body)).status).toBe(404);
    }
    const team = await createTeam(workspace, [owner]);
    const [schedule] = await schedulesOf(workspace.id);
    const client = await addMember(stranger.workspace, { role: "client" });
    const outsider = await createUser();
    const attempts: [Record<string, unknown>, string][] = [
      [{ member_ids: [owner.id] }, "member_ids"],
      [{ member_ids: [client.id] }, "member_ids"],
      [{ member_ids: [outsider.id] }, "member_ids"],
      [{ schedule_id: schedule!.id }, "schedule_id"],
      [{ is_team_event: true, assignment_type: "collective", team_id: team.id, member_ids: [stranger.owner.id] }, "team_id"],
    ];
    const own = await stranger.call("POST", minimal);
    for (const [body, path] of attempts) {
      const made = await stranger.call("POST", { ...minimal, name: "Attempt", ...body });
      expect(made.body.errors.map((each) => each.path)).toEqual([path]);
      expect((await stranger.callOne("PATCH", own.body.id, body)).status).toBe(400);
    }
    expect((await stranger.callOne("GET", own.body.id)).body).toEqual(own.body);
    expect((await stranger.call("GET")).body).toMatchObject({ total: 1 });
    expect((await callOne("GET", theirs.body.id)).body).toEqual(theirs.body);
  });

  it("a schedule of a colleague who is no host does not fit, a host's does", async () => {
    const { workspace, call } = await studio();
    const colleague = await addMember(workspace);
    const schedule = (await schedulesOf(workspace.id)).find((each) => each.userId === colleague.id)!;
    const refused = await call("POST", { ...minimal, schedule_id: schedule.id });
    expect(refused.body.errors).toEqual([{ path: "schedule_id", message: expect.stringContaining("none of its hosts") }]);
    const made = await call("POST", { ...minimal, schedule_id: schedule.id, member_ids: [colleague.id] });
    expect(made.body).toMatchObject({ schedule_id: schedule.id });
  });
});

async function schedulesOf(workspaceId: string) {
  return db.query.bookingSchedules.findMany({ where: (table, { eq }) => eq(table.workspaceId, workspaceId) });
}
