import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db, type Database, type Transaction } from "~db/client";
import { auditLog, teamMembers, workspaceMembers } from "~db/schema";
import { deleteTeam } from "~/domain/teams/delete-team.server";
import { changeTeam, createTeam } from "~/domain/teams/save-team.server";
import { TeamForm } from "~/domain/teams/team";
import { findTeam } from "~/domain/teams/teams.server";
import { addMember, createTeam as insertTeam, createUser, createWorkspace } from "../../support/factories";

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const colleague = await addMember(workspace);
  const key = { workspaceId: workspace.id, userId: owner.id };
  const make = (given: object) => createTeam({ ...key, input: TeamForm.parse({ name: "Survey crew", ...given }) });
  const change = (idOrSlug: string, patch: Parameters<typeof changeTeam>[0]["patch"]) =>
    changeTeam({ ...key, idOrSlug, patch });
  return { workspace, owner, colleague, make, change };
}

async function deactivate(workspace: { id: string }, user: { id: string }, on: Database | Transaction = db) {
  await on
    .update(workspaceMembers)
    .set({ deactivatedAt: new Date() })
    .where(and(eq(workspaceMembers.workspaceId, workspace.id), eq(workspaceMembers.userId, user.id)));
}

async function rows(teamId: string) {
  const { userId, weight, priority, createdAt } = teamMembers;
  return db.select({ userId, weight, priority, createdAt }).from(teamMembers).where(eq(teamMembers.teamId, teamId));
}

const refusedMembers = { ok: false, reason: "invalid", errors: [{ path: "member_ids", message: expect.any(String) }] };

describe("a new team", () => {
  it("takes its address from its name, and the next free one where that is taken", async () => {
    const { make } = await studio();
    expect(await make({})).toMatchObject({ ok: true, team: { slug: "survey-crew", members: [] } });
    expect(await make({})).toMatchObject({ ok: true, team: { slug: "survey-crew-2" } });
    expect(await make({ name: "測量隊" })).toMatchObject({ ok: true, team: { slug: "team" } });
    expect(await make({ name: "New" })).toMatchObject({ ok: true, team: { slug: "new-2" } });
  });

  it("has an address of its own in its workspace, whoever is faster", async () => {
    const { make } = await studio();
    const made = await Promise.all(Array.from({ length: 6 }, () => make({ slug: "crew" })));
    expect(made.filter((each) => each.ok)).toHaveLength(1);
    expect(made.filter((each) => !each.ok && each.reason === "slug_taken")).toHaveLength(5);
    const named = await Promise.all(Array.from({ length: 10 }, () => make({ name: "Night watch" })));
    expect(new Set(named.map((each) => each.ok && each.team.slug))).toHaveProperty("size", 10);
    expect(named).not.toContainEqual(expect.objectContaining({ ok: false }));
    expect(await (await studio()).make({ slug: "crew" })).toMatchObject({ ok: true });
  });

  it("has only active members of its workspace in it, and no client", async () => {
    const { workspace, colleague, make } = await studio();
    const client = await addMember(workspace, { role: "client" });
    const gone = await addMember(workspace);
    await deactivate(workspace, gone);
    for (const stranger of [client, gone, await createUser()]) {
      expect(await make({ member_ids: [colleague.id, stranger.id] })).toEqual(refusedMembers);
    }
    expect(await make({ member_ids: [colleague.id] })).toMatchObject({
      ok: true,
      team: { members: [{ userId: colleague.id, weight: 1, priority: 0 }] },
    });
  });

  it("leaves a line in the audit", async () => {
    const { workspace, owner, make, change } = await studio();
    const made = await make({});
    const id = made.ok ? made.team.id : "";
    await change(id, { name: "Crew" });
    const lines = await db.select().from(auditLog).where(eq(auditLog.workspaceId, workspace.id));
    expect(lines.map(({ action, actorId, subjectId, details }) => ({ action, actorId, subjectId, details }))).toEqual([
      {
        action: "team.created",
        actorId: owner.id,
        subjectId: id,
        details: { name: "Survey crew", slug: "survey-crew" },
      },
      { action: "team.changed", actorId: owner.id, subjectId: id, details: { fields: ["name"] } },
    ]);
  });
});

