import { describe, expect, it } from "vitest";
import { book } from "~/domain/bookings/book.server";
import { findBooking } from "~/domain/bookings/bookings.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { confirm } from "~/domain/bookings/respond.server";
import { booked, now, office, wish } from "../../support/orders";

const invitee = { kind: "invitee" } as const;
const hour = 3_600_000;

describe("an event type's policy", () => {
  it("lets the invitee cancel at the deadline, and not after it", async () => {
    const { eventType } = await office({ cancelNoticeHours: 24 });
    const booking = await booked(eventType);
    const deadline = booking.start - 24 * hour;
    const late = await cancel({ booking, reason: "", actor: invitee, now: deadline + 1 });
    expect(late).toMatchObject({ ok: false, reason: "too_late" });
    expect((await findBooking(booking.workspaceId, booking.id))!.status).toBe("confirmed");
    expect(await cancel({ booking, reason: "", actor: invitee, now: deadline })).toMatchObject({ ok: true });
  });

  it("lets the invitee move at the deadline of the time that it has, and not after it", async () => {
    const { eventType } = await office({ rescheduleNoticeHours: 24 });
    const booking = await booked(eventType);
    const deadline = booking.start - 24 * hour;
    const start = booking.start + hour;
    const late = await reschedule({ booking, start, actor: invitee, now: deadline + 1 });
    expect(late).toEqual({ ok: false, reason: "too_late" });
    expect((await findBooking(booking.workspaceId, booking.id))!.start).toBe(booking.start);
    expect(await reschedule({ booking, start, actor: invitee, now: deadline })).toMatchObject({ ok: true });
  });

  it("can keep invitees from it altogether, but never the host", async () => {
    const { eventType, owner } = await office({ inviteeMayCancel: false, inviteeMayReschedule: false });
    const booking = await booked(eventType);
    const start = booking.start + hour;
    expect(await cancel({ booking, reason: "ill", actor: invitee, now })).toMatchObject({ reason: "not_allowed" });
    expect(await reschedule({ booking, start, actor: invitee, now })).toEqual({ ok: false, reason: "not_allowed" });
    const host = { kind: "user", userId: owner.id } as const;
    const moved = await reschedule({ booking, start, actor: host, now: booking.start });
    if (!moved.ok) throw new Error(moved.reason);
    const cancelled = await cancel({ booking: moved.booking, reason: "", actor: host, now: booking.start });
    expect(cancelled).toMatchObject({ ok: true });
  });

  it("wants a reason of the invitee, and none of the host", async () => {
    const { eventType, owner } = await office({ requiresReason: true });
    const [booking, other] = [await booked(eventType), await booked(eventType, { start: "2026-11-23T12:00:00Z" })];
    const start = booking.start + hour;
    expect(await reschedule({ booking, start, actor: invitee, now })).toEqual({ ok: false, reason: "reason_required" });
    expect(await cancel({ booking, reason: " ", actor: invitee, now })).toMatchObject({ reason: "reason_required" });
    expect(await reschedule({ booking, start, reason: "train", actor: invitee, now })).toMatchObject({ ok: true });
    expect(await cancel({ booking, reason: "ill", actor: invitee, now })).toMatchObject({ ok: true });
    const host = { kind: "user", userId: owner.id } as const;
    expect(await cancel({ booking: other, reason: "", actor: host, now })).toMatchObject({ ok: true });
  });

  it("binds no request until the host has said yes", async () => {
    const { eventType, owner } = await office({ requiresConfirmation: true, inviteeMayCancel: false });
    const booking = await booked(eventType);
    await confirm({ booking, actor: { kind: "user", userId: owner.id }, now });
    expect(await cancel({ booking, reason: "", actor: invitee, now })).toMatchObject({ reason: "not_allowed" });
    const request = await book({ eventType, input: wish({ start: "2026-11-23T12:00:00Z" }), locale: "en", now });
    if (!request.ok) throw new Error(request.reason);
    expect(await cancel({ booking: request.booking, reason: "", actor: invitee, now })).toMatchObject({ ok: true });
  });
});
