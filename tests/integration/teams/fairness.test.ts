import { describe, expect, it } from "vitest";
import { book } from "~/domain/bookings/book.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import * as route from "~/routes/booking.teams.$id.fairness";
import {
  addMember,
  createBusyBlock,
  createConnection,
  createEventType,
  createTeam,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { inOslo, wish } from "../../support/orders";
import { get } from "../../support/requests";

const minute = 60_000;

async function rotation(given: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const other = await addMember(workspace);
  const team = await createTeam(workspace, [owner, other]);
  const row = await createEventType(workspace, {
    owner,
    hosts: [owner, other],
    isTeamEvent: true,
    assignmentType: "round_robin",
    teamId: team.id,
    name: "Advice",
    ...given,
  });
  return { workspace, owner, other, team, eventType: (await findEventType(workspace.id, row.id))! };
}

async function take(eventType: Parameters<typeof book>[0]["eventType"], at: number, team?: string) {
  const input = wish({ start: new Date(at).toISOString() });
  const result = await book({ eventType, input, locale: "en", wish: { team }, now: Date.now() });
  if (!result.ok) throw new Error(result.reason);
  return result.booking;
}

async function open(user: { id: string }, teamId: string, query = "") {
  const { cookie } = await signIn(user);
  return get(route, `/booking/teams/${teamId}/fairness?${query}`, { cookie, params: { id: teamId } });
}

async function opened(user: { id: string }, teamId: string, query = "") {
  const { body } = await open(user, teamId, query);
  if (body.state !== "open") throw new Error(body.state);
  return body;
}

describe("the fairness of a team", () => {
  it("shows what each member got and was to be expected, and the last picks with what decided", async () => {
    const { owner, other, team, eventType } = await rotation();
    for (let at = 9; at < 13; at++) await take(eventType, inOslo(at));
    const page = await opened(owner, team.id);
    expect(page.shares.map(({ actual, expected }) => [actual, expected])).toEqual([
      [2, 2],
      [2, 2],
    ]);
    expect(page.lastPicks).toHaveLength(4);
    expect(page.lastPicks[0]!.at).toBeGreaterThan(page.lastPicks[3]!.at);
    expect(Object.keys(page.names).sort()).toEqual([owner.id, other.id].sort());
  });

  it("shows who was not free, and counts nobody for what was called off", async () => {
    const { workspace, owner, other, team, eventType } = await rotation();
    const connection = await createConnection(workspace, other);
    await createBusyBlock(connection, { start: inOslo(9), minutes: 480 });
    const first = await take(eventType, inOslo(9));
    await take(eventType, inOslo(10));
    await cancel({ booking: first, reason: "", actor: { kind: "invitee" }, now: Date.now() });
    const page = await opened(owner, team.id);
    expect(page).toMatchObject({ total: 2, cancelled: 1 });
    expect(page.shares.find(({ userId }) => userId === other.id)).toMatchObject({
      actual: 0,
      expected: 0.5,
      notFree: 1,
    });
  });

  it("leads to an event type of no team that was booked through the team's page", async () => {
    const { workspace, owner, team } = await rotation();
    const row = await createEventType(workspace, {
      owner,
      isTeamEvent: true,
      assignmentType: "collective",
      name: "Help",
    });
    const help = (await findEventType(workspace.id, row.id))!;
    expect((await opened(owner, team.id)).rotations.map(({ name }) => name)).toEqual(["Advice"]);
    await take(help, inOslo(9), team.slug);
    const page = await opened(owner, team.id, `event_type=${help.id.toUpperCase()}&days=90`);
    expect(page).toMatchObject({ rotation: { name: "Help" }, days: 90, total: 1 });
    // Booked by its own page it is none of the team's.
    await take(help, inOslo(9) + 30 * minute);
    expect((await opened(owner, team.id, `event_type=${help.id}`)).total).toBe(1);
  });

  it("says so where there is nothing to pick, and answers nonsense with the first event type", async () => {
    const { workspace, owner, team, eventType } = await rotation();
    const lone = await createTeam(workspace, [owner]);
    expect((await open(owner, lone.id)).body.state).toBe("empty");
    const page = await opened(owner, team.slug, "event_type=x%00&days=-1");
    expect(page).toMatchObject({ rotation: { id: eventType.id }, days: 30, total: 0 });
  });

  it("is open to members, and to nobody of another workspace", async () => {
    const { workspace, other, team } = await rotation();
    expect((await open(other, team.id)).status).toBe(200);
    expect((await open(await addMember(workspace, { role: "client" }), team.id)).status).toBe(403);
    const { owner: stranger } = await createWorkspace();
    expect((await open(stranger, team.id)).status).toBe(404);
    expect((await open(other, "no-such-team")).status).toBe(404);
  });
});