describe("a change of a team", () => {
  it("leaves what it does not name", async () => {
    const { workspace, owner, colleague, change } = await studio();
    const team = await insertTeam(workspace, [owner, colleague]);
    expect(await change(team.slug, { name: "Crew" })).toMatchObject({
      ok: true,
      team: { name: "Crew", slug: team.slug, members: [{}, {}] },
    });
    expect(await change(team.id.toUpperCase(), { slug: "crew" })).toMatchObject({
      team: { name: "Crew", slug: "crew" },
    });
    expect(await change(team.id, { member_ids: [] })).toMatchObject({ team: { name: "Crew", members: [] } });
  });

  it("keeps since when somebody is in it, and their numbers where it names none", async () => {
    const { workspace, owner, colleague, change } = await studio();
    const late = await addMember(workspace);
    const team = await insertTeam(workspace, [owner, colleague]);
    const longAgo = new Date("2024-05-01T00:00:00Z");
    await db.update(teamMembers).set({ weight: 3, createdAt: longAgo }).where(eq(teamMembers.teamId, team.id));
    await change(team.id, { member_ids: [late.id, owner.id] });
    const after = await rows(team.id);
    expect(after).toHaveLength(2);
    expect(after.find((row) => row.userId === owner.id)).toMatchObject({ weight: 3, createdAt: longAgo });
    expect(after.find((row) => row.userId === late.id)!.createdAt.getTime()).toBeGreaterThan(longAgo.getTime());
    const shares = { [owner.id]: { weight: 2, priority: 7 }, [late.id]: { weight: 1, priority: 0 } };
    await change(team.id, { member_ids: [late.id, owner.id], shares });
    expect((await rows(team.id)).find((row) => row.userId === owner.id)).toEqual({
      userId: owner.id,
      weight: 2,
      priority: 7,
      createdAt: longAgo,
    });
  });

  it("shows nobody who takes no meetings any more", async () => {
    const { workspace, owner, colleague } = await studio();
    const client = await addMember(workspace, { role: "client" });
    const team = await insertTeam(workspace, [owner, colleague, client]);
    await deactivate(workspace, colleague);
    const found = await findTeam(workspace.id, team.id);
    expect(found!.members.map((member) => member.userId)).toEqual([owner.id]);
  });

  it("changes nothing where one thing of it is refused", async () => {
    const { workspace, owner, change } = await studio();
    const team = await insertTeam(workspace, [owner]);
    const other = await insertTeam(workspace, []);
    const { id } = await createUser();
    expect(await change(team.id, { name: "Crew", member_ids: [id] })).toEqual(refusedMembers);
    expect(await change(team.id, { member_ids: [], slug: other.slug })).toEqual({ ok: false, reason: "slug_taken" });
    expect(await findTeam(workspace.id, team.id)).toMatchObject({ name: "Design", members: [{ userId: owner.id }] });
  });

  it("finds no team of another workspace, and none of a name that is no address", async () => {
    const { change } = await studio();
    const theirs = await insertTeam((await createWorkspace()).workspace, []);
    for (const name of [theirs.id, theirs.slug, "no such team", "\u0000", "", "../x"]) {
      expect(await change(name, { name: "Crew" })).toEqual({ ok: false, reason: "not_found" });
    }
  });

  it("is told as it was made, though it is deleted in the same moment", async () => {
    const { workspace, owner, change } = await studio();
    for (let round = 0; round < 20; round++) {
      const { id } = await insertTeam(workspace, [owner]);
      const [changed] = await Promise.all([
        change(id, { name: "Crew" }),
        deleteTeam({ workspaceId: workspace.id, userId: owner.id, idOrSlug: id }),
      ]);
      expect(changed).toMatchObject(changed.ok ? { team: { id, name: "Crew" } } : { reason: "not_found" });
    }
  });

  it("and somebody's deactivation do not pass each other", async () => {
    const { workspace, colleague, make } = await studio();
    let making: Promise<unknown>;
    await db.transaction(async (tx) => {
      await deactivate(workspace, colleague, tx);
      making = make({ member_ids: [colleague.id] });
      const first = await Promise.race([making, new Promise((resolve) => setTimeout(resolve, 300, "waits"))]);
      expect(first).toBe("waits");
    });
    expect(await making!).toEqual(refusedMembers);
  });
});
