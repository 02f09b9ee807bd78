import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client, db } from "~db/client";
import { bookings, claims, notifications } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { findBooking, listHistory } from "~/domain/bookings/bookings.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { finishBookings } from "~/domain/bookings/finish.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { confirm, decline } from "~/domain/bookings/respond.server";
import { booked, monday, now, office, wish } from "../../support/orders";

const invitee = { kind: "invitee" } as const;
const hour = 3_600_000;

async function mailsOf(bookingId: string) {
  const rows = await db.select().from(notifications).where(eq(notifications.bookingId, bookingId));
  return rows.map((row) => row.kind).sort();
}

function claimsOf(bookingId: string) {
  return db.$count(claims, eq(claims.bookingId, bookingId));
}

describe("rescheduling", () => {
  it("keeps id and uid, moves the claim, raises the sequence and tells everybody", async () => {
    const { eventType } = await office();
    const booking = await booked(eventType);
    const move = { booking, start: Date.parse(monday) + hour, actor: invitee, reason: "train", now: now + 1 };
    const moved = await reschedule(move);
    if (!moved.ok) throw new Error(moved.reason);
    expect(moved.booking).toMatchObject({ id: booking.id, uid: booking.uid, sequence: 1, status: "confirmed" });
    expect(moved.booking.end - moved.booking.start).toBe(30 * 60_000);
    expect(await claimsOf(booking.id)).toBe(1);
    expect(await mailsOf(booking.id)).toContain("booking_rescheduled_host");
    const [latest] = await listHistory(booking.workspaceId, booking.id);
    expect(latest).toMatchObject({ move: "rescheduled", actorKind: "invitee", reason: "train" });
  });

  it("to the time that it has changes nothing and says so", async () => {
    const { eventType } = await office();
    const booking = await booked(eventType);
    const same = await reschedule({ booking, start: booking.start, actor: invitee, now });
    expect(same).toMatchObject({ ok: true, isChanged: false, booking: { sequence: 0 } });
  });

  it("may overlap its own old time", async () => {
    const { eventType } = await office({ durationMinutes: 60, slotIntervalMinutes: 15, bufferAfter: 30 });
    const booking = await booked(eventType);
    const moved = await reschedule({ booking, start: Date.parse(monday) + hour / 4, actor: invitee, now });
    expect(moved.ok).toBe(true);
  });

  it("keeps the old time when the new one is taken, and offers others", async () => {
    const { eventType } = await office();
    const booking = await booked(eventType);
    await booked(eventType, { start: "2026-11-23T10:00:00Z" });
    const moved = await reschedule({ booking, start: Date.parse(monday) + hour, actor: invitee, now });
    expect(moved).toMatchObject({ ok: false, reason: "slot_unavailable", code: "claimed" });
    if (!moved.ok && moved.reason === "slot_unavailable") expect(moved.alternatives).toHaveLength(4);
    expect((await findBooking(booking.workspaceId, booking.id))!.start).toBe(booking.start);
    expect(await claimsOf(booking.id)).toBe(1);
  });

  it("asks for confirmation again where the event type does", async () => {
    const { eventType, owner } = await office({ requiresConfirmation: true });
    const booking = await booked(eventType);
    await confirm({ booking, actor: { kind: "user", userId: owner.id }, now });
    const moved = await reschedule({ booking, start: Date.parse(monday) + hour, actor: invitee, now });
    expect(moved).toMatchObject({ ok: true, booking: { status: "pending" } });
  });

  it("lets one of two bookings have a time that both want", async () => {
    const { eventType } = await office();
    const first = await booked(eventType);
    const second = await booked(eventType, { start: "2026-11-23T11:00:00Z" });
    const start = Date.parse("2026-11-23T13:00:00Z");
    const results = await Promise.all(
      [first, second].map((booking) => reschedule({ booking, start, actor: invitee, now })),
    );
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  });

  it("is refused once the booking is cancelled or over", async () => {
    const { eventType } = await office();
    const booking = await booked(eventType);
    const late = await reschedule({ booking, start: booking.start + hour, actor: invitee, now: booking.end });
    expect(late).toEqual({ ok: false, reason: "not_changeable" });
    await cancel({ booking, reason: "", actor: invitee, now });
    const gone = await reschedule({ booking, start: booking.start + hour, actor: invitee, now });
    expect(gone).toEqual({ ok: false, reason: "not_changeable" });
  });
});

