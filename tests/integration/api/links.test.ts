import { describe, expect, it } from "vitest";
import * as all from "~/routes/api.v1.bookings.links._index";
import * as one from "~/routes/api.v1.bookings.links.$id._index";
import * as duplicate from "~/routes/api.v1.bookings.links.verbs/duplicate";
import * as toggle from "~/routes/api.v1.bookings.links.verbs/toggle";
import { addMember, signIn } from "../../support/factories";
import { createTemplate } from "../../support/links";
import { office } from "../../support/orders";
import { callApi } from "../../support/requests";

type Json = {
  id: string;
  token: string;
  event_type_id: string;
  settings: Record<string, unknown>;
  errors: { path: string; message: string }[];
  items: Json[];
  total: number;
} & Record<string, unknown>;

const base = "/api/v1/bookings/links";

async function studio(columns = {}) {
  const { workspace, owner, eventType } = await office(columns);
  const { token } = await signIn(owner);
  const call = (method: string, body?: unknown, as = token) => callApi<Json>(all, method, base, { token: as, body });
  const about =
    (route: Parameters<typeof callApi>[0]) =>
    (method: string, id: string, body?: unknown, as = token) =>
      callApi<Json>(route, method, `${base}/${id}`, { params: { id }, token: as, body });
  const verb = (route: Parameters<typeof callApi>[0]) => (id: string) => about(route)("POST", id);
  const paths = async (body: unknown) => (await call("POST", body)).body.errors?.map(({ path }) => path);
  return {
    workspace,
    owner,
    eventType,
    call,
    one: about(one),
    duplicate: verb(duplicate),
    toggle: verb(toggle),
    paths,
  };
}

const settings = {
  durations: [15, 30],
  buffer_before: 5,
  buffer_after: 10,
  business_hours: [
    { weekday: "monday", start: "09:00", end: "12:00" },
    { weekday: "monday", start: "13:00", end: "17:00" },
    { weekday: "friday", start: "10:00", end: "24:00" },
  ],
  excluded_dates: ["2026-12-24"],
  max_per_day: 3,
  max_per_week: 9,
  min_notice_minutes: 120,
  booking_window_days: 30,
  timezone: "America/New_York",
};

