import { and, eq, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { claims, notifications } from "~db/schema";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { findRsvp } from "~/domain/bookings/rsvps.server";
import { leaveEventType } from "~/domain/event-types/leave-event-type.server";
import { changeMember } from "~/domain/workspaces/change-member.server";
import { removeMember } from "~/domain/workspaces/remove-member.server";
import { actorOf, allHandsMeeting, type User } from "../bookings/rsvp-studio";
import { now } from "../../support/orders";

const ways = ["deactivated", "removed", "made a client"] as const;
type Meeting = Awaited<ReturnType<typeof allHandsMeeting>>;

describe("who declined a meeting of all hands, and is then", () => {
  it.each(ways)("%s, has no place in it any more, and their key opens nothing", async (way) => {
    const meeting = await allHandsMeeting({ rsvpQuorum: "majority" });
    const key = (await meeting.tokenOf(meeting.tomas))!;
    await meeting.decline(meeting.tomas);
    expect(await go(meeting, meeting.tomas, way)).toEqual({ ok: true });
    expect(await meeting.answers()).toEqual({ Ada: "pending", Mei: "pending" });
    expect(await findRsvp(key, now)).toBeNull();
    expect(await meeting.moves()).toContain("host_declined");
  });

  it.each(ways)("%s, is not asked again when it is moved, and nobody waits for them", async (way) => {
    const meeting = await allHandsMeeting({ rsvpQuorum: "majority" });
    await meeting.decline(meeting.tomas);
    await go(meeting, meeting.tomas, way);
    const booking = await meeting.present();
    const moved = await reschedule({ booking, start: booking.start + 3_600_000, actor: { kind: "invitee" }, now });
    expect(moved).toMatchObject({ ok: true, isChanged: true });
    expect(await meeting.mails(booking.sequence + 1)).toEqual([
      "booking_rescheduled_invitee Mei",
      "booking_rsvp_host Ada",
      "booking_rsvp_host Mei",
    ]);
    const held = await db.select().from(claims).where(eq(claims.bookingId, booking.id));
    expect(held.map(({ hostId }) => hostId).sort()).toEqual([meeting.ada.id, meeting.mei.id].sort());
  });

  it.each(ways)("%s, is no longer counted: those who said yes may be enough of the others", async (way) => {
    const meeting = await allHandsMeeting({ rsvpQuorum: "majority", hostCount: 4 });
    await meeting.decline(meeting.tomas);
    await meeting.accept(meeting.ada);
    await meeting.accept(meeting.mei);
    expect((await meeting.present()).status).toBe("pending");
    await go(meeting, meeting.tomas, way);
    expect((await meeting.present()).status).toBe("confirmed");
    const told = and(eq(notifications.bookingId, meeting.booking.id), like(notifications.kind, "booking_confirmed_%"));
    const rows = await db.select().from(notifications).where(told);
    expect(rows.map(({ recipient }) => recipient)).not.toContain(meeting.tomas.email);
  });

  it("deactivated while their key is used once more, is told that they said no, or nothing any more", async () => {
    for (let round = 0; round < 20; round++) {
      const meeting = await allHandsMeeting({ rsvpQuorum: "majority" });
      const { tomas, answer } = meeting;
      const key = (await meeting.tokenOf(tomas))!;
      await meeting.decline(tomas);
      await takeOff(meeting, tomas);
      const again = Promise.all(Array.from({ length: 6 }, () => answer(key, "accept")));
      expect(await leave(meeting, tomas, "deactivated")).toEqual({ ok: true });
      for (const said of await again) if (said) expect(said).toMatchObject({ ok: false, reason: "answered" });
    }
  });

  it.each(ways)("%s while it is moved, is either asked again and stays, or goes and is not", async (way) => {
    for (let round = 0; round < 6; round++) {
      const meeting = await allHandsMeeting({ rsvpQuorum: "majority" });
      const { tomas } = meeting;
      await meeting.decline(tomas);
      const booking = await meeting.present();
      await takeOff(meeting, tomas);
      const start = booking.start + 3_600_000;
      const [moved, went] = await Promise.all([
        reschedule({ booking, start, actor: actorOf(meeting.ada), now }),
        leave(meeting, tomas, way),
      ]);
      expect(moved.ok).toBe(true);
      expect(went).toEqual(went.ok ? { ok: true } : { ok: false, reason: "has_bookings" });
      expect("Tomás" in (await meeting.answers())).toBe(!went.ok);
      expect(await meeting.claimed()).toBe(went.ok ? 2 : 3);
    }
  });
});

async function go(meeting: Meeting, user: User, way: (typeof ways)[number]) {
  await takeOff(meeting, user);
  return leave(meeting, user, way);
}

async function takeOff({ workspace, admin, eventType }: Meeting, { id: userId }: User) {
  const actor = { userId: admin.id, role: "owner" } as const;
  await leaveEventType({ workspaceId: workspace.id, id: eventType.id, actor, userId, followed: "by_others", now });
}

function leave({ workspace, admin }: Meeting, { id: userId }: User, way: (typeof ways)[number]) {
  const who = { workspaceId: workspace.id, actorId: admin.id, userId, now };
  if (way === "removed") return removeMember(who);
  return changeMember({ ...who, ...(way === "deactivated" ? { status: "deactivated" } : { role: "client" }) });
}