describe("cancelling", () => {
  it("keeps the reason, frees the time and tells everybody once, however often it is done", async () => {
    const { eventType } = await office();
    const booking = await booked(eventType);
    const results = await Promise.all([1, 2, 3].map(() => cancel({ booking, reason: "ill", actor: invitee, now })));
    expect(results.every((result) => result.ok && result.booking.status === "cancelled")).toBe(true);
    expect(results.filter((result) => result.ok && result.isChanged)).toHaveLength(1);
    expect(results[0]!.booking).toMatchObject({ cancellationReason: "ill", sequence: 1 });
    expect(await claimsOf(booking.id)).toBe(0);
    expect((await mailsOf(booking.id)).filter((kind) => kind.startsWith("booking_cancelled"))).toEqual([
      "booking_cancelled_host",
      "booking_cancelled_invitee",
    ]);
  });

  it("is refused for a meeting that is over", async () => {
    const { eventType } = await office();
    const booking = await booked(eventType);
    expect(await cancel({ booking, reason: "", actor: invitee, now: booking.end })).toMatchObject({ ok: false });
  });
});

describe("answering a request", () => {
  it("is done once: a second yes or no is refused, and the first one stands", async () => {
    const { eventType, owner } = await office({ requiresConfirmation: true });
    const booking = await booked(eventType);
    const answer = { booking, actor: { kind: "user", userId: owner.id } as const, now };
    expect(await confirm(answer)).toMatchObject({ ok: true, booking: { status: "confirmed" } });
    const second = { ok: false, reason: "not_changeable", booking: { status: "confirmed", sequence: 1 } };
    expect(await confirm(answer)).toMatchObject(second);
    expect(await decline({ ...answer, reason: "" })).toMatchObject(second);
  });

  it("lets one of a confirm and a decline win, and tells the other", async () => {
    const { eventType, owner } = await office({ requiresConfirmation: true });
    const booking = await booked(eventType);
    const actor = { kind: "user", userId: owner.id } as const;
    const results = await Promise.all([
      confirm({ booking, actor, now }),
      decline({ booking, reason: "away", actor, now }),
    ]);
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
    const after = (await findBooking(booking.workspaceId, booking.id))!;
    expect(await claimsOf(booking.id)).toBe(after.status === "confirmed" ? 1 : 0);
  });

  it("declining frees the time and gives the invitee the reason", async () => {
    const { eventType, owner } = await office({ requiresConfirmation: true });
    const booking = await booked(eventType);
    await decline({ booking, reason: "away", actor: { kind: "user", userId: owner.id }, now });
    expect(await mailsOf(booking.id)).toEqual([
      "booking_declined_invitee",
      "booking_requested_host",
      "booking_requested_invitee",
    ]);
    expect((await book({ eventType, input: wish(), locale: "en", now })).ok).toBe(true);
  });

  it("is too late once the meeting would have begun", async () => {
    const { eventType, owner } = await office({ requiresConfirmation: true });
    const booking = await booked(eventType);
    const late = await confirm({ booking, actor: { kind: "user", userId: owner.id }, now: booking.start });
    expect(late).toMatchObject({ ok: false, reason: "not_changeable" });
  });
});

