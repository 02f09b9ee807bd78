import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { notifications, workspaceMembers } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { hostIdsOf } from "~/domain/bookings/booking";
import { listHistory } from "~/domain/bookings/bookings.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { reassign } from "~/domain/bookings/reassign.server";
import { listSuccessors } from "~/domain/bookings/successors.server";
import { addMember, createBusyBlock, createConnection, createTeam, createUser } from "../../support/factories";
import { booked, monday, now, office, wish } from "../../support/orders";
import { allHands, claimants, handover, officeOf, present } from "./handover-studio";

const minute = 60_000;
const start = Date.parse(monday);

describe("handing a booking to somebody else", () => {
  it("gives them its place, its claim and its answer, and keeps its time, id and uid", async () => {
    const { ada, tomas, booking, give } = await handover();
    const handed = await give(tomas, { reason: "On leave" });
    if (!handed.ok) throw new Error(handed.reason);
    const { id, uid, start, end, status } = booking;
    expect(handed.booking).toMatchObject({ id, uid, start, end, status, hostId: tomas.id, sequence: 1 });
    expect(handed.booking.host.name).toBe("Tomás Figueiredo");
    expect(handed.booking.attendees[0]).toMatchObject({ userId: tomas.id, email: tomas.email, status: "confirmed" });
    expect(await claimants(booking)).toEqual([tomas.id]);
    const [move] = await listHistory(booking.workspaceId, booking.id);
    expect(move).toMatchObject({ move: "reassigned", actorId: ada.id, reason: "On leave" });
    expect([move!.hostBefore, move!.hostAfter]).toEqual([ada.name, "Tomás Figueiredo"]);
  });

  it("tells the invitee, the guests, the new host, and the one who is out of it", async () => {
    const { ada, tomas, booking, give } = await handover();
    await give(tomas);
    const mails = await db.select().from(notifications).where(eq(notifications.bookingId, booking.id));
    const told = mails.flatMap(({ kind, recipient }) => (/assigned/.test(kind) ? [`${kind} ${recipient}`] : []));
    expect(told.sort()).toEqual([
      "booking_reassigned_guest guest@example.com",
      `booking_reassigned_host ${tomas.email}`,
      "booking_reassigned_invitee mei@example.com",
      `booking_unassigned_host ${ada.email}`,
    ]);
    expect(mails.find(({ kind }) => kind === "booking_unassigned_host")!.payload).toMatchObject({
      hostBefore: ada.name,
      hostAfter: "Tomás Figueiredo",
    });
  });

  it("gives back the time of the one who had it, and takes the other's with its buffers", async () => {
    const { workspace, tomas, eventType, booking, give } = await handover({ bufferAfter: 30 });
    await give(tomas);
    expect((await book({ eventType, input: wish(), locale: "en", now })).ok).toBe(true);
    const theirs = await officeOf(workspace, tomas);
    const next = new Date(booking.end).toISOString();
    const refused = await book({ eventType: theirs, input: wish({ start: next }), locale: "en", now });
    expect(refused).toMatchObject({ ok: false, reason: "slot_unavailable", code: "claimed" });
  });

  it("leaves a request waiting for its new host", async () => {
    const { tomas, give } = await handover({ requiresConfirmation: true });
    const handed = await give(tomas);
    if (!handed.ok) throw new Error(handed.reason);
    expect(handed.booking.status).toBe("pending");
    expect(handed.booking.attendees[0]).toMatchObject({ userId: tomas.id, status: "pending" });
  });

  it("asks for no notice and no grid: a meeting that has begun can still be handed over, one that is over cannot", async () => {
    const { tomas, mei, booking, give } = await handover({ minimumNoticeMinutes: 2880, bookingWindowDays: 5 });
    expect((await give(tomas, { now: booking.start + minute })).ok).toBe(true);
    const late = await give(mei, { from: tomas, now: booking.end });
    expect(late).toMatchObject({ ok: false, reason: "not_changeable", booking: { hostId: tomas.id } });
  });

  it("is refused to those who are not free, and says why", async () => {
    const { workspace, tomas, mei, booking, give } = await handover();
    await booked(await officeOf(workspace, tomas));
    await createBusyBlock(await createConnection(workspace, mei), { start });
    expect(await give(tomas)).toMatchObject({ ok: false, reason: "slot_unavailable", code: "claimed" });
    expect(await give(mei)).toMatchObject({ ok: false, reason: "slot_unavailable", code: "busy" });
    const late = await addMember(workspace, { user: await createUser({ timezone: "Pacific/Auckland" }) });
    expect(await give(late)).toMatchObject({ ok: false, reason: "slot_unavailable", code: "outside_hours" });
    expect(await present(booking)).toMatchObject({ sequence: 0 });
    expect(await claimants(booking)).toEqual([booking.hostId]);
  });

  it("keeps to the limits of the one who gets it", async () => {
    const { workspace, owner: ada } = await office();
    const tomas = await addMember(workspace);
    const hosts = [ada, tomas];
    const team = { hosts, isTeamEvent: true, assignmentType: "round_robin" as const, maxPerDay: 1 };
    const eventType = await officeOf(workspace, ada, team);
    const first = await booked(eventType);
    await booked(eventType, { start: "2026-11-23T10:00:00Z" });
    const [from, to] = first.hostId === ada.id ? [ada.id, tomas.id] : [tomas.id, ada.id];
    const refused = await reassign({ booking: first, from, to, actor: { kind: "system" }, now });
    expect(refused).toMatchObject({ ok: false, reason: "slot_unavailable", code: "daily_limit" });
  });

  it("is refused to clients, strangers, those who have left, and whoever is in it already", async () => {
    const { workspace, ada, tomas, booking, give } = await handover();
    const client = await addMember(workspace, { role: "client" });
    const stranger = await createUser();
    await db.delete(workspaceMembers).where(eq(workspaceMembers.userId, tomas.id));
    for (const who of [client, stranger, tomas, ada]) {
      expect(await give(who)).toMatchObject({ ok: false, reason: "not_a_successor" });
    }
    expect(await claimants(booking)).toEqual([ada.id]);
  });

  it("is refused once it is cancelled, and from somebody who does not have it", async () => {
    const { ada, tomas, mei, booking, give } = await handover();
    expect(await give(mei, { from: tomas })).toMatchObject({ ok: false, reason: "not_a_host" });
    await cancel({ booking, reason: "", actor: { kind: "user", userId: ada.id }, now });
    expect(await give(mei)).toMatchObject({ ok: false, reason: "not_changeable", booking: { status: "cancelled" } });
    expect(await claimants(booking)).toEqual([]);
  });
});

