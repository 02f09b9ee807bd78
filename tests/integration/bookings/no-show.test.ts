import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, notifications } from "~db/schema";
import { findBooking, listHistory } from "~/domain/bookings/bookings.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { complete } from "~/domain/bookings/finish.server";
import { markNoShows } from "~/domain/bookings/no-show.server";
import { loadNotification } from "~/domain/notifications/send.server";
import { booked, now, office } from "../../support/orders";

async function meeting(columns: Parameters<typeof office>[0] = {}) {
  const { owner, eventType } = await office(columns);
  const booking = await booked(eventType, { guests: ["guest@example.com"] });
  const actor = { kind: "user", userId: owner.id } as const;
  const [host, invitee, guest] = booking.attendees.map(({ id }) => id);
  const mark = (attendeeIds: string[], at = booking.start) => markNoShows({ booking, attendeeIds, actor, now: at });
  const moves = async () =>
    (await listHistory(booking.workspaceId, booking.id)).map(({ move, reason }) => [move, reason]);
  const absent = async () => {
    const { attendees } = (await findBooking(booking.workspaceId, booking.id))!;
    return attendees.flatMap(({ id, isNoShow }) => (isNoShow ? [id] : []));
  };
  return { owner, booking, actor, host: host!, invitee: invitee!, guest: guest!, mark, moves, absent };
}

describe("noting who did not come", () => {
  it("stands with the attendee, in the history with who noted it, and in the audit log", async () => {
    const { owner, booking, invitee, guest, mark, absent } = await meeting();
    expect(await mark([invitee])).toMatchObject({ ok: true });
    expect(await absent()).toEqual([invitee]);
    const [move] = await listHistory(booking.workspaceId, booking.id);
    expect(move).toMatchObject({ move: "no_show", actorId: owner.id, reason: "Mei Tanaka" });
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, booking.id));
    expect(lines.map(({ action }) => action)).toContain("booking.no_show");
    await mark([invitee, guest]);
    expect(await absent()).toEqual([invitee, guest]);
  });

  it("can be taken back, and says of each what changed", async () => {
    const { invitee, guest, mark, moves, absent } = await meeting();
    await mark([invitee]);
    await mark([guest]);
    expect(await absent()).toEqual([guest]);
    await mark([]);
    expect(await absent()).toEqual([]);
    expect(await moves()).toEqual([
      ["no_show_withdrawn", "guest@example.com"],
      ["no_show", "guest@example.com"],
      ["no_show_withdrawn", "Mei Tanaka"],
      ["no_show", "Mei Tanaka"],
      ["booked", null],
    ]);
  });

  it("changes nothing when it is said again, also twice at once", async () => {
    const { invitee, mark, moves } = await meeting();
    await Promise.all([mark([invitee]), mark([invitee])]);
    await mark([invitee]);
    expect((await moves()).map(([move]) => move)).toEqual(["no_show", "booked"]);
  });

  it("is not about hosts, nor about people of other meetings or none", async () => {
    const { host, mark, moves, absent } = await meeting();
    const other = await meeting();
    expect(await mark([host, other.invitee, "nobody", "\u0000"])).toMatchObject({ ok: true });
    expect([await absent(), await other.absent()]).toEqual([[], []]);
    expect(await moves()).toHaveLength(1);
  });

  it("is refused before the start, for a request, and for what was cancelled", async () => {
    const { booking, actor, invitee, mark, absent } = await meeting();
    expect(await mark([invitee], booking.start - 1)).toMatchObject({ ok: false, reason: "not_changeable" });
    const request = await meeting({ requiresConfirmation: true });
    expect(await request.mark([request.invitee])).toMatchObject({ ok: false, reason: "not_changeable" });
    await cancel({ booking, reason: "", actor, now });
    expect(await mark([invitee])).toMatchObject({ ok: false, booking: { status: "cancelled" } });
    expect(await absent()).toEqual([]);
  });

  it("is still possible when the meeting is over, and keeps the follow-up from an invitee who did not come", async () => {
    const { booking, actor, invitee, guest, mark } = await meeting({ emailFollowupEnabled: true });
    await complete({ booking, actor, now: booking.end });
    const mails = await db.select().from(notifications).where(eq(notifications.bookingId, booking.id));
    const followup = mails.find(({ kind }) => kind === "booking_followup_invitee")!;
    const turn = { notificationId: followup.id, round: followup.round, attempt: followup.attempts };
    await mark([guest], booking.end);
    expect(await loadNotification(turn, booking.end)).toMatchObject({ kind: "booking_followup_invitee" });
    expect(await mark([invitee, guest], booking.end)).toMatchObject({ ok: true });
    expect(await loadNotification(turn, booking.end)).toBeNull();
  });
});
