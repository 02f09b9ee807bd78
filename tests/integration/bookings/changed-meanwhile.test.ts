import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import {
  auditLog,
  bookingAttendees,
  bookingEventTypes,
  bookingHistory,
  bookings,
  bookingSchedules,
  claims,
  notifications,
} from "~db/schema";
import { readHosts } from "~/domain/availability/host-facts.server";
import { changeSchedule } from "~/domain/availability/save-schedule.server";
import { book } from "~/domain/bookings/book.server";
import { draftBooking } from "~/domain/bookings/draft-booking.server";
import { enterBooking } from "~/domain/bookings/enter-booking.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { mailsAbout } from "~/domain/bookings/tell.server";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { addMember, createBusyBlock, createConnection } from "../../support/factories";
import { booked, monday, now, office, wish } from "../../support/orders";

const start = Date.parse(monday);

/** All that stands between asking the rules and writing: what a test changes in between must be noticed. */
async function asked() {
  const { workspace, owner, eventType } = await office();
  const span = { from: start, to: start + 1_800_000 };
  const question = { workspaceId: workspace.id, hostIds: [owner.id], scheduleId: null, span, now, withPeople: true };
  const { people, schedules } = await readHosts(question);
  const booking = draftBooking({ eventType, input: wish(), locale: "en", durationMinutes: 30, hosts: people, now });
  const write = () =>
    enterBooking(db, {
      booking,
      claim: { hostIds: [owner.id], ...span },
      mails: mailsAbout(booking, "confirmed"),
      actor: { kind: "invitee" },
      submissionKey: null,
      asked: { eventType: eventType.updatedAt, schedules },
      now,
    });
  return {
    workspace,
    owner,
    eventType,
    schedule: schedules[0]!,
    write,
    by: { userId: owner.id, role: "owner" as const },
  };
}

async function rows(workspaceId: string) {
  const tables = [bookings, claims, bookingAttendees, bookingHistory, notifications];
  const counts = await Promise.all(tables.map((table) => db.$count(table, eq(table.workspaceId, workspaceId))));
  const lines = await db.$count(auditLog, sql`${auditLog.workspaceId} = ${workspaceId} and action like 'booking.%'`);
  return [...counts, lines];
}

