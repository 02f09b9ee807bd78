import { describe, expect, it } from "vitest";
import * as workspaceRoute from "~/routes/api.v1.public.book.$ws._index";
import * as teamRoute from "~/routes/api.v1.public.book.$ws.team.$team";
import * as teamsRoute from "~/routes/api.v1.public.book.$ws.teams";
import { createEventType, createTeam, createWorkspace } from "../../support/factories";
import { callApi } from "../../support/requests";
import { mei, studio, tenOClock } from "./public-studio";

const day = 86_400_000;

describe("what public pages show, by the API", () => {
  it("is not sent again to whoever has it", async () => {
    const { workspace, owner } = await createWorkspace();
    const team = await createTeam(workspace, [owner]);
    const params = { ws: workspace.slug, team: team.slug };
    const ask = (route: object, headers = {}) => callApi(route, "GET", "/x", { params, headers });
    for (const route of [workspaceRoute, teamsRoute, teamRoute]) {
      const first = await ask(route);
      const known = { "If-None-Match": first.headers.get("ETag")! };
      const again = await ask(route, known);
      expect([first.status, again.status, again.text]).toEqual([200, 304, ""]);
    }
    const before = (await ask(workspaceRoute)).headers.get("ETag")!;
    await createEventType(workspace, { owner });
    expect((await ask(workspaceRoute, { "If-None-Match": before })).status).toBe(200);
  });

  it("lets the pages of other sites see the validator and where a booking went", async () => {
    const { book } = await studio();
    const answer = await book({ ...mei, start: tenOClock });
    expect(answer.headers.get("Access-Control-Expose-Headers")).toContain("ETag, Location, Retry-After");
    const preflight = await callApi(workspaceRoute, "OPTIONS", "/x");
    expect(preflight.headers.get("Access-Control-Allow-Headers")).toContain("If-None-Match");
  });
});

describe("the other times for a wish that cannot be met", () => {
  it("are the first ones for a time that is past", async () => {
    const { book } = await studio();
    const answer = await book({ ...mei, start: "2020-01-06T10:00:00Z" });
    expect(answer.status).toBe(409);
    expect(answer.body.alternatives).toHaveLength(4);
    expect(Date.parse(answer.body.alternatives[0]!.start)).toBeLessThan(Date.now() + 5 * day);
  });

  it("are the last ones for a time that is too far ahead", async () => {
    const { book } = await studio({ bookingWindowDays: 60 });
    const start = new Date(Date.now() + 900 * day).toISOString().slice(0, 10);
    const answer = await book({ ...mei, start: `${start}T10:00:00Z` });
    expect(answer.status).toBe(409);
    expect(answer.body.alternatives).toHaveLength(4);
    expect(Date.parse(answer.body.alternatives[0]!.start)).toBeGreaterThan(Date.now() + 54 * day);
  });
});
