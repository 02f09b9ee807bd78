import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, bookingAttendees, bookingHistory, bookings, claims, notifications } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { findBooking } from "~/domain/bookings/bookings.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { addMember, createEventType, createUser, createWorkspace } from "../../support/factories";
import { monday, now, office, wish } from "../../support/orders";

describe("booking a slot", () => {
  it("writes booking, claim, attendees, history, audit line, mails and their jobs together", async () => {
    const { eventType, owner } = await office({ bufferBefore: 10, bufferAfter: 15 });
    const result = await book({ eventType, input: wish({ guests: ["guest@example.com"] }), locale: "de-AT", now });
    if (!result.ok) throw new Error(result.reason);
    const { booking } = result;
    expect(booking).toMatchObject({ status: "confirmed", hostId: owner.id, locale: "de-AT", sequence: 0 });
    expect(booking.uid.length).toBeGreaterThanOrEqual(22);
    expect(booking.attendees.map(({ kind, status }) => [kind, status])).toEqual([
      ["host", "confirmed"],
      ["invitee", "confirmed"],
      ["guest", "confirmed"],
    ]);
    const [claim] = await db.select().from(claims).where(eq(claims.bookingId, booking.id));
    expect(claim!.during).toBe('["2026-11-23 08:50:00+00","2026-11-23 09:45:00+00")');
    expect(await db.$count(bookingHistory, eq(bookingHistory.bookingId, booking.id))).toBe(1);
    expect(await db.$count(auditLog, eq(auditLog.subjectId, booking.id))).toBe(1);
    const mails = await db.select().from(notifications).where(eq(notifications.bookingId, booking.id));
    expect(mails.map((mail) => mail.kind).sort()).toEqual([
      "booking_confirmed_guest",
      "booking_confirmed_host",
      "booking_confirmed_invitee",
    ]);
    const [jobs] = await db.execute<{ count: string }>(
      sql`select count(*) from graphile_worker.jobs where task_identifier = 'send_notification'`,
    );
    expect(Number(jobs!.count)).toBe(3);
  });

  it("is answered as it is read afterwards", async () => {
    const { workspace, owner } = await createWorkspace({ owner: await createUser({ name: "Zoë Berg" }) });
    const others = await Promise.all(
      ["åse Lund", "Ada Okafor", "ada lower"].map(async (name) =>
        addMember(workspace, { user: await createUser({ name }) }),
      ),
    );
    const hosts = [owner, ...others].map(({ id }) => ({ id }));
    const row = await createEventType(workspace, { owner, hosts, isTeamEvent: true, assignmentType: "all_hands" });
    const eventType = (await findEventType(workspace.id, row.id))!;
    const input = wish({ guests: ["Zed@example.com", "abe@example.com"], answers: { topic: "Kites" } });
    const result = await book({ eventType, input, locale: "en", submissionKey: "form-2", now });
    if (!result.ok) throw new Error(result.reason);
    expect(await findBooking(workspace.id, result.booking.id)).toEqual(result.booking);
  });

  it("refuses a time outside the hours, off the grid, too soon or too far, and names the reason", async () => {
    const { eventType } = await office({ minimumNoticeMinutes: 60, bookingWindowDays: 30 });
    const refusal = async (start: string) => {
      const result = await book({ eventType, input: wish({ start }), locale: "en", now });
      return result.ok ? "booked" : "code" in result ? result.code : result.reason;
    };
    expect(await refusal("2026-11-23T03:00:00Z")).toBe("outside_hours");
    expect(await refusal("2026-11-23T09:07:00Z")).toBe("outside_hours");
    expect(await refusal("2026-11-20T08:30:00Z")).toBe("notice");
    expect(await refusal("2027-02-01T09:00:00Z")).toBe("window");
  });

  it("refuses a length that is not offered and an event type that is switched off", async () => {
    const { eventType } = await office({ durationOptions: [30, 60] });
    const odd = await book({ eventType, input: wish({ duration_minutes: 45 }), locale: "en", now });
    expect(odd).toEqual({ ok: false, reason: "duration_not_offered", offered: [30, 60] });
    const off = await book({ eventType: { ...eventType, isActive: false }, input: wish(), locale: "en", now });
    expect(off).toEqual({ ok: false, reason: "not_bookable" });
  });

  it("offers the nearest free times, nearest first, when the time is taken", async () => {
    const { eventType } = await office();
    await book({ eventType, input: wish(), locale: "en", now });
    const second = await book({ eventType, input: wish({ email: "late@example.com" }), locale: "en", now });
    expect(second).toMatchObject({ ok: false, reason: "slot_unavailable", code: "claimed" });
    if (second.ok || second.reason !== "slot_unavailable") throw new Error("not refused");
    expect(second.alternatives.map(({ start }) => new Date(start).toISOString())).toEqual([
      "2026-11-23T08:30:00.000Z",
      "2026-11-23T09:30:00.000Z",
      "2026-11-23T08:00:00.000Z",
      "2026-11-23T10:00:00.000Z",
    ]);
  });

  it("counts the buffers of both meetings", async () => {
    const { eventType } = await office({ bufferAfter: 15, slotIntervalMinutes: 15 });
    await book({ eventType, input: wish(), locale: "en", now });
    const touching = await book({ eventType, input: wish({ start: "2026-11-23T09:30:00Z" }), locale: "en", now });
    expect(touching).toMatchObject({ ok: false, code: "claimed" });
    const clear = await book({ eventType, input: wish({ start: "2026-11-23T09:45:00Z" }), locale: "en", now });
    expect(clear.ok).toBe(true);
  });

  it("takes a host's time in every workspace that they belong to", async () => {
    const here = await office();
    const there = await createWorkspace();
    await addMember(there.workspace, { user: here.owner });
    const row = await createEventType(there.workspace, { owner: here.owner });
    const eventType = (await findEventType(there.workspace.id, row.id))!;
    await book({ eventType: here.eventType, input: wish(), locale: "en", now });
    expect(await book({ eventType, input: wish(), locale: "en", now })).toMatchObject({ ok: false, code: "claimed" });
  });

  it("gives a cancelled time back at once", async () => {
    const { eventType } = await office();
    const first = await book({ eventType, input: wish(), locale: "en", now });
    if (!first.ok) throw new Error(first.reason);
    await cancel({ booking: first.booking, reason: "ill", actor: { kind: "invitee" }, now });
    expect((await book({ eventType, input: wish(), locale: "en", now })).ok).toBe(true);
  });

  it("holds the time of a request that waits for an answer", async () => {
    const { eventType } = await office({ requiresConfirmation: true });
    const first = await book({ eventType, input: wish(), locale: "en", now });
    expect(first).toMatchObject({ ok: true, booking: { status: "pending" } });
    expect(await book({ eventType, input: wish(), locale: "en", now })).toMatchObject({ ok: false, code: "claimed" });
  });

  it("makes one booking of a form that is sent twice, also at the same moment", async () => {
    const { eventType } = await office();
    const order = { eventType, input: wish(), locale: "en", submissionKey: "form-1", now };
    const both = await Promise.all([book(order), book(order)]);
    const again = await book(order);
    const ids = [...both, again].map((result) => (result.ok ? result.booking.id : result.reason));
    expect(new Set(ids).size).toBe(1);
    expect(await db.$count(bookings, eq(bookings.eventTypeId, eventType.id))).toBe(1);
  });

  it("leaves nothing behind when its event type is no longer there", async () => {
    const { eventType } = await office();
    const before = await db.$count(notifications);
    const ghost = { ...eventType, id: "00000000-0000-4000-8000-000000000000" };
    const result = await book({ eventType: ghost, input: wish(), locale: "en", now });
    expect(result).toEqual({ ok: false, reason: "not_bookable" });
    expect(await db.$count(bookingAttendees, eq(bookingAttendees.workspaceId, eventType.workspaceId))).toBe(0);
    expect(await db.$count(notifications)).toBe(before);
  });
});

