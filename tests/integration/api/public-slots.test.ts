import { describe, expect, it } from "vitest";
import { formatDate } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import { addMember, createTeam, createWorkspace } from "../../support/factories";
import { days, mei, monday, publicCalls, studio, tenOClock } from "./public-studio";

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
    expect(etag).toMatch(/^"[\w.-]+"$/);
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
    const { slots } = await publicCalls(workspace, {
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

  it("are no team's where the event type is one host's alone, or another team's", async () => {
    const { workspace, owner } = await createWorkspace();
    const colleague = await addMember(workspace);
    const [own, other] = [await createTeam(workspace, [owner]), await createTeam(workspace, [colleague])];
    const single = await publicCalls(workspace, { owner });
    const refused = await single.slots(`${days(monday)}&team=${other.slug}`);
    expect([refused.status, refused.body.errors[0]!.path]).toEqual([400, "team"]);
    const booked = await single.book({ ...mei, start: tenOClock, team: other.slug });
    expect(booked.status).toBe(400);
    const ofTeam = await publicCalls(workspace, {
      owner,
      hosts: [owner],
      teamId: own.id,
      isTeamEvent: true,
      assignmentType: "round_robin",
    });
    expect((await ofTeam.slots(`${days(monday)}&team=${own.slug}`)).status).toBe(200);
    expect((await ofTeam.slots(`${days(monday)}&team=${other.slug}`)).status).toBe(400);
  });
});
