import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "~db/client";
import { bookingAttendees, claims } from "~db/schema";
import { calendarMembers } from "~/domain/availability/calendar-members.server";
import { pairs } from "~/domain/availability/schedule";
import { daysRange } from "~/domain/availability/slots-query";
import { readTeamCalendar } from "~/domain/availability/team-calendar.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import type { EventType } from "~/domain/event-types/event-type";
import { findTeam } from "~/domain/teams/teams.server";
import type { Role } from "~/domain/workspaces/roles";
import {
  addMember,
  createBooking,
  createBusyBlock,
  createConnection,
  createEventType,
  createSchedule,
  createTeam,
  createUser,
  createWorkspace,
} from "../../support/factories";
import { inOslo as at, wednesday } from "../../support/orders";

afterEach(() => {
  vi.restoreAllMocks();
});

const range = daysRange(wednesday, wednesday, "Europe/Oslo");

type Asked = { viewer?: { id: string }; role?: Role; eventType?: EventType | null };

async function studio() {
  const owner = await createUser({ name: "Ada Okafor" });
  const { workspace } = await createWorkspace({ owner });
  const ines = await addMember(workspace, { user: await createUser({ name: "Ines Duarte" }) });
  const both = { owner, hosts: [owner, ines], isTeamEvent: true, assignmentType: "round_robin" as const };
  const row = await createEventType(workspace, { ...both, bufferAfter: 15 });
  const read = async ({ viewer = owner, role = "owner", eventType = null }: Asked = {}) => {
    const members = await calendarMembers(workspace.id, { team: null, eventType });
    const given = { workspaceId: workspace.id, members, eventType, range, viewer: { userId: viewer.id, role } };
    return readTeamCalendar({ ...given, now: Date.now() });
  };
  return { workspace, owner, ines, row, read };
}

describe("a team's calendar", () => {
  it("shows meetings as they were agreed, what else is taken, and when all are free", async () => {
    const { workspace, owner, ines, row, read } = await studio();
    await createBooking(row, { start: at(10) });
    await createBooking(row, { start: at(11), hostId: ines.id, status: "pending" });
    await createBooking(row, { start: at(12), hostId: ines.id, status: "cancelled" });
    await createBooking(row, { start: at(13), hostId: ines.id, status: "completed" });
    await createBusyBlock(await createConnection(workspace, owner), { start: at(15), minutes: 120 });
    await createBusyBlock(await createConnection(workspace, owner, { checkConflicts: false }), { start: at(9) });
    const { members, bookings, overlaps } = await read();
    expect(members.map(({ name, buffers }) => [name, buffers])).toEqual([
      ["Ada Okafor", [at(10, 30), at(10, 45)]],
      ["Ines Duarte", [at(11, 30), at(11, 45)]],
    ]);
    expect(members[0]!.busy).toEqual([at(15), at(17)]);
    expect(bookings).toMatchObject([
      { start: at(10), end: at(10, 30), status: "confirmed", userIds: [owner.id] },
      { start: at(11), end: at(11, 30), status: "pending", userIds: [ines.id] },
      { start: at(13), end: at(13, 30), status: "completed", userIds: [ines.id] },
    ]);
    expect(pairs(overlaps)).toEqual([
      { start: at(9), end: at(10) },
      { start: at(10, 45), end: at(11) },
      { start: at(11, 45), end: at(13) },
      { start: at(13, 30), end: at(15) },
    ]);
  });

  it("has a meeting of several hosts once", async () => {
    const { owner, ines, row, read } = await studio();
    const { id, workspaceId } = await createBooking(row, { start: at(10) });
    const { name, email } = ines;
    const keys = { workspaceId, bookingId: id };
    await db
      .insert(bookingAttendees)
      .values({ ...keys, userId: ines.id, kind: "host", name, email, status: "pending" });
    const during = `[${new Date(at(10)).toISOString()},${new Date(at(10, 45)).toISOString()})`;
    await db.insert(claims).values({ ...keys, hostId: ines.id, during });
    const { bookings } = await read();
    expect(bookings).toHaveLength(1);
    expect([...bookings[0]!.userIds].sort()).toEqual([owner.id, ines.id].sort());
  });

  it("has no meeting whose buffers alone reach into it", async () => {
    const { row, read } = await studio();
    await createBooking(row, { start: range.from - 30 * 60_000 });
    const { members, bookings } = await read();
    expect([bookings, members[0]!.buffers]).toEqual([[], [range.from, range.from + 15 * 60_000]]);
  });

  it("goes by the hours that the event type names, and by everybody's own without", async () => {
    const { workspace, owner, read } = await studio();
    const evening = await createSchedule(workspace, owner, { weekly: { 2: [1080, 1200] } });
    const columns = { isTeamEvent: true, assignmentType: "all_hands" as const, scheduleId: evening.id };
    const row = await createEventType(workspace, { owner, hosts: [owner], ...columns });
    const eventType = await findEventType(workspace.id, row.id);
    expect((await read({ eventType })).overlaps).toEqual([at(18), at(20)]);
    expect((await read()).overlaps).toEqual([at(9), at(17)]);
  });

  it("takes three statements at most, however many they are", async () => {
    const { workspace, read } = await studio();
    for (let added = 0; added < 9; added++) await addMember(workspace);
    const asked = vi.spyOn(db, "execute");
    const selected = vi.spyOn(db, "select");
    expect((await read()).members).toHaveLength(11);
    expect(asked.mock.calls.length + selected.mock.calls.length).toBeLessThanOrEqual(3);
  });
});