describe("booking a team", () => {
  async function team(assignmentType: "round_robin" | "collective" | "all_hands", size = 3) {
    const { workspace, owner } = await createWorkspace();
    const others = await Promise.all(Array.from({ length: size - 1 }, () => addMember(workspace)));
    const hosts = [owner, ...others].map(({ id }, index) => ({ id, priority: index }));
    const row = await createEventType(workspace, { owner, hosts, isTeamEvent: true, assignmentType });
    return { hosts, workspace, eventType: (await findEventType(workspace.id, row.id))! };
  }

  it("spreads round robin bookings so that counts never differ by more than one", async () => {
    const { eventType, hosts } = await team("round_robin", 4);
    const starts = Array.from({ length: 10 }, (_, i) => new Date(Date.parse(monday) + i * 30 * 60_000).toISOString());
    const results = await Promise.all(
      starts.flatMap((start) => [1, 2].map(() => book({ eventType, input: wish({ start }), locale: "en", now }))),
    );
    const counts = hosts.map(({ id }) => results.filter((result) => result.ok && result.booking.hostId === id).length);
    expect(counts).toEqual([5, 5, 5, 5]);
  });

  it("gives a collective booking to the free host with the highest priority", async () => {
    const { eventType, hosts } = await team("collective");
    const picks = [];
    for (let i = 0; i < 3; i++) {
      const result = await book({ eventType, input: wish(), locale: "en", now });
      picks.push(result.ok ? result.booking.hostId : result.reason);
    }
    expect(picks).toEqual([hosts[2]!.id, hosts[1]!.id, hosts[0]!.id]);
    expect(await book({ eventType, input: wish(), locale: "en", now })).toMatchObject({ ok: false, code: "claimed" });
  });

  it("goes to the next free host when the chosen one is booked elsewhere in that moment", async () => {
    const { eventType, hosts, workspace } = await team("collective", 2);
    const preferred = hosts[1]!.id;
    const own = await createEventType(workspace, { owner: { id: preferred } });
    const single = (await findEventType(workspace.id, own.id))!;
    const starts = Array.from({ length: 14 }, (_, i) => new Date(Date.parse(monday) + i * 30 * 60_000).toISOString());
    const pairs = starts.map(async (start) => {
      const orders = [eventType, single].map((each) =>
        book({ eventType: each, input: wish({ start }), locale: "en", now }),
      );
      const [ofTeam, ofOne] = await Promise.all(orders);
      // Whoever was second at the preferred host: the team has another one, the single event type has not.
      return ofTeam!.ok && (ofOne!.ok || ofTeam!.booking.hostId === preferred);
    });
    expect(await Promise.all(pairs)).not.toContain(false);
  });

  it("takes everybody's time for all hands, or nobody's", async () => {
    const { eventType, hosts, workspace } = await team("all_hands");
    const single = await createEventType(workspace, { owner: { id: hosts[1]!.id } });
    await book({ eventType: (await findEventType(workspace.id, single.id))!, input: wish(), locale: "en", now });
    expect(await book({ eventType, input: wish(), locale: "en", now })).toMatchObject({ ok: false, code: "claimed" });
    const later = await book({ eventType, input: wish({ start: "2026-11-23T10:00:00Z" }), locale: "en", now });
    expect(later).toMatchObject({ ok: true, booking: { status: "pending", hostId: hosts[2]!.id } });
    if (later.ok) expect(await db.$count(claims, eq(claims.bookingId, later.booking.id))).toBe(3);
  });
});

describe("all hands", () => {
  it("are led by the highest priority, in whatever order they were asked for", async () => {
    const { workspace, owner } = await createWorkspace();
    const other = await addMember(workspace);
    const hosts = [
      { id: owner.id, priority: 1 },
      { id: other.id, priority: 5 },
    ];
    const row = await createEventType(workspace, { owner, hosts, isTeamEvent: true, assignmentType: "all_hands" });
    const eventType = (await findEventType(workspace.id, row.id))!;
    const members = [owner.id, other.id];
    expect(await book({ eventType, wish: { members }, input: wish(), locale: "en", now })).toMatchObject({
      booking: { hostId: other.id },
    });
  });
});
