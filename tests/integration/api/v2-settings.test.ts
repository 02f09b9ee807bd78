import { describe, expect, it } from "vitest";
import { addMember, createEventType, createSchedule, createWorkspace, signIn } from "../../support/factories";
import { program, studio } from "./v2-studio";

const anybody = program();

describe("MyPortal's event types", () => {
  it("are made, changed and deleted by their numbers", async () => {
    const { token } = await studio();
    const host = program({ token });
    const body = {
      title: "30 Minute Meeting",
      slug: "30min",
      duration_minutes: 30,
      buffer_before_minutes: 5,
      buffer_after_minutes: 5,
      minimum_notice_hours: 24,
      location_type: "google_meet",
      is_active: true,
    };
    const made = await host("POST", "/v2/event-types", { body });
    expect([made.status, made.body.data]).toMatchObject([201, body]);
    const url = `/v2/event-types/${made.body.data.id}`;
    const off = await host("PATCH", url, { body: { is_active: false, minimum_notice_hours: 0.5 } });
    expect(off.body.data).toMatchObject({ ...body, is_active: false, minimum_notice_hours: 0.5 });
    const twice = await host("POST", "/v2/event-types", { body });
    expect([twice.status, twice.body.error.code]).toEqual([409, "slug_taken"]);
    expect((await host("DELETE", url)).status).toBe(204);
    expect((await host("GET", url)).body.error.code).toBe("not_found");
  });

  it("keep a place's words when only its kind stays, and name what is wrong as the caller does", async () => {
    const { token } = await studio();
    const host = program({ token });
    const place = { location_type: "in_person", location_value: "Storgata 1" };
    const made = await host("POST", "/v2/event-types", { body: { title: "Visit", duration_minutes: 60, ...place } });
    const url = `/v2/event-types/${made.body.data.id}`;
    expect((await host("PATCH", url, { body: { location_type: "in_person" } })).body.data).toMatchObject(place);
    const moved = await host("PATCH", url, { body: { location_type: "zoom" } });
    expect(moved.body.data).toMatchObject({ location_type: "zoom", location_value: "" });
    const nowhere = await host("PATCH", url, { body: { location_type: "in_person" } });
    expect(nowhere.body.error.details.errors).toMatchObject([{ path: "location_value" }]);
    const other = await host("PATCH", url, { body: { schedule_id: 999_999_999 } });
    expect(other.body.error.details.errors).toMatchObject([{ path: "schedule_id" }]);
  });

  it("take no schedule of somebody else", async () => {
    const { token, id } = await studio();
    const { workspace, owner } = await createWorkspace();
    const theirs = await createSchedule(workspace, owner, { name: "Theirs" });
    const refused = await program({ token })("PATCH", `/v2/event-types/${id}`, {
      body: { schedule_id: theirs.number },
    });
    expect([refused.status, refused.body.error.details.errors]).toMatchObject([400, [{ path: "schedule_id" }]]);
  });

  it("are listed to anybody as far as they are on offer, and to members all of them", async () => {
    const { workspace, owner, eventType, token } = await studio({
      locationType: "custom",
      locationValue: "https://x.example",
    });
    await createEventType(workspace, { owner, isActive: false });
    await createEventType(workspace, { owner, isListed: false });
    const list = `/v2/event-types?workspace=${workspace.slug}`;
    const offered = await anybody("GET", list);
    expect(offered.body.data).toMatchObject([{ id: eventType.number, location_value: "" }]);
    expect((await program({ token })("GET", list)).body.data).toHaveLength(3);
    const stranger = await signIn((await createWorkspace()).owner);
    expect((await program({ token: stranger.token })("GET", list)).body.data).toHaveLength(1);
    expect((await anybody("GET", "/v2/event-types")).status).toBe(401);
    expect((await anybody("GET", "/v2/event-types?workspace=nowhere")).status).toBe(404);
  });

  it("are changed by no member but their owner and the workspace's admins", async () => {
    const { workspace, id } = await studio();
    const member = program(await signIn(await addMember(workspace)));
    expect((await member("GET", `/v2/event-types/${id}`)).status).toBe(200);
    expect((await member("PATCH", `/v2/event-types/${id}`, { body: { title: "Mine" } })).status).toBe(403);
    expect((await member("DELETE", "/v2/event-types/99999999999999999999")).status).toBe(404);
  });
});