describe("links over the API", () => {
  it("give back what was sent, with an address that books", async () => {
    const { call, one } = await studio();
    const made = await call("POST", { title: "Newsletter", settings, is_active: false });
    expect(made.status).toBe(201);
    expect(made.headers.get("Location")).toBe(`${base}/${made.body.id}`);
    expect(made.body).toMatchObject({
      title: "Newsletter",
      settings,
      template_id: null,
      is_active: false,
      url: `http://localhost:3000/public/bookings/${made.body.token}`,
      views: 0,
      bookings: 0,
      conversion_rate: 0,
    });
    expect(made.body.token).toMatch(/^[\w-]{22}$/);
    expect((await one("GET", made.body.id)).body).toEqual(made.body);
    expect((await call("GET")).body).toMatchObject({ items: [made.body], total: 1, limit: 20, offset: 0 });
  });

  it("need a title alone: half an hour, in the caller's own hours", async () => {
    const { call } = await studio();
    const { body } = await call("POST", { title: "Newsletter" });
    expect(body.settings).toEqual({
      durations: [30],
      buffer_before: 0,
      buffer_after: 0,
      business_hours: null,
      excluded_dates: [],
      max_per_day: null,
      max_per_week: null,
      min_notice_minutes: 0,
      booking_window_days: 60,
      timezone: "Europe/Oslo",
    });
  });

  it("take business hours by weekday too, as other programs write them", async () => {
    const { call } = await studio();
    const hours = {
      Monday: { start: "09:00", end: "12:00" },
      tuesday: [{ start: "09:00", end: "10:00" }],
      wednesday: { enabled: true, start: "11:00", end: "12:00" },
      thursday: { enabled: false, start: "09:00", end: "17:00" },
      friday: null,
    };
    const { body } = await call("POST", { title: "Newsletter", settings: { business_hours: hours } });
    expect(body.settings.business_hours).toEqual([
      { weekday: "monday", start: "09:00", end: "12:00" },
      { weekday: "tuesday", start: "09:00", end: "10:00" },
      { weekday: "wednesday", start: "11:00", end: "12:00" },
    ]);
  });

  it("refuse a day that is neither open nor closed, and name what they do not know of its hours", async () => {
    const { call } = await studio();
    const hours = { start: "09:00", end: "12:00" };
    const days = { monday: { ...hours, enabled: "false" }, tuesday: [{ ...hours, enabled: false }] };
    const { status, body } = await call("POST", { title: "Newsletter", settings: { business_hours: days } });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { path: "settings.business_hours.monday.enabled", message: "enabled is true or false." },
      { path: "settings.business_hours.tuesday.0.enabled", message: "There is no field “enabled” here." },
    ]);
  });

  it("follow an event type until a rule is sent that is not its rule", async () => {
    const { eventType, call, one } = await studio({ maxPerDay: 3, durationOptions: [15, 30] });
    const { body } = await call("POST", { title: "Newsletter", event_type_id: eventType.id });
    expect(body).toMatchObject({ event_type_id: eventType.id, settings: { durations: [15, 30], max_per_day: 3 } });
    const same = await one("PATCH", body.id, { title: "Fair", settings: body.settings, template_id: body.template_id });
    expect(same.body).toMatchObject({ title: "Fair", event_type_id: eventType.id });
    const other = await one("PATCH", body.id, { settings: { max_per_day: 2 } });
    expect(other.body.event_type_id).not.toBe(eventType.id);
    expect(other.body.settings).toEqual({ ...body.settings, max_per_day: 2 });
    const back = await one("PATCH", body.id, { event_type_id: eventType.id });
    expect(back.body).toMatchObject({ event_type_id: eventType.id, settings: { max_per_day: 3 } });
  });

  it("move their hours to another zone, and back to the usual ones", async () => {
    const { call, one } = await studio();
    const { body } = await call("POST", { title: "Newsletter" });
    const moved = await one("PATCH", body.id, { settings: { timezone: "Asia/Tokyo" } });
    expect(moved.body.settings).toMatchObject({ timezone: "Asia/Tokyo" });
    expect(moved.body.settings.business_hours).toHaveLength(5);
    const back = await one("PATCH", body.id, { settings: { business_hours: null } });
    expect(back.body.settings).toMatchObject({ timezone: "Europe/Oslo", business_hours: null });
  });

  it("name every field that is wrong, and every one that there is not", async () => {
    const { eventType, paths } = await studio();
    const wrong = (settings: unknown) => paths({ title: "Newsletter", settings });
    expect(await paths({})).toEqual(["title"]);
    expect(await paths({ title: "Newsletter", slug: "x", settings: { limits: 1 } })).toEqual([
      "settings.limits",
      "slug",
    ]);
    expect(await wrong({ durations: [] })).toEqual(["settings.durations"]);
    expect(await wrong({ durations: [15, 4] })).toEqual(["settings.durations.1"]);
    expect(await wrong({ buffer_before: -1, buffer_after: "x" })).toEqual([
      "settings.buffer_before",
      "settings.buffer_after",
    ]);
    expect(await wrong({ max_per_day: 0, max_per_week: 1.5 })).toEqual([
      "settings.max_per_day",
      "settings.max_per_week",
    ]);
    expect(await wrong({ min_notice_minutes: null, booking_window_days: 0 })).toEqual([
      "settings.min_notice_minutes",
      "settings.booking_window_days",
    ]);
    expect(await wrong({ excluded_dates: ["2026-12-24", "24.12."], timezone: "Atlantis" })).toEqual([
      "settings.excluded_dates.1",
      "settings.timezone",
    ]);
    expect(await wrong({ business_hours: "always" })).toEqual(["settings.business_hours"]);
    expect(await wrong({ business_hours: [{ weekday: "monday", start: "9", end: "10:00" }] })).toEqual([
      "settings.business_hours.0.start",
    ]);
    expect(await wrong({ business_hours: { monday: { start: "12:00", end: "10:00" }, noday: {} } })).toEqual([
      "settings.business_hours.noday.weekday",
      "settings.business_hours.noday.start",
      "settings.business_hours.noday.end",
    ]);
    expect(await wrong({ business_hours: { monday: { start: "12:00", end: "10:00" } } })).toEqual([
      "settings.business_hours.monday.end",
    ]);
    expect(await paths({ title: "Newsletter", template_id: eventType.id })).toEqual(["template_id"]);
    for (const event_type_id of ["x", "00000000-0000-4000-8000-000000000000"]) {
      expect(await paths({ title: "Newsletter", event_type_id })).toEqual(["event_type_id"]);
    }
  });

  it("are copied off, and switched on and off", async () => {
    const { call, duplicate, toggle } = await studio();
    const { body } = await call("POST", { title: "Newsletter", settings });
    const copy = await duplicate(body.id);
    expect(copy).toMatchObject({ status: 201, body: { title: "Newsletter (copy)", is_active: false, settings } });
    expect(copy.headers.get("Location")).toBe(`${base}/${copy.body.id}`);
    expect((await toggle(copy.body.id)).body).toMatchObject({ is_active: true, id: copy.body.id });
    expect((await toggle(copy.body.id)).body).toMatchObject({ is_active: false });
    expect((await duplicate("x")).status).toBe(404);
    expect((await toggle("x")).status).toBe(404);
  });

  it("are gone once deleted, and those of others are not there", async () => {
    const { workspace, call, one } = await studio();
    const { body } = await call("POST", { title: "Newsletter" });
    const { token } = await signIn(await addMember(workspace));
    expect((await call("GET", undefined, token)).body.items).toEqual([]);
    expect((await one("PATCH", body.id, { title: "Mine" }, token)).status).toBe(404);
    expect((await one("DELETE", body.id)).status).toBe(204);
    for (const method of ["GET", "DELETE"]) expect((await one(method, body.id)).status).toBe(404);
    expect((await one("GET", "x")).status).toBe(404);
  });

  it("use a template of their workspace", async () => {
    const { workspace, owner, call } = await studio();
    const template = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id });
    const { status, body } = await call("POST", { title: "Newsletter", template_id: template.id });
    expect([status, body.template_id]).toEqual([201, template.id]);
  });
});
