import { describe, expect, it } from "vitest";
import { isoInstant } from "~/domain/time";
import * as bookRoute from "~/routes/api.v1.public.book.$ws.$event.book";
import * as slotsRoute from "~/routes/api.v1.public.book.$ws.$event.slots";
import * as pageRoute from "~/routes/api.v1.public.book.$ws._index";
import * as teamRoute from "~/routes/api.v1.public.book.$ws.team.$team";
import * as teamsRoute from "~/routes/api.v1.public.book.$ws.teams";
import { addMember, createEventType, createTeam, createWorkspace } from "../../support/factories";
import { callApi } from "../../support/requests";
import { days, mei, monday, publicCalls, studio, tenOClock } from "./public-studio";

describe("booking in the public API", () => {
  it("answers 201 with the booking, and with the way to change it", async () => {
    const { book, owner, eventType } = await studio({ locationType: "in_person", locationValue: "Storgata 1, Oslo" });
    const guests = ["guest@example.com"];
    const made = await book({ ...mei, start: tenOClock, notes: "About masts.", answers: { Boat: "Yes" }, guests });
    expect(made.status).toBe(201);
    expect(made.headers.get("Location")).toBe(`/meeting/${made.body.uid}`);
    expect(made.body).toEqual({
      id: expect.any(String),
      uid: expect.stringMatching(/^[\w-]{22,}$/),
      event_type_id: eventType.id,
      host_id: owner.id,
      invitee_name: "Mei Tanaka",
      invitee_email: "mei@example.com",
      start_time: tenOClock,
      end_time: isoInstant(Date.parse(tenOClock) + 30 * 60_000),
      timezone: "Asia/Tokyo",
      status: "confirmed",
      notes: "About masts.",
      answers: { Boat: "Yes" },
      location: { type: "in_person", value: "Storgata 1, Oslo" },
      meeting_url: null,
      attendees: expect.any(Array),
      cancellation_reason: null,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
      manage_url: `http://localhost:3000/meeting/${made.body.uid}`,
    });
  });

  it("is pending where the host confirms, and any offset names the same time", async () => {
    const { book } = await studio({ requiresConfirmation: true });
    const start = tenOClock.replace("Z", "+00:00");
    const made = await book({ ...mei, start });
    expect([made.status, made.body.status, made.body.start_time]).toEqual([201, "pending", tenOClock]);
  });

  it("never shows an address of a host, whatever is asked", async () => {
    const { workspace, owner, book, slots, eventType } = await studio();
    const team = await createTeam(workspace, [owner]);
    const params = { ws: workspace.slug, team: team.slug };
    const answers = [
      await book({ ...mei, start: tenOClock }),
      await book({ ...mei, start: tenOClock }),
      await slots(days(monday)),
      await callApi(pageRoute, "GET", "/x", { params }),
      await callApi(teamsRoute, "GET", "/x", { params }),
      await callApi(teamRoute, "GET", "/x", { params }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 409, 200, 200, 200, 200]);
    for (const { text } of answers) expect(text).not.toContain(owner.email);
    expect(answers[5]!.body).toEqual({
      name: team.name,
      slug: team.slug,
      members: [{ user_id: owner.id, name: owner.name }],
    });
    expect(answers[3]!.text).toContain(eventType.slug);
  });

  it("of a taken time is a 409 with the nearest free ones, of the hosts that were named", async () => {
    const { workspace, owner } = await createWorkspace();
    const other = await addMember(workspace);
    const hosts = [owner, other];
    const { book } = await publicCalls(workspace, { owner, hosts, isTeamEvent: true, assignmentType: "round_robin" });
    const members = [owner.id];
    expect((await book({ ...mei, start: tenOClock, members })).body.host_id).toBe(owner.id);
    const refused = await book({ ...mei, start: tenOClock, members });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: "slot_unavailable", reason: "claimed" });
    const { alternatives } = refused.body;
    expect(alternatives.length).toBeGreaterThan(0);
    // The other host is free at that very time, and was not asked for.
    expect(alternatives.map(({ start }) => start)).not.toContain(tenOClock);
    expect((await book({ ...mei, start: alternatives[0]!.start, members })).status).toBe(201);
    expect((await book({ ...mei, start: tenOClock })).body.host_id).toBe(other.id);
    expect((await book({ ...mei, start: tenOClock, members: [crypto.randomUUID()] })).status).toBe(400);
  });

  it("refuses a length that is not offered, and names those that are", async () => {
    const { book } = await studio({ durationOptions: [60] });
    const refused = await book({ ...mei, start: tenOClock, duration_minutes: 45 });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([
      { path: "duration_minutes", message: "The lengths on offer are 30, 60 minutes." },
    ]);
    const made = await book({ ...mei, start: tenOClock, duration_minutes: 60 });
    expect(Date.parse(String(made.body.end_time)) - Date.parse(tenOClock)).toBe(3_600_000);
  });

  it("names every field that is wrong, missing or unknown", async () => {
    const { book } = await studio();
    const paths = async (body: unknown) => {
      const answer = await book(body);
      expect(answer.status, JSON.stringify(body)).toBe(400);
      return answer.body.errors.map(({ path }) => path);
    };
    expect(await paths({})).toEqual(["start", "timezone", "name", "email"]);
    const wrong = { start: "tomorrow", timezone: "Oslo", name: " ", email: "mei@example,com", guests: ["x"] };
    expect(await paths(wrong)).toEqual(["start", "timezone", "name", "email", "guests.0"]);
    const unknown = await book({ ...mei, start: tenOClock, seats: 3, colour: "red" });
    expect(unknown.status).toBe(400);
    expect(JSON.stringify(unknown.body.errors)).toContain("seats");
    expect(JSON.stringify(unknown.body.errors)).toContain("colour");
    expect(await paths({ ...mei, start: tenOClock, name: "\ud800" })).toEqual(["name"]);
    expect(await paths({ ...mei, start: tenOClock, notes: "a\u0000b" })).toEqual(["notes"]);
    expect(await paths({ ...mei, start: tenOClock, answers: { "a\u0000": "x" } })).toEqual(["answers.a\u0000"]);
    expect(await paths({ ...mei, start: tenOClock, answers: { "\ud800": "x" } })).toEqual(["answers.\ud800"]);
    expect(await paths({ ...mei, start: tenOClock, name: "x".repeat(101) })).toEqual(["name"]);
    expect(await paths([])).toEqual([""]);
  });

  it("takes JSON of a megabyte at most, and nothing else", async () => {
    const { book } = await studio();
    const status = async (body: unknown, type = "application/json") =>
      (await book(body, { headers: { "Content-Type": type } })).status;
    expect(await status(JSON.stringify({ ...mei, start: tenOClock }), "text/plain")).toBe(415);
    expect(await status("start=now", "application/x-www-form-urlencoded")).toBe(415);
    expect(await status("{", "application/json")).toBe(400);
    expect(await status(JSON.stringify({ notes: "x".repeat(1024 * 1024) }))).toBe(413);
    expect(await status("null")).toBe(400);
  });

  it("refuses bytes that are no UTF-8", async () => {
    const { params, base } = await studio();
    const [before, after] = JSON.stringify({ ...mei, start: tenOClock, notes: "?" }).split("?");
    const bytes = Buffer.concat([Buffer.from(before!), Buffer.from([0xff, 0xfe]), Buffer.from(after!)]);
    const request = new Request(`http://localhost:3000${base}/book`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: bytes,
    });
    const args = { request, params, context: {} } as unknown as Parameters<typeof bookRoute.action>[0];
    expect((await bookRoute.action(args)).status).toBe(400);
  });

  it("says which methods an address has", async () => {
    const { params, base } = await studio();
    const wrong = await callApi(bookRoute, "GET", `${base}/book`, { params });
    expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "POST"]);
    const other = await callApi(slotsRoute, "DELETE", `${base}/slots`, { params });
    expect([other.status, other.headers.get("Allow")]).toEqual([405, "GET"]);
    const preflight = await callApi(bookRoute, "OPTIONS", `${base}/book`, { params });
    expect([preflight.status, preflight.headers.get("Access-Control-Allow-Methods")]).toEqual([204, "POST"]);
  });

  it("is not there for what is unknown, switched off or in another workspace", async () => {
    const { workspace, params, eventType } = await studio();
    const off = await createEventType(workspace, { owner: { id: eventType.ownerId }, isActive: false });
    const { workspace: foreign } = await createWorkspace();
    const statuses = await Promise.all(
      [
        { ...params, event: "nothing" },
        { ...params, ws: "nobody" },
        { ...params, event: off.slug },
        { ...params, ws: foreign.slug },
        { ws: "a\u0000b", event: eventType.slug },
        { ...params, event: "a\u0000b" },
        { ...params, event: "\ud800" },
      ].map(async (odd) => {
        const read = await callApi(slotsRoute, "GET", `/x?${days(monday)}`, { params: odd });
        const write = await callApi(bookRoute, "POST", "/x", { params: odd, body: { ...mei, start: tenOClock } });
        return [read.status, write.status];
      }),
    );
    expect(statuses).toEqual(statuses.map(() => [404, 404]));
  });
});

describe("the public page's data", () => {
  it("lists what is active and listed, and no link or number to meet at", async () => {
    const { workspace, owner, eventType } = await studio({
      locationType: "zoom",
      locationValue: "https://zoom.example/secret",
    });
    await createEventType(workspace, { owner, isListed: false });
    await createEventType(workspace, { owner, isActive: false });
    const answer = await callApi<{ workspace: object; event_types: { slug: string }[] }>(pageRoute, "GET", "/x", {
      params: { ws: workspace.slug },
    });
    expect(answer.body.workspace).toEqual({ name: workspace.name, slug: workspace.slug, description: "" });
    expect(answer.body.event_types.map(({ slug }) => slug)).toEqual([eventType.slug]);
    expect(answer.text).not.toContain("secret");
    for (const route of [pageRoute, teamsRoute, teamRoute]) {
      expect((await callApi(route, "GET", "/x", { params: { ws: "nobody", team: "none" } })).status).toBe(404);
    }
    const odd = { params: { ws: workspace.slug, team: "a\u0000b" } };
    expect((await callApi(teamRoute, "GET", "/x", odd)).status).toBe(404);
  });
});
