import { describe, expect, it } from "vitest";
import * as one from "~/routes/api.v1.workspaces.$ws.booking.schedules.$id";
import * as all from "~/routes/api.v1.workspaces.$ws.booking.schedules._index";
import { addMember, createEventType, createWorkspace, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";

type Json = Record<string, unknown> & {
  id: string;
  detail: string;
  errors: { path: string; message: string }[];
  items: { id: string; is_default: boolean }[];
};

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const { token } = await signIn(owner);
  const base = `/api/v1/workspaces/${workspace.slug}/booking/schedules`;
  const call = (method: string, body?: unknown, as = token) =>
    callApi<Json>(all, method, base, { params: { ws: workspace.slug }, token: as, body });
  const callOne = (method: string, id: string, body?: unknown, as = token) =>
    callApi<Json>(one, method, `${base}/${id}`, { params: { ws: workspace.slug, id }, token: as, body });
  return { workspace, owner, token, base, call, callOne };
}

const season = {
  name: "Field season",
  timezone: "Africa/Lagos",
  is_default: false,
  availability: [
    { weekday: "monday", start: "09:00", end: "12:00" },
    { weekday: "monday", start: "13:00", end: "17:00" },
    { weekday: "thursday", start: "22:00", end: "24:00" },
    { weekday: "friday", start: "00:00", end: "02:00" },
  ],
  overrides: [
    { date: "2026-11-20", intervals: [{ start: "08:00", end: "12:00" }] },
    { date: "2026-12-24", intervals: [] },
  ],
};

describe("schedules in the API", () => {
  it("come back as they were sent", async () => {
    const { base, call, callOne } = await studio();
    const made = await call("POST", season);
    expect(made.status).toBe(201);
    expect(made.headers.get("Location")).toBe(`${base}/${made.body.id}`);
    expect(made.body).toEqual({
      ...season,
      id: expect.any(String),
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
    expect((await callOne("GET", made.body.id)).body).toEqual(made.body);
  });

  it("are listed newest first, with the default among them", async () => {
    const { call, callOne } = await studio();
    const made = await call("POST", { name: "Late", timezone: "Asia/Tokyo" });
    expect(made.body).toMatchObject({ is_default: false, availability: [], overrides: [] });
    const listed = await call("GET");
    expect(listed.body).toMatchObject({ total: 2, limit: 20, offset: 0 });
    expect(listed.body.items.map((each) => each.is_default)).toEqual([false, true]);
    const usual = await callOne("GET", listed.body.items[1]!.id);
    expect(usual.body.availability).toHaveLength(5);
  });

  it("change only in what a PATCH names, a list as a whole", async () => {
    const { call, callOne } = await studio();
    const made = await call("POST", season);
    const changed = await callOne("PATCH", made.body.id, { overrides: [] });
    expect(changed.body).toEqual({ ...made.body, overrides: [], updated_at: changed.body.updated_at });
  });

  it("keep exactly one default, which moves and never goes", async () => {
    const { call, callOne } = await studio();
    const made = await call("POST", season);
    const first = (await call("GET")).body.items[1]!.id;
    expect((await callOne("PATCH", made.body.id, { is_default: true })).body).toMatchObject({ is_default: true });
    expect((await callOne("GET", first)).body).toMatchObject({ is_default: false });
    expect((await callOne("PATCH", made.body.id, { is_default: false })).status).toBe(409);
    expect((await callOne("DELETE", made.body.id)).status).toBe(409);
    expect((await callOne("DELETE", first)).status).toBe(204);
    expect((await callOne("GET", first)).status).toBe(404);
  });

  it("that an event type uses stay, and the answer names it", async () => {
    const { workspace, owner, call, callOne } = await studio();
    const made = await call("POST", season);
    await createEventType(workspace, { owner, name: "Site visit", scheduleId: made.body.id });
    const refused = await callOne("DELETE", made.body.id);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("Site visit");
    expect((await callOne("GET", made.body.id)).status).toBe(200);
  });

  it("name the field of what is wrong", async () => {
    const { call, callOne } = await studio();
    const wrong: [Record<string, unknown>, string][] = [
      [{ name: "" }, "name"],
      [{ timezone: "UTC+3" }, "timezone"],
      [{ timezone: "Mars/Olympus" }, "timezone"],
      ...["25:00", "24:01", "09:60"].flatMap((time): [Record<string, unknown>, string][] => [
        [{ availability: [{ weekday: "monday", start: "00:00", end: time }] }, "availability.0.end"],
        [
          { overrides: [{ date: "2026-12-24", intervals: [{ start: time, end: "24:00" }] }] },
          "overrides.0.intervals.0.start",
        ],
      ]),
      [{ availability: [{ weekday: "monday", start: "17:00", end: "09:00" }] }, "availability.0.end"],
      [{ availability: [{ weekday: "monday", start: "9:00", end: "17:00" }] }, "availability.0.start"],
      [
        { availability: [...season.availability, { weekday: "monday", start: "16:30", end: "18:00" }] },
        "availability.4.start",
      ],
      [{ availability: "always" }, "availability"],
      [{ availability: [{ weekday: "monday", start: "09:00", end: "17:00", note: "x" }] }, "availability.0.note"],
      [{ overrides: [{ date: "2026-13-01", intervals: [] }] }, "overrides.0.date"],
      [{ overrides: [{ date: "2026-02-30", intervals: [] }] }, "overrides.0.date"],
      [{ overrides: [...season.overrides, { date: "2026-12-24", intervals: [] }] }, "overrides.2.date"],
      [{ overrides: [{ date: "2026-12-24", intervals: [], note: "x" }] }, "overrides.0.note"],
      [
        { overrides: [{ date: "2026-12-24", intervals: [{ start: "17:00", end: "09:00" }] }] },
        "overrides.0.intervals.0.end",
      ],
      [{ overrides: [{ date: "2026-12-24" }] }, "overrides.0.intervals"],
      [{ is_default: "yes" }, "is_default"],
    ];
    for (const [body, path] of wrong) {
      const answer = await call("POST", { ...season, ...body });
      expect([answer.status, answer.body.errors.map((each) => each.path)]).toEqual([400, [path]]);
    }
    expect((await call("GET")).body).toMatchObject({ total: 1 });
    expect((await call("POST", { ...season, colour: "red" })).text).toContain("colour");
    const made = await call("POST", season);
    for (const [body, path] of wrong) {
      const answer = await callOne("PATCH", made.body.id, body);
      expect([answer.status, answer.body.errors.map((each) => each.path)]).toEqual([400, [path]]);
    }
    expect((await callOne("GET", made.body.id)).body).toEqual(made.body);
  });
});

describe("who may touch schedules", () => {
  it("the host alone: no colleague, no admin, no client, no stranger", async () => {
    const { workspace, call, callOne } = await studio();
    const made = await call("POST", season);
    const admin = await signIn(await addMember(workspace, { role: "admin" }));
    const client = await signIn(await addMember(workspace, { role: "client" }));
    const stranger = await studio();
    for (const [method, body] of [["GET"], ["PATCH", { name: "Theirs" }], ["DELETE"]] as const) {
      expect((await callOne(method, made.body.id, body, admin.token)).status).toBe(404);
      expect((await callOne(method, made.body.id, body, client.token)).status).toBe(403);
      expect((await callOne(method, made.body.id, body, stranger.token)).status).toBe(404);
      expect((await stranger.callOne(method, made.body.id, body)).status).toBe(404);
    }
    expect((await callOne("GET", made.body.id)).body).toEqual(made.body);
    expect((await call("GET", undefined, admin.token)).body).toMatchObject({ total: 1 });
  });
});
