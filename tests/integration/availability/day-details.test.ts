import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "~db/client";
import { codesAt, explained, sentences, startAt, studio } from "../../support/explained-days";
import {
  addMember,
  createBooking,
  createBusyBlock,
  createConnection,
  createEventType,
  createUser,
  createWorkspace,
} from "../../support/factories";
import { inOslo as at } from "../../support/orders";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("whose details an explained day shows", () => {
  it("to a colleague only that the time is taken, to those who may see all of it what by", async () => {
    const { workspace, owner, row, explain } = await studio();
    const colleague = await addMember(workspace);
    const admin = await addMember(workspace, { role: "admin" });
    await createBooking(row, { start: at(10), inviteeName: "Secret Invitee" });
    await createBusyBlock(await createConnection(workspace, owner, { name: "Secret calendar" }), { start: at(13) });
    const asked = vi.spyOn(db, "execute");
    const seen = JSON.stringify(await explain({ viewer: colleague, role: "member" }));
    expect(seen).not.toContain("Secret");
    const read = JSON.stringify(await Promise.all(asked.mock.results.map(({ value }) => value as Promise<unknown>)));
    expect([read.includes(owner.id), read.includes("Secret")]).toEqual([true, false]);
    const asAdmin = JSON.stringify(await explain({ viewer: admin, role: "admin" }));
    expect([asAdmin.includes("Secret Invitee"), asAdmin.includes("Secret calendar")]).toEqual([true, true]);
  });

  it("to a member those of their own bookings", async () => {
    const { workspace, owner } = await createWorkspace();
    const member = await addMember(workspace);
    const team = { hosts: [owner, member], isTeamEvent: true, assignmentType: "round_robin" as const };
    const row = await createEventType(workspace, { owner, durationMinutes: 60, ...team });
    await createBooking(row, { start: at(10), hostId: member.id, inviteeName: "Own Invitee" });
    await createBooking(row, { start: at(13), hostId: owner.id, inviteeName: "Secret Invitee" });
    const found = await explained(row, { hostIds: [member.id, owner.id], viewer: member, role: "member" });
    expect(found.hosts.map(({ claims }) => claims.map(({ booking }) => booking?.invitee))).toEqual([
      ["Own Invitee"],
      [undefined],
    ]);
  });

  it("of another workspace's bookings and calendars nothing to anybody else", async () => {
    const host = await createUser();
    const { workspace, owner } = await createWorkspace();
    await addMember(workspace, { user: host });
    const row = await createEventType(workspace, { owner, hosts: [host], durationMinutes: 60 });
    const elsewhere = await createWorkspace({ owner: host });
    const theirs = await createEventType(elsewhere.workspace, { owner: host, durationMinutes: 60 });
    await createBooking(theirs, { start: at(10), inviteeName: "Secret Invitee" });
    await createBusyBlock(await createConnection(elsewhere.workspace, host, { name: "Secret calendar" }), {
      start: at(13),
    });
    const found = await explained(row);
    expect(JSON.stringify(found)).not.toContain("Secret");
    expect([codesAt(found, at(10)), codesAt(found, at(13))]).toEqual([[["claimed"]], [["busy"]]]);
    expect(sentences(found, startAt(found, at(10)))).toEqual(["Taken: another booking, 10:00 – 11:00."]);
    const own = JSON.stringify(await explained(row, { viewer: host, role: "member" }));
    expect([own.includes("Secret Invitee"), own.includes("Secret calendar")]).toEqual([false, true]);
  });
});
