import { describe, expect, it } from "vitest";
import { findEventType, listEventTypes } from "~/domain/event-types/event-types.server";
import * as remove from "~/routes/booking.event-types.$id.delete";
import * as edit from "~/routes/booking.event-types.$id._index";
import * as make from "~/routes/booking.event-types.new";
import * as support from "../../support/factories";
import { get, postForm } from "../../support/requests";

const fields = {
  name: "Calibration hand-over",
  slug: "calibration",
  description: "",
  duration_minutes: "45",
  duration_options: "",
  "location.type": "microsoft_teams",
  "location.value": "",
  schedule_id: "",
  slot_interval_minutes: "",
  buffer_before: "10",
  buffer_after: "",
  minimum_notice_minutes: "4",
  notice_unit: "hours",
  booking_window_days: "60",
  max_per_day: "",
  max_per_week: "",
  is_active: "on",
  is_listed: "on",
};

async function studio() {
  const { workspace, owner } = await support.createWorkspace();
  const { cookie } = await support.signIn(owner);
  return { workspace, owner, cookie };
}

describe("the form of a new event type", () => {
  it("saves what was typed and goes back to the list", async () => {
    const { workspace, owner, cookie } = await studio();
    const sent = {
      ...fields,
      duration_options: "60 15,30",
      excluded_dates: ["2026-12-25", "2026-12-24 Christmas Eve"],
      requires_confirmation: "on",
    };
    const answer = await postForm(make, "/booking/event-types/new", sent, { cookie });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/booking/event-types"]);
    expect(await listEventTypes(workspace.id)).toMatchObject([
      {
        slug: "calibration",
        durationMinutes: 45,
        durationOptions: [15, 30, 45, 60],
        bufferBefore: 10,
        bufferAfter: 0,
        minimumNoticeMinutes: 240,
        excludedDates: ["2026-12-24", "2026-12-25"],
        excludedDateNotes: { "2026-12-24": "Christmas Eve" },
        requiresConfirmation: true,
        isTeamEvent: false,
        members: [{ userId: owner.id }],
      },
    ]);
  });

  it("takes what invitees may change, and an empty number of hours as none", async () => {
    const { workspace, cookie } = await studio();
    const sent = {
      ...fields,
      invitee_may_reschedule: "on",
      reschedule_notice_hours: "24",
      cancel_notice_hours: "",
      requires_reason: "on",
      email_followup_enabled: "on",
    };
    await postForm(make, "/booking/event-types/new", sent, { cookie });
    expect(await listEventTypes(workspace.id)).toMatchObject([
      {
        inviteeMayReschedule: true,
        rescheduleNoticeHours: 24,
        inviteeMayCancel: false,
        cancelNoticeHours: 0,
        requiresReason: true,
        takesTimeRequests: false,
        emailFollowupEnabled: true,
      },
    ]);
  });

  it("takes whether the page says whom one will meet, of one host as of several", async () => {
    const { workspace, cookie } = await studio();
    const save = (more: Record<string, string>) =>
      postForm(make, "/booking/event-types/new", { ...fields, slug: "", ...more }, { cookie });
    await save({ shows_hosts: "on" });
    await save({});
    expect((await listEventTypes(workspace.id)).map(({ showsHosts }) => showsHosts)).toEqual([false, true]);
  });

  it("takes the address from the name where it is left empty", async () => {
    const { workspace, cookie } = await studio();
    await postForm(make, "/booking/event-types/new", { ...fields, slug: " " }, { cookie });
    expect(await listEventTypes(workspace.id)).toMatchObject([{ slug: "calibration-hand-over" }]);
  });

  it("comes back with everything that was typed and each error at its field", async () => {
    const { workspace, cookie } = await studio();
    const sent = {
      ...fields,
      name: "",
      duration_minutes: "",
      duration_options: "15, 3, half",
      buffer_before: "ten",
      booking_window_days: "1e2",
      cancel_notice_hours: "a day",
      reschedule_notice_hours: "9000",
      fresh_date: "24.12.2026",
    };
    const answer = await postForm(make, "/booking/event-types/new", sent, { cookie });
    expect(answer.status).toBe(400);
    const { errors, values } = answer.body;
    expect(errors.map((each) => each.path)).toEqual([
      "name",
      "duration_minutes",
      "duration_options",
      "buffer_before",
      "booking_window_days",
      "fresh_date",
      "cancel_notice_hours",
      "reschedule_notice_hours",
    ]);
    expect(errors.find((each) => each.path === "fresh_date")?.message).toBe(
      "“24.12.2026” is not a date. It looks like 2026-12-24.",
    );
    expect(values).toMatchObject({ buffer_before: ["ten"], duration_options: ["15, 3, half"], notice_unit: ["hours"] });
    expect(await listEventTypes(workspace.id)).toEqual([]);
  });

  it("says at the address that another one has it", async () => {
    const { workspace, owner, cookie } = await studio();
    await support.createEventType(workspace, { owner, slug: "calibration" });
    const answer = await postForm(make, "/booking/event-types/new", fields, { cookie });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([{ path: "slug", message: expect.stringContaining("has this address") }]);
  });

  it("makes a team event with weights, and refuses several hosts for one", async () => {
    const { workspace, owner, cookie } = await studio();
    const colleague = await support.addMember(workspace);
    const who = {
      assignment_type: "round_robin",
      member_ids: [owner.id, colleague.id],
      rsvp_quorum: "majority",
      team_id: "",
      [`shares.${owner.id}.weight`]: "1",
      [`shares.${owner.id}.priority`]: "",
      [`shares.${colleague.id}.weight`]: "2",
      [`shares.${colleague.id}.priority`]: "7",
    };
    await postForm(make, "/booking/event-types/new", { ...fields, ...who }, { cookie });
    expect(await listEventTypes(workspace.id)).toMatchObject([
      {
        isTeamEvent: true,
        assignmentType: "round_robin",
        rsvpQuorum: "majority",
        members: [
          { userId: colleague.id, weight: 2, priority: 7 },
          { userId: owner.id, weight: 1, priority: 0 },
        ],
      },
    ]);
    const refused = await postForm(
      make,
      "/booking/event-types/new",
      { ...fields, ...who, slug: "other", assignment_type: "" },
      { cookie },
    );
    expect(refused.body.errors.map((each) => each.path)).toEqual(["member_ids"]);
    const heavy = { ...fields, ...who, slug: "other", [`shares.${owner.id}.weight`]: "101" };
    const weighed = await postForm(make, "/booking/event-types/new", heavy, { cookie });
    expect(weighed.body.errors.map((each) => each.path)).toEqual([`shares.${owner.id}.weight`]);
  });
});

