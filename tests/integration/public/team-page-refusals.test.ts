import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingSchedules, teamMembers, workspaceMembers } from "~db/schema";
import * as eventRoute from "~/routes/book.$workspace.$event._index";
import * as teamRoute from "~/routes/book.$workspace.$event.team.$team";
import { createEventType, createTeam } from "../../support/factories";
import { get, postForm } from "../../support/requests";
import { hostIn, teamOffer } from "./team-offer";

describe("members who are not to be had", () => {
  it.each([
    ["a member of the workspace who is not in the team", ({ owner }) => owner.id],
    ["somebody of the team beside a stranger", ({ ada, owner }) => `${ada.id},${owner.id}`],
    ["nobody that there is", () => crypto.randomUUID()],
    ["no id", () => "maya"],
    ["a byte that the database refuses", () => "%00"],
    ["half a character", () => "%ED%A0%80"],
    ["nothing", () => ""],
    ["only commas", () => ",,"],
    ["two hundred ids", () => Array.from({ length: 200 }, () => crypto.randomUUID()).join(",")],
    ["a statement", () => "'); drop table bookings; --"],
  ] as [string, (given: Awaited<ReturnType<typeof teamOffer>>) => string][])(
    "are a friendly 400: %s",
    async (_, members) => {
      const given = await teamOffer();
      const query = `?members=${members(given)}`;
      const { status, body } = await given.open(query);
      const { slug, name } = given.team;
      expect([status, body]).toMatchObject([400, { state: "wrong_members", offer: { team: { slug, name } } }]);
      const sent = await given.send(query);
      expect([sent.status, sent.body]).toMatchObject([400, { outcome: "closed", values: { notes: ["Bring maps"] } }]);
      expect(await given.made()).toBe(0);
    },
  );

  it.each([
    ["is deactivated", { deactivatedAt: new Date() }],
    ["has become a client", { role: "client" as const }],
  ])("are a friendly 400 where one of the team %s, and the team goes on without them", async (_, columns) => {
    const { workspace, ada, bo, open, send } = await teamOffer();
    const isBo = and(eq(workspaceMembers.workspaceId, workspace.id), eq(workspaceMembers.userId, bo.id));
    await db.update(workspaceMembers).set(columns).where(isBo);
    expect((await open(`?members=${bo.id}`)).status).toBe(400);
    expect((await send(`?members=${bo.id}`)).status).toBe(400);
    const { body } = await open();
    expect(body).toMatchObject({ state: "open", offer: { hosts: [{ name: ada.name }] } });
    expect(await hostIn(await send())).toBe(ada.id);
  });

  it("are a friendly 400 where one of the team has no hours", async () => {
    const { bo, open } = await teamOffer();
    await db.delete(bookingSchedules).where(eq(bookingSchedules.userId, bo.id));
    expect((await open(`?members=${bo.id}`)).status).toBe(400);
  });

  it("are a friendly 400 of an event type's own page too, and its own hosts are not", async () => {
    const { owner, ada, path, params, made } = await teamOffer();
    const openOwn = (query: string) => get(eventRoute, path + query, { params });
    const stranger = await openOwn(`?members=${ada.id}&lang=de`);
    expect([stranger.status, stranger.body]).toMatchObject([
      400,
      { state: "wrong_members", offer: { team: null }, kept: { lang: "de", members: null } },
    ]);
    const own = await openOwn(`?members=${owner.id}`);
    expect([own.status, own.body]).toMatchObject([200, { kept: { members: owner.id }, offer: { team: null } }]);
    expect(await made()).toBe(0);
  });
});

describe("a team that does not hold the event type", () => {
  it("is a friendly 404, with the event type's own page as the way on", async () => {
    const { workspace, eventType, open, params } = await teamOffer();
    const foreign = await teamOffer();
    const slugs = ["nobody", foreign.team.slug, "\u0000", "%", "<script>", "x".repeat(5000), crypto.randomUUID()];
    for (const slug of slugs) {
      const { status, body } = await open("", slug);
      const offer = { slug: eventType.slug, team: null };
      expect([status, body], slug).toMatchObject([
        404,
        { state: "no_team", offer, workspace: { slug: workspace.slug } },
      ]);
      const sent = await postForm(teamRoute, "/x", {}, { params: { ...params, team: slug } });
      expect(sent.status, slug).toBe(404);
    }
  });

  it("is any where the event type is one host's alone, and any but its own where it belongs to one", async () => {
    const single = await teamOffer({ isTeamEvent: false, assignmentType: null });
    expect([(await single.open()).status, (await single.send()).status]).toEqual([404, 404]);
    const { workspace, owner } = single;
    const own = await createTeam(workspace, [owner]);
    const bound = { owner, isTeamEvent: true, assignmentType: "collective" as const, teamId: own.id };
    const { slug } = await createEventType(workspace, bound);
    const statusOf = async (team: string) =>
      (await get(teamRoute, "/x", { params: { workspace: workspace.slug, event: slug, team } })).status;
    expect([
      await statusOf(own.slug),
      await statusOf(own.slug.toUpperCase()),
      await statusOf(single.team.slug),
    ]).toEqual([200, 200, 404]);
  });

  it("is a friendly 404 where nobody of it takes meetings", async () => {
    const { team, open, send } = await teamOffer();
    await db.delete(teamMembers).where(eq(teamMembers.teamId, team.id));
    const { status, body } = await open();
    expect([status, body]).toMatchObject([404, { state: "nobody", offer: { team: { name: team.name } } }]);
    expect((await send()).status).toBe(404);
  });

  it("is not there for an event type that is off", async () => {
    const { open, send } = await teamOffer({ isActive: false });
    expect(await open()).toMatchObject({ status: 404, body: { state: "inactive" } });
    expect((await send()).status).toBe(404);
  });
});
