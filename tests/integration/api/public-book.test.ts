import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import { DAY_MS, formatDate, weekday } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import { isoInstant } from "~/domain/time";
import * as bookRoute from "~/routes/api.v1.public.book.$ws.$event.book";
import * as slotsRoute from "~/routes/api.v1.public.book.$ws.$event.slots";
import * as pageRoute from "~/routes/api.v1.public.book.$ws._index";
import * as teamRoute from "~/routes/api.v1.public.book.$ws.team.$team";
import * as teamsRoute from "~/routes/api.v1.public.book.$ws.teams";
import { addMember, createEventType, createTeam, createWorkspace } from "../../support/factories";
import { callApi } from "../../support/requests";

type Json = Record<string, unknown> & {
  errors: { path: string; message: string }[];
  slots: { start: string; end: string }[];
  alternatives: { start: string; end: string }[];
  attendees: { user_id: string | null; name: string; email: string | null }[];
};

type Options = { body?: unknown; headers?: Record<string, string>; token?: string };

/** The Monday after next week's, so that nothing of it is past, and every hour of it within the window. */
const monday = mondayAfter(10);
const tenOClock = isoInstant(wallToInstant("Europe/Oslo", monday, 600));

async function studio(columns: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, ...columns });
  const params = { ws: workspace.slug, event: eventType.slug };
  const base = `/api/v1/public/book/${workspace.slug}/${eventType.slug}`;
  const slots = (query: string, options: Options = {}) =>
    callApi<Json>(slotsRoute, "GET", `${base}/slots?${query}`, { params, ...options });
  const book = (body: unknown, options: Options = {}) =>
    callApi<Json>(bookRoute, "POST", `${base}/book`, { params, body, ...options });
  return { workspace, owner, eventType, params, base, slots, book };
}

const mei = { timezone: "Asia/Tokyo", name: "Mei Tanaka", email: "mei@example.com" };

function days(first: number, last = first) {
  return `from=${formatDate(first)}&to=${formatDate(last)}`;
}

describe("free times in the public API", () => {
  it("are sorted starts and ends in UTC, of the dates in the zone that is asked for", async () => {
    const { slots } = await studio();
    const answer = await slots(`${days(monday)}&timezone=Asia/Tokyo`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toContain("application/json");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const { timezone, duration_minutes, slots: found } = answer.body;
    expect({ timezone, duration_minutes }).toEqual({ timezone: "Asia/Tokyo", duration_minutes: 30 });
    const { from, to } = {
      from: wallToInstant("Asia/Tokyo", monday, 0),
      to: wallToInstant("Asia/Tokyo", monday, 1440),
    };
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ start }) => Date.parse(start) >= from && Date.parse(start) < to)).toBe(true);
    expect(found.every(({ start, end }) => Date.parse(end) - Date.parse(start) === 30 * 60_000)).toBe(true);
    expect(found.map(({ start }) => start)).toEqual([...found.map(({ start }) => start)].sort());
    expect(found.every(({ start }) => start.endsWith("Z"))).toBe(true);
  });

  it("come for both ends of the range", async () => {
    const { slots } = await studio();
    const dates = (await slots(days(monday, monday + 1))).body.slots.map(({ start }) => start.slice(0, 10));
    expect(new Set(dates)).toEqual(new Set([formatDate(monday), formatDate(monday + 1)]));
    expect((await slots(days(monday - 1))).body.slots).toEqual([]);
  });

  it("are given for 62 days at most, the last one included", async () => {
    const { slots } = await studio();
    expect((await slots(days(monday, monday + 61))).status).toBe(200);
    const refused = await slots(days(monday, monday + 62));
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([{ path: "to", message: "62 days at most." }]);
  });

  it("refuse dates, zones and lengths that make no sense, each by its name", async () => {
    const { slots } = await studio({ durationOptions: [15, 60] });
    const paths = async (query: string) => {
      const answer = await slots(query);
      expect(answer.status, query).toBe(400);
      expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
      return answer.body.errors.map(({ path }) => path);
    };
    expect(await paths("")).toEqual(["from", "to"]);
    expect(await paths("from=2026-02-30&to=2026-03-01")).toEqual(["from"]);
    expect(await paths(`from=${formatDate(monday)}&to=${formatDate(monday - 1)}`)).toEqual(["to"]);
    expect(await paths(`${days(monday)}&timezone=Mars/Olympus`)).toEqual(["timezone"]);
    expect(await paths(`${days(monday)}&duration=45`)).toEqual(["duration"]);
    expect(await paths(`${days(monday)}&duration=abc`)).toEqual(["duration"]);
    expect(await paths(`${days(monday)}&members=me`)).toEqual(["members"]);
    expect((await slots(`${days(monday)}&duration=60&colour=red`)).body.duration_minutes).toBe(60);
  });

  it("carry a validator, and are not sent again to whoever has them", async () => {
    const { slots, book } = await studio();
    const first = await slots(days(monday));
    const etag = first.headers.get("ETag")!;
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await slots(days(monday), { headers: { "If-None-Match": `"other", W/${etag}` } });
    expect(again.status).toBe(304);
    expect(again.text).toBe("");
    expect(again.headers.get("ETag")).toBe(etag);
    await book({ ...mei, start: tenOClock });
    const changed = await slots(days(monday), { headers: { "If-None-Match": etag } });
    expect(changed.status).toBe(200);
    expect(changed.body.slots.map(({ start }) => start)).not.toContain(tenOClock);
  });

  it("are those of the members or the team that are named, and of nobody else's", async () => {
    const { workspace, owner } = await createWorkspace();
    const late = await addMember(workspace);
    const outsider = await addMember(workspace);
    const team = await createTeam(workspace, [late]);
    const { slots } = await forEvent(workspace, {
      owner,
      hosts: [owner, late],
      isTeamEvent: true,
      assignmentType: "round_robin",
    });
    expect((await slots(`${days(monday)}&members=${late.id},${owner.id}`)).status).toBe(200);
    expect((await slots(`${days(monday)}&team=${team.slug}`)).status).toBe(200);
    const stranger = await slots(`${days(monday)}&members=${outsider.id}`);
    expect(stranger.status).toBe(400);
    expect(stranger.body.errors[0]!.path).toBe("members");
    expect((await slots(`${days(monday)}&team=${team.slug}&members=${owner.id}`)).status).toBe(400);
    expect((await slots(`${days(monday)}&team=nobody`)).body.errors[0]!.path).toBe("team");
  });
});

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
    const { book } = await forEvent(workspace, { owner, hosts, isTeamEvent: true, assignmentType: "round_robin" });
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
    expect(await db.$count(bookings)).toBeGreaterThan(0);
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
    const bytes = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
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