describe("Cal.com's event types", () => {
  it("are read and written in its shapes", async () => {
    const { token, workspace } = await studio();
    const host = program({ version: "2024-06-14", token });
    const body = {
      lengthInMinutes: 60,
      lengthInMinutesOptions: [30, 60],
      title: "Learn the secrets",
      slug: "learn",
      description: "All of them.",
      locations: [{ type: "address", address: "Storgata 1", public: true }],
      slotInterval: 15,
      minimumBookingNotice: 90,
      beforeEventBuffer: 5,
      afterEventBuffer: 10,
      bookingLimitsCount: { day: 3 },
      bookingWindow: { type: "calendarDays", value: 30, rolling: false },
      confirmationPolicy: { type: "always", blockUnconfirmedBookingsInBooker: true },
      hidden: true,
    };
    const made = await host("POST", "/v2/event-types", { body: { ...body, color: { lightThemeHex: "#fff" } } });
    expect([made.status, made.body.data]).toMatchObject([201, body]);
    expect(made.body.data.users).toMatchObject([{ username: workspace.slug }]);
    const url = `/v2/event-types/${made.body.data.id}`;
    const changes = { bookingLimitsCount: { disabled: true }, confirmationPolicy: { disabled: true }, hidden: false };
    expect((await host("PATCH", url, { body: changes })).body.data).toMatchObject({ ...body, ...changes });
    const anybodys = await program({ version: "2024-06-14" })("GET", `/v2/event-types?username=${workspace.slug}`);
    expect(anybodys.body.data.map(({ slug }: { slug: string }) => slug)).toContain("learn");
    const gone = await host("DELETE", url);
    expect(gone.body.data).toMatchObject({ title: body.title, slug: "learn", lengthInMinutes: 60 });
  });

  it("are refused where they ask for what there is not, and not made without it", async () => {
    const { token } = await studio();
    const host = program({ version: "2024-06-14", token });
    const body = { lengthInMinutes: 60, title: "Learn", slug: "learn" };
    for (const [name, value] of [
      ["recurrence", { interval: 1, occurrences: 3, frequency: "weekly" }],
      ["seats", { seatsPerTimeSlot: 4 }],
      ["bookingWindow", { type: "range", value: ["2030-09-05", "2030-09-09"] }],
      ["bookingLimitsCount", { month: 5 }],
    ] as const) {
      const refused = await host("POST", "/v2/event-types", { body: { ...body, [name]: value } });
      const [error] = refused.body.error.details.errors as { property: string }[];
      expect([refused.status, error?.property.split(".")[0]]).toEqual([400, name]);
    }
    const taken = [await host("POST", "/v2/event-types", { body }), await host("POST", "/v2/event-types", { body })];
    expect(taken.map(({ status }) => status)).toEqual([201, 400]);
  });
});

describe("schedules", () => {
  it("are one's own, by their numbers", async () => {
    const { workspace, token } = await studio();
    const host = program({ token });
    const body = {
      name: "Mornings",
      timezone: "Europe/Oslo",
      availability: [{ weekday: "monday", start: "08:00", end: "12:00" }],
      overrides: [{ date: "2026-12-24", intervals: [] }],
    };
    const made = await host("POST", "/v2/schedules", { body });
    expect([made.status, made.body.data]).toMatchObject([201, { ...body, is_default: false }]);
    const url = `/v2/schedules/${made.body.data.id}`;
    const colleague = program(await signIn(await addMember(workspace)));
    expect((await colleague("GET", url)).status).toBe(404);
    expect((await host("PATCH", url, { body: { name: "Early" } })).body.data).toMatchObject({ ...body, name: "Early" });
    expect((await host("DELETE", url)).status).toBe(204);
    const [rest] = (await host("GET", "/v2/schedules")).body.data;
    const kept = await host("DELETE", `/v2/schedules/${rest.id}`);
    expect([kept.status, kept.body.error.code]).toEqual([409, "is_default"]);
  });

  it("have days together and closed dates from midnight to midnight in Cal.com's shapes", async () => {
    const { token, owner } = await studio();
    const host = program({ version: "2024-06-11", token });
    const body = {
      name: "Evenings",
      timeZone: "Europe/Rome",
      isDefault: true,
      availability: [{ days: ["Monday", "Tuesday"], startTime: "17:00", endTime: "19:00" }],
      overrides: [
        { date: "2026-12-20", startTime: "18:00", endTime: "21:00" },
        { date: "2026-12-24", startTime: "00:00", endTime: "00:00" },
      ],
    };
    const made = await host("POST", "/v2/schedules", { body });
    expect([made.status, made.body.data]).toMatchObject([201, { ...body, ownerId: owner.number }]);
    expect((await host("GET", "/v2/schedules/default")).body.data).toEqual(made.body.data);
    const bare = await host("POST", "/v2/schedules", { body: { name: "Usual", timeZone: "UTC", isDefault: false } });
    expect(bare.body.data.availability).toMatchObject([{ startTime: "09:00", endTime: "17:00" }]);
    expect((await host("DELETE", `/v2/schedules/${bare.body.data.id}`)).body).toEqual({ status: "success" });
    const overlapping = {
      availability: [...body.availability, { days: ["Monday"], startTime: "18:00", endTime: "20:00" }],
    };
    const refused = await host("PATCH", `/v2/schedules/${made.body.data.id}`, { body: overlapping });
    expect(refused.body.error.details.errors).toMatchObject([{ property: "availability" }]);
    const fixed = await host("DELETE", `/v2/schedules/${made.body.data.id}`);
    expect([fixed.status, fixed.body.error.code]).toEqual([400, "BadRequestException"]);
  });
});