describe("guests", () => {
  const guests = ["guest@example.com"];
  const toGuests = async (id: string) => (await mailsOf(id)).filter((kind) => kind.endsWith("_guest"));

  it("hear nothing of a request that moves and ends without ever being a meeting", async () => {
    const { eventType } = await office({ requiresConfirmation: true });
    const booking = await booked(eventType, { guests });
    await reschedule({ booking, start: booking.start + hour, actor: invitee, now });
    await cancel({ booking, reason: "", actor: invitee, now });
    expect(await toGuests(booking.id)).toEqual([]);
  });

  it("hear of everything from the moment when it is one", async () => {
    const { eventType } = await office({ requiresConfirmation: true });
    const booking = await booked(eventType, { guests });
    await confirm({ booking, actor: invitee, now });
    await reschedule({ booking, start: booking.start + hour, actor: invitee, now });
    await cancel({ booking, reason: "", actor: invitee, now });
    const kinds = ["booking_cancelled_guest", "booking_confirmed_guest", "booking_rescheduled_guest"];
    expect(await toGuests(booking.id)).toEqual(kinds);
  });
});

describe("declining what had been a meeting", () => {
  it("tells everybody who may have it in a calendar, and takes it out there", async () => {
    const { eventType, owner } = await office({ requiresConfirmation: true });
    const booking = await booked(eventType, { guests: ["guest@example.com"] });
    const host = { kind: "user", userId: owner.id } as const;
    await confirm({ booking, actor: host, now });
    await reschedule({ booking, start: booking.start + hour, actor: invitee, now });
    const declined = await decline({ booking, reason: "No room", actor: host, now });
    expect(declined.ok).toBe(true);
    const mails = await mailsOf(booking.id);
    expect(mails).toEqual(
      expect.arrayContaining(["booking_declined_invitee", "booking_cancelled_host", "booking_cancelled_guest"]),
    );
    expect(mails).not.toContain("booking_cancelled_invitee");
  });

  it("tells nobody but the invitee of a request that its one host declines", async () => {
    const { eventType, owner } = await office({ requiresConfirmation: true });
    const booking = await booked(eventType, { guests: ["guest@example.com"] });
    await decline({ booking, reason: "", actor: { kind: "user", userId: owner.id }, now });
    const mails = (await mailsOf(booking.id)).filter((kind) => !kind.includes("requested"));
    expect(mails).toEqual(["booking_declined_invitee"]);
  });
});

describe("what time decides", () => {
  it("completes a confirmed meeting after its end and not before", async () => {
    const { eventType } = await office();
    const booking = await booked(eventType);
    await finishBookings(booking.end - 1);
    expect((await findBooking(booking.workspaceId, booking.id))!.status).toBe("confirmed");
    await finishBookings(booking.end);
    expect((await findBooking(booking.workspaceId, booking.id))!.status).toBe("completed");
    expect(await claimsOf(booking.id)).toBe(0);
  });

  it("goes on after one that throws each time, and throws when all had their turn", async () => {
    const { eventType } = await office();
    const [later, broken] = [await booked(eventType, { start: "2026-11-23T12:00:00Z" }), await booked(eventType)];
    await db.update(bookings).set({ notes: "broken" }).where(eq(bookings.id, broken.id));
    await client.unsafe(`
      create function break_it() returns trigger language plpgsql as $$ begin raise 'broken'; end $$;
      create trigger break_it before update on bookings
      for each row when (new.notes = 'broken') execute function break_it()`);
    await expect(finishBookings(later.end)).rejects.toThrow(/^1 of \d+ bookings are not finished$/);
    await client.unsafe("drop function break_it cascade");
    const statuses = [later, broken].map(async ({ workspaceId, id }) => (await findBooking(workspaceId, id))!.status);
    expect(await Promise.all(statuses)).toEqual(["completed", "confirmed"]);
  });

  it("cancels a request that nobody answered when its start comes, and tells the invitee", async () => {
    const { eventType } = await office({ requiresConfirmation: true });
    const booking = await booked(eventType);
    await Promise.all([finishBookings(booking.start), finishBookings(booking.start)]);
    const [row] = await db.select().from(bookings).where(eq(bookings.id, booking.id));
    expect(row).toMatchObject({ status: "cancelled", sequence: 1 });
    expect((await listHistory(booking.workspaceId, booking.id)).map(({ move }) => move)).toEqual([
      "expired",
      "requested",
    ]);
    expect(await mailsOf(booking.id)).toContain("booking_cancelled_invitee");
  });
});