describe("odd input to the public API", () => {
  let target: Awaited<ReturnType<typeof studio>>;
  let free: string[];
  beforeAll(async () => {
    target = await studio({ durationOptions: [15, 1440], bookingWindowDays: 730 });
    free = (await target.slots(days(monday, monday + 61))).body.slots.map(({ start }) => start);
  });

  /** Free times too, so that odd words get as far as the tables. */
  const start = fc.oneof(
    { weight: 3, arbitrary: fc.nat().map((index) => free[index % free.length]) },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );

  const odd = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\ud800", "a\u0000b", "\u202e", "'; drop table bookings; --", "%00", "1e309", "-0"),
    fc.jsonValue(),
    fc.integer(),
    fc.double(),
  );
  const oddText = odd.map((value) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")));
  const instant = fc.oneof(
    fc
      .date({ min: new Date(0), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true })
      .map((date) => date.toISOString()),
    fc.constantFrom(
      "9999-12-31T23:59:59Z",
      "1970-01-01T00:00:00Z",
      "1970-01-01T00:00:00+23:59",
      "0000-00-00T00:00:00Z",
    ),
  );
  const zone = fc.constantFrom(
    "Asia/Tokyo",
    "Pacific/Apia",
    "Asia/Calcutta",
    "UTC",
    "Etc/GMT+12",
    "utc",
    "../etc/passwd",
  );

  const mostly = <Value>(usual: fc.Arbitrary<Value>) =>
    fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });

  it("never ends in a 5xx when booking", async () => {
    const before = await db.$count(bookings);
    const body = fc.record(
      {
        start,
        timezone: mostly(fc.constantFrom("Asia/Tokyo", "Pacific/Apia", "Asia/Calcutta")),
        name: mostly(fc.string({ unit: "grapheme" })),
        email: mostly(fc.emailAddress()),
        notes: mostly(fc.string({ unit: "grapheme" })),
        duration_minutes: mostly(fc.constantFrom(15, 30, 1440)),
        answers: mostly(
          fc.dictionary(fc.string({ unit: "grapheme", minLength: 1 }), fc.oneof(odd, fc.array(oddText)), {
            maxKeys: 2,
          }),
        ),
        guests: mostly(fc.array(fc.emailAddress(), { maxLength: 3 })),
        team: fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: odd }),
        members: mostly(fc.constantFrom(undefined, [target.owner.id])),
      },
      { requiredKeys: ["start", "timezone", "name", "email"] },
    );
    await fc.assert(
      fc.asyncProperty(body, async (input) => {
        expect((await target.book(input)).status).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
    expect(await db.$count(bookings), "some of it was taken").toBeGreaterThan(before);
  });

  it("never ends in a 5xx when a form that is right asks for a time at the edge of time", async () => {
    const guests = fc.array(fc.emailAddress(), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(instant, guests, async (start, guests) => {
        expect((await target.book({ ...mei, start, guests, duration_minutes: 1440 })).status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });

  it("never ends in a 5xx when times are read", async () => {
    const date = fc.oneof(
      instant.map((text) => text.slice(0, 10)),
      fc.constantFrom("9999-12-31", "0001-01-01", "1970-01-01", "1969-12-31"),
      oddText,
    );
    const query = fc.record(
      {
        from: date,
        to: date,
        timezone: fc.oneof(zone, oddText),
        duration: oddText,
        team: oddText,
        members: fc.oneof(fc.uuid(), oddText),
      },
      { requiredKeys: ["from", "to"] },
    );
    await fc.assert(
      fc.asyncProperty(query, async (input) => {
        const answer = await target.slots(new URLSearchParams(input as Record<string, string>).toString());
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
    for (const edge of ["0001-01-01", "1970-01-01", "9999-12-31"]) {
      for (const timezone of ["Pacific/Apia", "Etc/GMT+12", "UTC"]) {
        expect((await target.slots(`from=${edge}&to=${edge}&timezone=${timezone}`)).status, edge).toBeLessThan(500);
      }
    }
  });
});

async function forEvent(workspace: { id: string; slug: string }, given: Parameters<typeof createEventType>[1]) {
  const eventType = await createEventType(workspace, given);
  const params = { ws: workspace.slug, event: eventType.slug };
  return {
    slots: (query: string) => callApi<Json>(slotsRoute, "GET", `/x?${query}`, { params }),
    book: (body: unknown) => callApi<Json>(bookRoute, "POST", "/x", { params, body }),
  };
}

function mondayAfter(days: number) {
  const day = Math.floor(Date.now() / DAY_MS) + days;
  return day + ((7 - weekday(day)) % 7);
}