describe("a place that its host would be handed", () => {
  it("is refused however their id is written", async () => {
    const { ada, booking, give } = await handover();
    for (const id of [ada.id, ada.id.toUpperCase()]) {
      expect(await give({ id })).toMatchObject({ ok: false, reason: "not_a_successor" });
    }
    expect(await present(booking)).toMatchObject({ hostId: ada.id, sequence: 0 });
  });
});

describe("who can be handed a booking", () => {
  it("are of one that was booked through a team's page that team's members too", async () => {
    const { workspace, owner: ada } = await office();
    const [tomas, mei, outsider] = [await addMember(workspace), await addMember(workspace), await addMember(workspace)];
    const eventType = await officeOf(workspace, ada, { isTeamEvent: true, assignmentType: "round_robin" });
    const { slug } = await createTeam(workspace, [tomas, mei]);
    const result = await book({
      eventType,
      wish: { team: slug, members: [tomas.id] },
      input: wish(),
      locale: "en",
      now,
    });
    if (!result.ok) throw new Error(result.reason);
    const { booking } = result;
    const heirs = (await listSuccessors(eventType, booking, now)).map(({ userId }) => userId);
    expect(heirs.sort()).toEqual([ada.id, mei.id].sort());
    const give = (to: string) => reassign({ booking, from: tomas.id, to, actor: { kind: "system" }, now });
    expect(await give(outsider.id)).toMatchObject({ reason: "not_a_successor" });
    expect(await give(mei.id)).toMatchObject({ ok: true, booking: { hostId: mei.id } });
  });

  it("are all other members by name, with what keeps them", async () => {
    const { workspace, ada, tomas, mei, eventType, booking } = await handover();
    await addMember(workspace, { role: "client" });
    await booked(await officeOf(workspace, tomas));
    expect(ada.name).toBe("Ada Okafor");
    const found = await listSuccessors(eventType, booking, now);
    expect(found.map(({ userId, reasons }) => [userId, reasons])).toEqual([
      [mei.id, []],
      [tomas.id, ["claimed"]],
    ]);
  });

  it("are outside their hours where they have none", async () => {
    const { workspace, owner, eventType } = await office();
    const booking = await booked(eventType);
    const idle = await createUser();
    await db.insert(workspaceMembers).values({ workspaceId: workspace.id, userId: idle.id, role: "member" });
    expect(await listSuccessors(eventType, booking, now)).toMatchObject([
      { userId: idle.id, reasons: ["outside_hours"] },
    ]);
    const refused = await reassign({ booking, from: owner.id, to: idle.id, actor: { kind: "system" }, now });
    expect(refused).toMatchObject({ ok: false, reason: "slot_unavailable", code: "outside_hours" });
  });

  it("are a team's other hosts where any of them will do", async () => {
    const { workspace, owner: ada } = await office();
    const [tomas, mei] = [await addMember(workspace), await addMember(workspace)];
    const team = { hosts: [ada, tomas], isTeamEvent: true, assignmentType: "collective" as const };
    const eventType = await officeOf(workspace, ada, team);
    const booking = await booked(eventType);
    const other = booking.hostId === ada.id ? tomas.id : ada.id;
    expect((await listSuccessors(eventType, booking, now)).map(({ userId }) => userId)).toEqual([other]);
    const refused = await reassign({ booking, from: booking.hostId, to: mei.id, actor: { kind: "system" }, now });
    expect(refused).toMatchObject({ ok: false, reason: "not_a_successor" });
  });

  it("are the members who are not in it where all hands meet, of whom one place changes and the others stay", async () => {
    const { ada, tomas, mei, kim, eventType, booking } = await allHands();
    expect((await listSuccessors(eventType, booking, now)).map(({ userId }) => userId)).toEqual([kim.id]);
    const actor = { kind: "user", userId: ada.id } as const;
    const second = await reassign({ booking, from: tomas.id, to: kim.id, actor, now });
    if (!second.ok) throw new Error(second.reason);
    expect(second.booking.hostId).toBe(ada.id);
    expect(hostIdsOf(second.booking).sort()).toEqual([ada.id, mei.id, kim.id].sort());
    expect(await claimants(booking)).toEqual([ada.id, mei.id, kim.id].sort());
    const leading = await reassign({ booking: second.booking, from: ada.id, to: tomas.id, actor, now });
    expect(leading).toMatchObject({ ok: true, booking: { hostId: tomas.id, sequence: 2 } });
    expect(await claimants(booking)).toEqual([tomas.id, mei.id, kim.id].sort());
  });
});
