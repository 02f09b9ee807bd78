import { describe, expect, it } from "vitest";
import * as all from "~/routes/api.v1.workspaces.$ws.booking.event-types._index";
import { addMember, createBooking, createEventType, createTeam } from "../../support/factories";
import { callApi } from "../../support/requests";
import { minimal, studio, type Json } from "./event-type-studio";

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
      invitee_may_cancel: true,
      cancel_notice_hours: 0,
      invitee_may_reschedule: true,
      reschedule_notice_hours: 0,
      requires_reason: false,
      takes_time_requests: true,
      shows_hosts: true,
      email_followup_enabled: false,
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
      invitee_may_cancel: false,
      cancel_notice_hours: 48,
      invitee_may_reschedule: true,
      reschedule_notice_hours: 8760,
      requires_reason: true,
      takes_time_requests: false,
      shows_hosts: false,
      email_followup_enabled: true,
      is_active: false,
      is_listed: false,
    };
    const made = await call("POST", sent);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject(sent);
    const read = await callOne("GET", made.body.id);
    expect(read.body).toEqual(made.body);
  });

  it("is held by the members of a team that it comes to belong to, unless its hosts are named", async () => {
    const { workspace, owner, call, callOne } = await studio();
    const [mei, tomas] = [await addMember(workspace), await addMember(workspace)];
    const [one, other] = [await createTeam(workspace, [owner, mei]), await createTeam(workspace, [tomas])];
    const { id } = (await call("POST", minimal)).body;
    const hostsAfter = async (patch: object) =>
      ((await callOne("PATCH", id, patch)).body.member_ids as string[]).sort();
    const team = { is_team_event: true, assignment_type: "round_robin", team_id: one.id };
    expect(await hostsAfter(team)).toEqual([owner.id, mei.id].sort());
    expect(await hostsAfter({ team_id: one.id, member_ids: [mei.id] })).toEqual([mei.id]);
    expect(await hostsAfter({ team_id: one.id })).toEqual([mei.id]);
    expect(await hostsAfter({ team_id: other.id })).toEqual([tomas.id]);
    expect(await hostsAfter({ team_id: one.id, member_ids: [tomas.id] })).toEqual([tomas.id]);
    expect(await hostsAfter({ team_id: null })).toEqual([tomas.id]);
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
    const changed = await callOne("PATCH", made.body.id, {
      name: "Survey",
      max_per_day: null,
      cancel_notice_hours: 24,
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toEqual({
      ...made.body,
      name: "Survey",
      max_per_day: null,
      cancel_notice_hours: 24,
      updated_at: changed.body.updated_at,
    });
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
