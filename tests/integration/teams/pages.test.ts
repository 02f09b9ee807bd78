import { describe, expect, it } from "vitest";
import { findTeam, listTeams } from "~/domain/teams/teams.server";
import * as newEventType from "~/routes/booking.event-types.new";
import * as remove from "~/routes/booking.teams.$id.delete";
import * as edit from "~/routes/booking.teams.$id._index";
import * as list from "~/routes/booking.teams._index";
import * as make from "~/routes/booking.teams.new";
import { addMember, createEventType, createTeam, createWorkspace, signIn } from "../../support/factories";
import { get, noticeOf, postForm } from "../../support/requests";

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const colleague = await addMember(workspace);
  const { cookie } = await signIn(owner);
  return { workspace, owner, colleague, cookie };
}

const everyTeam = { limit: 100, offset: 0 };

describe("the form of a team", () => {
  it("makes one with weights and priorities, and leads to its page", async () => {
    const { workspace, owner, colleague, cookie } = await studio();
    const sent = {
      name: "Survey crew",
      slug: " ",
      member_ids: [owner.id, colleague.id],
      [`shares.${owner.id}.weight`]: "2",
      [`shares.${owner.id}.priority`]: "",
      [`shares.${colleague.id}.weight`]: "1",
      [`shares.${colleague.id}.priority`]: "7",
    };
    const answer = await postForm(make, "/booking/teams/new", sent, { cookie });
    const [team] = await listTeams(workspace.id, everyTeam);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/booking/teams/${team!.id}`]);
    expect(await noticeOf(answer)).toMatchObject({ kind: "ok", text: expect.stringContaining("Survey crew") });
    expect(team).toMatchObject({ slug: "survey-crew" });
    const numbers = team!.members.map(({ userId, weight, priority }) => [userId, weight, priority]);
    expect(numbers).toContainEqual([owner.id, 2, 0]);
    expect(numbers).toContainEqual([colleague.id, 1, 7]);
  });

  it("comes back with everything that was typed and each error at its field", async () => {
    const { workspace, owner, cookie } = await studio();
    const heavy = { [`shares.${owner.id}.weight`]: "101" };
    const sent = { name: "", slug: "Two Words", member_ids: [owner.id, "nobody"], ...heavy };
    const answer = await postForm(make, "/booking/teams/new", sent, { cookie });
    expect(answer.status).toBe(400);
    const { errors, values } = answer.body.problem;
    expect(errors.map((each) => each.path)).toEqual(["name", "slug", "member_ids", `shares.${owner.id}.weight`]);
    expect(values).toMatchObject({ slug: ["Two Words"], member_ids: [owner.id, "nobody"] });
    expect(await listTeams(workspace.id, everyTeam)).toEqual([]);
  });

  it("says at the address that another team has it", async () => {
    const { workspace, cookie } = await studio();
    const taken = await createTeam(workspace, []);
    const team = await createTeam(workspace, []);
    const sent = { name: "Crew", slug: taken.slug };
    const options = { cookie, params: { id: team.id } };
    for (const answer of [
      await postForm(make, "/booking/teams/new", sent, { cookie }),
      await postForm(edit, `/booking/teams/${team.id}`, sent, options),
    ]) {
      expect([answer.status, answer.body.problem.errors]).toEqual([
        409,
        [{ path: "slug", message: expect.stringContaining("has this address") }],
      ]);
    }
  });

  it("takes out of a team whoever is not ticked any more", async () => {
    const { workspace, owner, colleague, cookie } = await studio();
    const team = await createTeam(workspace, [owner, colleague]);
    const options = { cookie, params: { id: team.id } };
    const sent = { name: "Design", slug: team.slug, member_ids: [colleague.id] };
    expect((await postForm(edit, `/booking/teams/${team.id}`, sent, options)).status).toBe(303);
    expect(await findTeam(workspace.id, team.id)).toMatchObject({ members: [{ userId: colleague.id }] });
  });

  it("is read only for a member, and not there for a stranger", async () => {
    const { workspace, owner, colleague } = await studio();
    const team = await createTeam(workspace, [owner]);
    const member = await signIn(colleague);
    const stranger = await studio();
    const url = `/booking/teams/${team.id}`;
    const options = { cookie: member.cookie, params: { id: team.id } };
    expect((await get(edit, url, options)).body).toMatchObject({
      mayChange: false,
      hosts: [],
      team: { name: "Design" },
    });
    expect((await get(list, "/booking/teams", options)).body).toMatchObject({ mayChange: false, total: 1 });
    const sent = { name: "Taken over", slug: team.slug };
    for (const [cookie, status] of [
      [member.cookie, 403],
      [stranger.cookie, 404],
    ] as const) {
      const as = { cookie, params: { id: team.id } };
      expect((await postForm(edit, url, sent, as)).status).toBe(status);
      expect((await get(remove, `${url}/delete`, as)).status).toBe(status);
      expect((await postForm(remove, `${url}/delete`, {}, as)).status).toBe(status);
    }
    expect((await get(make, "/booking/teams/new", options)).status).toBe(403);
    expect((await get(edit, url, { cookie: stranger.cookie, params: { id: team.id } })).status).toBe(404);
    expect(await findTeam(workspace.id, team.id)).toMatchObject({ name: "Design" });
  });

  it("is not open to clients, and not sent from another site", async () => {
    const { workspace, cookie } = await studio();
    const client = await signIn(await addMember(workspace, { role: "client" }));
    expect((await get(list, "/booking/teams", { cookie: client.cookie })).status).toBe(403);
    const headers = { "Sec-Fetch-Site": "cross-site" };
    expect((await postForm(make, "/booking/teams/new", { name: "Crew" }, { cookie, headers })).status).toBe(403);
    expect(await listTeams(workspace.id, everyTeam)).toEqual([]);
  });
});

describe("the pages of teams", () => {
  it("show the address of each event type with the team", async () => {
    const { workspace, owner, cookie } = await studio();
    const team = await createTeam(workspace, [owner]);
    const given = { owner, isTeamEvent: true, assignmentType: "round_robin" as const, teamId: team.id };
    await createEventType(workspace, { ...given, slug: "visit" });
    await createEventType(workspace, { ...given, slug: "gone", archivedAt: new Date() });
    await createEventType(workspace, { owner, slug: "elsewhere" });
    const url = `http://localhost:3000/book/${workspace.slug}/visit/team/${team.slug}`;
    const page = await get(edit, `/booking/teams/${team.slug}`, { cookie, params: { id: team.slug } });
    expect(page.body.team.eventTypes).toMatchObject([{ slug: "visit", url }]);
    const all = await get(list, "/booking/teams", { cookie });
    expect(all.body.items.map((each) => each.eventTypes.map((eventType) => eventType.url))).toEqual([[url]]);
  });

  it("list them whatever the page number says", async () => {
    const { cookie } = await studio();
    for (const page of ["0", "-3", "x", "1e99", "99999999999999"]) {
      const { status, body } = await get(list, `/booking/teams?page=${page}`, { cookie });
      expect([status, body.items]).toEqual([200, []]);
    }
  });

  it("ask before deleting, and say which event types keep a team", async () => {
    const { workspace, owner, cookie } = await studio();
    const team = await createTeam(workspace, [owner]);
    const url = `/booking/teams/${team.id}/delete`;
    const options = { cookie, params: { id: team.id } };
    expect((await get(remove, url, options)).body).toMatchObject({ reason: null });
    const given = { owner, isTeamEvent: true, assignmentType: "round_robin" as const, teamId: team.id };
    const { id } = await createEventType(workspace, { ...given, name: "Site visit" });
    expect((await get(remove, url, options)).body).toMatchObject({
      reason: expect.stringContaining("Site visit belongs to this team."),
      eventTypes: [{ id, name: "Site visit" }],
    });
    const refused = await postForm(remove, url, {}, options);
    expect(refused.headers.get("Location")).toBe(`/booking/teams/${team.id}`);
    expect(await noticeOf(refused)).toMatchObject({ kind: "stop" });
    expect(await findTeam(workspace.id, team.id)).not.toBeNull();
  });

  it("begin a new event type with the members of the team", async () => {
    const { workspace, owner, colleague, cookie } = await studio();
    const team = await createTeam(workspace, [owner, colleague]);
    const page = await get(newEventType, `/booking/event-types/new?team=${team.id}`, { cookie });
    expect(page.body.eventType).toMatchObject({ teamId: team.id, isTeamEvent: true, members: [{}, {}] });
    const theirs = await createTeam((await createWorkspace()).workspace, []);
    const other = await get(newEventType, `/booking/event-types/new?team=${theirs.id}`, { cookie });
    expect(other.body.eventType).toMatchObject({ teamId: null, members: [{ userId: owner.id }] });
  });
});