describe("a booking is written only if the rules were asked about what is still so", () => {
  it("which it is when nothing has changed", async () => {
    const { workspace, write } = await asked();
    expect(await write()).toMatchObject({ workspace: { slug: workspace.slug }, number: expect.any(Number) as number });
    expect(await rows(workspace.id)).toEqual([1, 1, 2, 1, 2, 1]);
  });

  it("and not when the event type has changed", async () => {
    const { workspace, eventType, by, write } = await asked();
    await changeEventType({ workspaceId: workspace.id, id: eventType.id, member: by, patch: { buffer_before: 15 } });
    expect(await write()).toBeNull();
    expect(await rows(workspace.id)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("and not when the hours have changed", async () => {
    const { workspace, owner, schedule, write } = await asked();
    const patch = { overrides: [{ date: "2026-11-23", intervals: [], note: "" }] };
    await changeSchedule({ workspaceId: workspace.id, userId: owner.id, id: schedule.id, patch });
    expect(await write()).toBeNull();
    expect(await rows(workspace.id)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("and not when a calendar that counts has become busy", async () => {
    const { workspace, owner, write } = await asked();
    const calendar = await createConnection(workspace, owner, { checkConflicts: false });
    await createBusyBlock(calendar, { start: start + 60_000, minutes: 5 });
    const counting = await createConnection(workspace, owner);
    await createBusyBlock(counting, { start: start + 1_800_000 });
    expect(await write()).not.toBeNull();
    const again = await asked();
    await createBusyBlock(await createConnection(again.workspace, again.owner), { start: start + 60_000, minutes: 5 });
    expect(await again.write()).toBeNull();
  });

  it.each([{ isActive: false }, { archivedAt: new Date(now) }])(
    "and not when the event type was taken off, whatever the time of its last change: %o",
    async (columns) => {
      const { eventType, write } = await asked();
      const { id, updatedAt } = eventType;
      await db
        .update(bookingEventTypes)
        .set({ ...columns, updatedAt })
        .where(eq(bookingEventTypes.id, id));
      expect(await write()).toBeNull();
    },
  );

  it("and not when a calendar has grown too old whose host wants nothing offered then", async () => {
    const { workspace, owner, write } = await asked();
    const stale = { staleAt: new Date(now) };
    await createConnection(workspace, owner, { ...stale, staleStopsOffers: true, checkConflicts: false });
    await createConnection(workspace, owner, stale);
    expect(await write()).not.toBeNull();
    const again = await asked();
    await createConnection(again.workspace, again.owner, { ...stale, staleStopsOffers: true });
    expect(await again.write()).toBeNull();
  });
});

describe("an event type that has changed since it was read", () => {
  it("is asked anew, so that its present rules count", async () => {
    const { workspace, owner, eventType } = await office();
    const member = { userId: owner.id, role: "owner" as const };
    const change = (patch: Parameters<typeof changeEventType>[0]["patch"]) =>
      changeEventType({ workspaceId: workspace.id, id: eventType.id, member, patch });
    await change({ buffer_after: 20 });
    expect((await book({ eventType, input: wish(), locale: "en", now })).ok).toBe(true);
    const [claim] = await db.select().from(claims).where(eq(claims.workspaceId, workspace.id));
    expect(claim!.during).toBe('["2026-11-23 09:00:00+00","2026-11-23 09:50:00+00")');
    await change({ is_active: false });
    const later = wish({ start: "2026-11-23T12:00:00Z" });
    expect(await book({ eventType, input: later, locale: "en", now })).toEqual({ ok: false, reason: "not_bookable" });
  });
});

describe("an event type that keeps changing", () => {
  it.each([{}, { maxPerDay: 100 }])("is booked all the same: %o", async (columns) => {
    const { workspace, owner, eventType } = await office(columns);
    const member = { userId: owner.id, role: "owner" as const };
    let isOver = false;
    const change = async () => {
      for (let i = 0; !isOver; i++) {
        await changeEventType({ workspaceId: workspace.id, id: eventType.id, member, patch: { description: `${i}` } });
      }
    };
    const changes = Promise.all([change(), change()]);
    const starts = Array.from({ length: 14 }, (_, i) => new Date(start + i * 1_800_000).toISOString());
    const results = await Promise.all(
      starts.map((at) => book({ eventType, input: wish({ start: at }), locale: "en", now })),
    );
    isOver = true;
    await changes;
    expect(results.filter((result) => !result.ok)).toEqual([]);
  });

  it("is booked with its present hosts", async () => {
    const { workspace, owner, eventType } = await office();
    const other = await addMember(workspace);
    const member = { userId: owner.id, role: "owner" as const };
    const patch = { member_ids: [other.id] };
    await changeEventType({ workspaceId: workspace.id, id: eventType.id, member, patch });
    const order = { eventType, input: wish(), locale: "en", now };
    const refused = await book({ ...order, wish: { members: [owner.id] } });
    expect(refused).toMatchObject({ ok: false, reason: "host_not_offered", path: "members" });
    expect(await book(order)).toMatchObject({ ok: true, booking: { hostId: other.id } });
  });
});

describe("a move", () => {
  it("asks the event type's present rules", async () => {
    const { workspace, owner, eventType } = await office();
    const booking = await booked(eventType);
    const member = { userId: owner.id, role: "owner" as const };
    const patch = { excluded_dates: ["2026-11-24"], requires_confirmation: true };
    await changeEventType({ workspaceId: workspace.id, id: eventType.id, member, patch });
    const move = { booking, actor: { kind: "invitee" } as const, now };
    const excluded = await reschedule({ ...move, start: Date.parse("2026-11-24T09:00:00Z") });
    expect(excluded).toMatchObject({ ok: false, code: "excluded_date" });
    const asking = await reschedule({ ...move, start: Date.parse("2026-11-25T09:00:00Z") });
    expect(asking).toMatchObject({ ok: true, booking: { status: "pending" } });
  });

  it("goes nowhere when a host has no hours any more", async () => {
    const { workspace, owner, eventType } = await office();
    const booking = await booked(eventType);
    await db.delete(bookingSchedules).where(eq(bookingSchedules.userId, owner.id));
    const moved = await reschedule({
      booking,
      actor: { kind: "user", userId: owner.id },
      start: Date.parse("2026-11-25T09:00:00Z"),
      now,
    });
    expect(moved).toMatchObject({ ok: false, code: "outside_hours", alternatives: [] });
    expect(await db.$count(claims, eq(claims.workspaceId, workspace.id))).toBe(1);
  });
});