describe("who stands in a team's calendar", () => {
  it("is whoever takes meetings, of an event type its hosts, of a team its members", async () => {
    const { workspace, owner, ines } = await studio();
    await addMember(workspace, { role: "client" });
    const own = await createEventType(workspace, { owner: ines });
    const team = await createTeam(workspace, [ines]);
    const names = async (filter: Partial<Parameters<typeof calendarMembers>[1]>) =>
      (await calendarMembers(workspace.id, { team: null, eventType: null, ...filter })).map(({ name }) => name);
    expect(await names({})).toEqual([owner.name, ines.name]);
    expect(await names({ eventType: await findEventType(workspace.id, own.id) })).toEqual([ines.name]);
    expect(await names({ team: await findTeam(workspace.id, team.id) })).toEqual([ines.name]);
  });
});

describe("what a team's calendar says of a meeting", () => {
  it("is to colleagues only when, and more is not read", async () => {
    const { ines, row, read } = await studio();
    await createBooking(row, { start: at(10), inviteeName: "Secret Invitee" });
    await createBooking(row, { start: at(12), hostId: ines.id, inviteeName: "Own Invitee" });
    const asked = vi.spyOn(db, "execute");
    const { bookings } = await read({ viewer: ines, role: "member" });
    expect(bookings.map(({ seen }) => seen?.invitee ?? null)).toEqual([null, "Own Invitee"]);
    const found = JSON.stringify(await Promise.all(asked.mock.results.map(({ value }) => value as Promise<unknown>)));
    expect([found.includes("Own Invitee"), found.includes("Secret")]).toEqual([true, false]);
    const seen = (await read({ viewer: ines, role: "admin" })).bookings.map(({ seen }) => seen?.invitee);
    expect(seen).toEqual(["Secret Invitee", "Own Invitee"]);
  });

  it("is nothing but that the time is taken, where it is of another workspace", async () => {
    const { owner, read } = await studio();
    const elsewhere = await createWorkspace({ owner });
    const theirs = await createEventType(elsewhere.workspace, { owner });
    await createBooking(theirs, { start: at(10), inviteeName: "Secret Invitee" });
    const calendar = await read();
    expect(calendar.bookings).toEqual([]);
    expect(calendar.members[0]!.busy).toEqual([at(10), at(10, 30)]);
    expect(JSON.stringify(calendar)).not.toContain("Secret");
  });
});