describe("the form of an event type", () => {
  it("changes it, and keeps what the form does not show", async () => {
    const { workspace, owner, cookie } = await studio();
    const { id } = await support.createEventType(workspace, { owner, rsvpQuorum: "any" });
    const answer = await postForm(
      edit,
      `/booking/event-types/${id}`,
      { ...fields, max_per_day: "4" },
      { cookie, params: { id } },
    );
    expect(answer.status).toBe(303);
    expect(await findEventType(workspace.id, id)).toMatchObject({
      name: "Calibration hand-over",
      maxPerDay: 4,
      rsvpQuorum: "any",
    });
  });

  it("does not take an empty address", async () => {
    const { workspace, owner, cookie } = await studio();
    const { id, slug } = await support.createEventType(workspace, { owner });
    const answer = await postForm(
      edit,
      `/booking/event-types/${id}`,
      { ...fields, slug: "" },
      { cookie, params: { id } },
    );
    expect(answer.body.errors).toEqual([{ path: "slug", message: "The address is missing." }]);
    expect(await findEventType(workspace.id, id)).toMatchObject({ slug });
  });

  it("is read only for a member who does not own it, and not there for a stranger", async () => {
    const { workspace, owner } = await studio();
    const { id } = await support.createEventType(workspace, { owner });
    const member = await support.signIn(await support.addMember(workspace));
    const stranger = await studio();
    const url = `/booking/event-types/${id}`;
    expect((await get(edit, url, { cookie: member.cookie, params: { id } })).body).toMatchObject({ mayChange: false });
    expect((await postForm(edit, url, fields, { cookie: member.cookie, params: { id } })).status).toBe(403);
    expect((await get(edit, url, { cookie: stranger.cookie, params: { id } })).status).toBe(404);
    expect((await postForm(edit, url, fields, { cookie: stranger.cookie, params: { id } })).status).toBe(404);
    for (const cookie of [member.cookie, stranger.cookie]) {
      const removed = await postForm(remove, `${url}/delete`, {}, { cookie, params: { id } });
      expect(removed.status).toBe(cookie === member.cookie ? 403 : 404);
    }
    expect(await findEventType(workspace.id, id)).toMatchObject({ name: "Intro call" });
  });

  it("is not sent from another site", async () => {
    const { workspace, owner, cookie } = await studio();
    const { id } = await support.createEventType(workspace, { owner });
    const headers = { "Sec-Fetch-Site": "cross-site" };
    expect(
      (await postForm(remove, `/booking/event-types/${id}/delete`, {}, { cookie, params: { id }, headers })).status,
    ).toBe(403);
    expect(await findEventType(workspace.id, id)).not.toBeNull();
  });
});
