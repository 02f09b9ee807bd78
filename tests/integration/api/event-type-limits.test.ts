import { describe, expect, it } from "vitest";
import { minimal, studio } from "./event-type-studio";

describe("what is wrong with an event type", () => {
  const wrong: [string, Record<string, unknown>, string][] = [
    ["no name", { name: " " }, "name"],
    ["a long name", { name: "x".repeat(101) }, "name"],
    ["a slug with capitals and spaces", { slug: "Route planning" }, "slug"],
    ["a slug that the public API has its own use for", { slug: "team" }, "slug"],
    ["a length of 4 minutes", { duration_minutes: 4 }, "duration_minutes"],
    ["a length of 1441 minutes", { duration_minutes: 1441 }, "duration_minutes"],
    ["half a minute", { duration_minutes: 30.5 }, "duration_minutes"],
    ["a length in words", { duration_minutes: "30" }, "duration_minutes"],
    ["a wrong length among several", { duration_options: [15, 3] }, "duration_options.1"],
    ["eleven lengths", { duration_options: [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55] }, "duration_options"],
    [
      "ten lengths and the usual one",
      { duration_options: [5, 10, 15, 20, 25, 35, 40, 45, 50, 55] },
      "duration_options",
    ],
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
    ["another place without words", { location: { type: "custom", value: " " } }, "location.value"],
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
    ["a notice for cancelling of more than a year", { cancel_notice_hours: 8761 }, "cancel_notice_hours"],
    ["a notice for moving of less than nothing", { reschedule_notice_hours: -1 }, "reschedule_notice_hours"],
    ["half an hour of notice", { cancel_notice_hours: 0.5 }, "cancel_notice_hours"],
    ["words for whether to ask", { requires_reason: "always" }, "requires_reason"],
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
