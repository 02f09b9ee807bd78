import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { claims } from "~db/schema";
import { findBooking, listHistory } from "~/domain/bookings/bookings.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { finishBookings } from "~/domain/bookings/finish.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { confirm, decline } from "~/domain/bookings/respond.server";
import { addMember } from "../../support/factories";
import { booked, now, office } from "../../support/orders";

const invitee = { kind: "invitee" } as const;

/** A request that its host and an admin may answer, and the invitee take back. */
async function request() {
  const { workspace, owner, eventType } = await office({ requiresConfirmation: true });
  const admin = await addMember(workspace, { role: "admin" });
  const booking = await booked(eventType);
  const [host, colleague] = [owner, admin].map(({ id }) => ({ kind: "user", userId: id }) as const);
  const present = async () => (await findBooking(booking.workspaceId, booking.id))!;
  const moves = async () =>
    (await listHistory(booking.workspaceId, booking.id)).map(({ move, actorId }) => [move, actorId]).reverse();
  const held = () => db.$count(claims, eq(claims.bookingId, booking.id));
  return { booking, host: host!, colleague: colleague!, present, moves, held };
}

describe("of two at once one wins, and the other learns what came before", () => {
  it("two who confirm", async () => {
    const { booking, host, colleague, moves, held } = await request();
    const results = await Promise.all([
      confirm({ booking, actor: host, now }),
      confirm({ booking, actor: colleague, now }),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const refused = results.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ reason: "not_changeable", booking: { status: "confirmed", sequence: 1 } });
    const winner = results[0].ok ? host : colleague;
    expect(await moves()).toEqual([
      ["requested", null],
      ["confirmed", winner.userId],
    ]);
    expect(await held()).toBe(1);
  });

  it("one who confirms and one who declines", async () => {
    const { booking, host, colleague, present, moves, held } = await request();
    const results = await Promise.all([
      confirm({ booking, actor: host, now }),
      decline({ booking, reason: "Away", actor: colleague, now }),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const [isConfirmed] = results.map(({ ok }) => ok);
    const { status } = await present();
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "not_changeable", booking: { status } });
    expect(status).toBe(isConfirmed ? "confirmed" : "cancelled");
    expect((await moves()).map(([move]) => move)).toEqual(["requested", isConfirmed ? "confirmed" : "declined"]);
    expect(await held()).toBe(isConfirmed ? 1 : 0);
  });

  it("a host who confirms and an invitee who takes it back: it is cancelled, and never confirmed after that", async () => {
    for (const order of ["confirm", "cancel", "confirm", "cancel"]) {
      const { booking, host, present, moves, held } = await request();
      const confirming = () => confirm({ booking, actor: host, now });
      const cancelling = () => cancel({ booking, reason: "", actor: invitee, now });
      const deeds = order === "confirm" ? [confirming, cancelling] : [cancelling, confirming];
      const results = await Promise.all(deeds.map((deed) => deed()));
      const confirmed = results[order === "confirm" ? 0 : 1]!;
      expect(results[order === "confirm" ? 1 : 0]).toMatchObject({ ok: true, booking: { status: "cancelled" } });
      if (!confirmed.ok) {
        expect(confirmed).toMatchObject({ reason: "not_changeable", booking: { status: "cancelled" } });
      }
      const names = (await moves()).map(([move]) => move);
      expect(names).toEqual(["requested", ...(confirmed.ok ? ["confirmed"] : []), "cancelled"]);
      expect([(await present()).status, await held()]).toEqual(["cancelled", 0]);
    }
  });

  it("a host who confirms and the moment at which nobody has", async () => {
    const { booking, host, present, moves, held } = await request();
    const [confirmed] = await Promise.all([
      confirm({ booking, actor: host, now: booking.start - 1 }),
      finishBookings(booking.start),
    ]);
    const names = (await moves()).map(([move]) => move);
    expect(names).toEqual(["requested", confirmed.ok ? "confirmed" : "expired"]);
    expect((await present()).status).toBe(confirmed.ok ? "confirmed" : "cancelled");
    expect(await held()).toBe(confirmed.ok ? 1 : 0);
  });

  it("two who move one meeting to different times: both moves hold, one after the other, with one claim", async () => {
    const { eventType } = await office();
    const booking = await booked(eventType);
    const hour = 3_600_000;
    const results = await Promise.all(
      [1, 2].map((hours) => reschedule({ booking, start: booking.start + hours * hour, actor: invitee, now })),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    const after = (await findBooking(booking.workspaceId, booking.id))!;
    const [last, before] = await listHistory(booking.workspaceId, booking.id);
    expect([last!.startAfter!.getTime(), last!.startBefore]).toEqual([after.start, before!.startAfter]);
    expect(after.sequence).toBe(2);
    expect(await db.$count(claims, eq(claims.bookingId, booking.id))).toBe(1);
  });

  it("two who move one meeting to the same time: it moves once", async () => {
    const { eventType } = await office();
    const booking = await booked(eventType);
    const move = { booking, start: booking.start + 3_600_000, actor: invitee, now };
    const results = await Promise.all([reschedule(move), reschedule(move)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect((await listHistory(booking.workspaceId, booking.id)).map((each) => each.move)).toEqual([
      "rescheduled",
      "booked",
    ]);
  });

  it("one who moves and one who cancels: no claim is left", async () => {
    const { eventType } = await office();
    const booking = await booked(eventType);
    const [moved, cancelled] = await Promise.all([
      reschedule({ booking, start: booking.start + 3_600_000, actor: invitee, now }),
      cancel({ booking, reason: "", actor: invitee, now }),
    ]);
    expect(cancelled.ok).toBe(true);
    if (!moved.ok) expect(moved.reason).toBe("not_changeable");
    expect(await db.$count(claims, eq(claims.bookingId, booking.id))).toBe(0);
  });
});
