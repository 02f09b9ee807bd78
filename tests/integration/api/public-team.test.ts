import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import * as teamRoute from "~/routes/api.v1.public.book.$ws.team.$team";
import { addMember, createTeam, createWorkspace } from "../../support/factories";
import { callApi } from "../../support/requests";
import { days, mei, monday, publicCalls, tenOClock } from "./public-studio";

/** A team event of its owner, and a team of two others. */
async function teamCalls() {
  const { workspace, owner } = await createWorkspace();
  const [ada, bo] = [await addMember(workspace), await addMember(workspace)];
  const team = await createTeam(workspace, [ada, bo]);
  const calls = await publicCalls(workspace, { owner, isTeamEvent: true, assignmentType: "round_robin" });
  return { ...calls, owner, ada, bo, team };
}

describe("a team in the public API", () => {
  it("is listed for and booked with whoever is named of it, in whatever letters, each once", async () => {
    const { slots, book, bo, team } = await teamCalls();
    const members = [bo.id.toUpperCase(), bo.id];
    const query = `${days(monday)}&team=${team.slug}&members=${members.join(",")}`;
    expect((await slots(query)).body.slots.map(({ start }) => start)).toContain(tenOClock);
    const made = await book({ ...mei, start: tenOClock, team: team.slug, members });
    expect([made.status, made.body.host_id]).toEqual([201, bo.id]);
    expect((await slots(query)).body.slots.map(({ start }) => start)).not.toContain(tenOClock);
    const refused = await book({ ...mei, start: tenOClock, team: team.slug, members });
    expect([refused.status, refused.body.code]).toEqual([409, "slot_unavailable"]);
    expect((await book({ ...mei, start: tenOClock, team: team.slug })).status).toBe(201);
  });

  it("is named by its slug or its id, in whatever letters, when it lists and when it books", async () => {
    const { slots, book, owner, team } = await teamCalls();
    const names = [team.slug, team.slug.toUpperCase(), team.id, team.id.toUpperCase()];
    for (const name of names) {
      const listed = await slots(`${days(monday)}&team=${name}`);
      expect([name, listed.status]).toEqual([name, 200]);
    }
    const made = await book({ ...mei, start: tenOClock, team: team.id });
    expect(made.status).toBe(201);
    expect(made.body.host_id).not.toBe(owner.id);
    const foreign = await createTeam((await createWorkspace()).workspace, []);
    expect((await slots(`${days(monday)}&team=${foreign.id}`)).status).toBe(400);
  });

  it("refuses wrong members and teams alike when it lists and when it books", async () => {
    const { slots, book, owner, bo, team, eventType } = await teamCalls();
    const many = Array.from({ length: 200 }, () => crypto.randomUUID());
    const wrong: [{ team?: string; members?: string[] }, RegExp][] = [
      [{ team: team.slug, members: [owner.id] }, /^members$/],
      [{ team: team.slug, members: [bo.id, owner.id] }, /^members$/],
      [{ team: team.slug, members: many }, /^members$/],
      [{ team: team.slug, members: Array.from({ length: 200 }, () => bo.id) }, /^members$/],
      [{ team: team.slug, members: ["maya"] }, /^members(\.0)?$/],
      [{ team: team.slug, members: [""] }, /^members(\.0)?$/],
      [{ members: [bo.id] }, /^members$/],
      [{ team: "nobody" }, /^team$/],
      [{ team: "a\u0000b", members: [bo.id] }, /^team$/],
    ];
    for (const [wish, path] of wrong) {
      const query = new URLSearchParams({ ...(wish.team && { team: wish.team }) });
      if (wish.members) query.set("members", wish.members.join(","));
      const answers = [await slots(`${days(monday)}&${query}`), await book({ ...mei, start: tenOClock, ...wish })];
      for (const { status, body } of answers) {
        expect(status, JSON.stringify(wish)).toBe(400);
        expect(body.errors[0]!.path).toMatch(path);
      }
    }
    expect((await book({ ...mei, start: tenOClock, team: team.slug, members: [] })).body.errors[0]!.path).toBe(
      "members",
    );
    expect(await db.$count(bookings, eq(bookings.eventTypeId, eventType.id))).toBe(0);
  });

  it("is read by its slug and by its id, with who is in it and never their addresses", async () => {
    const { workspace, ada, bo, team } = await teamCalls();
    const client = await addMember(workspace, { role: "client" });
    const read = (name: string, ws = workspace.slug) =>
      callApi<{ members: { user_id: string }[] }>(teamRoute, "GET", "/x", { params: { ws, team: name } });
    for (const name of [team.slug, team.id, team.id.toUpperCase()]) {
      const { status, body, text } = await read(name);
      expect([status, body]).toMatchObject([200, { name: team.name, slug: team.slug }]);
      expect(body.members.map((member) => member.user_id).sort()).toEqual([ada.id, bo.id].sort());
      for (const { email } of [ada, bo, client]) expect(text).not.toContain(email);
    }
    const { workspace: foreign } = await createWorkspace();
    for (const name of [crypto.randomUUID(), "\u0000", "nobody"]) expect((await read(name)).status).toBe(404);
    expect((await read(team.id, foreign.slug)).status).toBe(404);
  });
});
