import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import { reassign } from "~/domain/bookings/reassign.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { findRsvp } from "~/domain/bookings/rsvps.server";
import { loadNotification } from "~/domain/notifications/send.server";
import { writeMail } from "~/emails/mail";
import { firstTurn } from "../../support/mails";
import { now } from "../../support/orders";
import { actorOf, allHandsMeeting, type User } from "./rsvp-studio";

const hour = 3_600_000;
const invitee = { kind: "invitee" } as const;

type Meeting = Awaited<ReturnType<typeof allHandsMeeting>>;

function move({ booking }: Meeting, actor: Parameters<typeof reschedule>[0]["actor"], hours = 2) {
  return reschedule({ booking, start: booking.start + hours * hour, actor, reason: "A later train", now });
}

function handOver({ booking, ada }: Meeting, from: User, to: User) {
  return reassign({ booking, from: from.id, to: to.id, actor: actorOf(ada), now });
}

/** Whether the mail that asks this host would leave now. */
async function wouldLeave({ booking }: Meeting, { email }: User, sequence: number) {
  const isTheirs = and(eq(notifications.bookingId, booking.id), eq(notifications.recipient, email));
  const rows = await db.select().from(notifications).where(isTheirs);
  const mail = rows.find((row) => row.kind === "booking_rsvp_host" && row.payload.sequence === sequence)!;
  return (await loadNotification(firstTurn(mail.id), now)) !== null;
}

describe("moving a meeting of all hands", () => {
  it("asks everybody again, from when it was moved, and the keys from before open nothing", async () => {
    const meeting = await allHandsMeeting();
    const { accept, answer, tokenOf, ada, tomas, mei, answers, mails, present } = meeting;
    for (const who of [ada, tomas, mei]) await accept(who);
    const former = await tokenOf(mei);
    expect(await move(meeting, invitee)).toMatchObject({ ok: true, booking: { status: "pending", confirmedAt: now } });
    expect(await answers()).toEqual({ Ada: "pending", Tomás: "pending", Mei: "pending" });
    expect(await mails(2)).toEqual([
      "booking_rescheduled_invitee Mei",
      "booking_rsvp_host Ada",
      "booking_rsvp_host Mei",
      "booking_rsvp_host Tomás",
    ]);
    expect(await answer(former!, "decline")).toMatchObject({ ok: false, reason: "replaced" });
    expect(await findRsvp(former!, now)).toMatchObject({ state: "replaced", isHanded: false });
    for (const who of [ada, tomas, mei]) await accept(who);
    expect((await present()).status).toBe("confirmed");
  });

  it("takes the host who moves it at their word", async () => {
    const meeting = await allHandsMeeting();
    const { ada, answers, mails } = meeting;
    await move(meeting, actorOf(ada));
    expect(await answers()).toEqual({ Ada: "confirmed", Tomás: "pending", Mei: "pending" });
    expect(await mails(1)).toContain("booking_rescheduled_host Ada");
    const any = await allHandsMeeting({ rsvpQuorum: "any" });
    const moved = await move(any, actorOf(any.ada));
    expect(moved).toMatchObject({ ok: true, booking: { status: "confirmed", confirmedAt: now } });
  });

  it("there and back sends each host the newest mail only", async () => {
    const meeting = await allHandsMeeting();
    await move(meeting, invitee);
    await move(meeting, invitee, 0);
    expect([await wouldLeave(meeting, meeting.mei, 0), await wouldLeave(meeting, meeting.mei, 2)]).toEqual([
      false,
      true,
    ]);
  });

  it("says in the mail from when, with the file for whoever has it in a calendar", async () => {
    const meeting = await allHandsMeeting({ by: "ada", rsvpQuorum: "any" });
    await move(meeting, actorOf(meeting.ada));
    const isTheirs = and(
      eq(notifications.bookingId, meeting.booking.id),
      eq(notifications.recipient, meeting.mei.email),
    );
    const rows = await db.select().from(notifications).where(isTheirs);
    const mail = rows.find(({ payload }) => payload.sequence === 1)!;
    const due = (await loadNotification(firstTurn(mail.id), now))!;
    const { text, ics } = writeMail(due, { appUrl: "http://localhost:3000", now });
    expect(text).toContain("Ada Okafor moved this meeting.");
    expect(text).toContain("Before: Mon 23 Nov, 10:00");
    expect(text).toContain("The attached file moves it in your calendar.");
    expect(ics).toContain("METHOD:REQUEST");
  });
});

describe("handing over a place of all hands", () => {
  it("asks the successor while it waits, and the former host's key is out of use", async () => {
    const meeting = await allHandsMeeting();
    const { accept, answer, tokenOf, ada, tomas, mei, kim, answers, mails, present } = meeting;
    await accept(mei);
    const former = (await tokenOf(tomas))!;
    expect((await handOver(meeting, tomas, kim)).ok).toBe(true);
    expect(await mails(1)).toEqual([
      "booking_reassigned_host Ada",
      "booking_reassigned_host Mei",
      "booking_reassigned_invitee Mei",
      "booking_rsvp_host Kim",
      "booking_unassigned_host Tomás",
    ]);
    expect(await answer(former, "decline")).toMatchObject({ ok: false, reason: "replaced" });
    expect(await findRsvp(former, now)).toMatchObject({ state: "replaced", isHanded: true });
    await accept(kim);
    await accept(ada);
    expect(await answers()).toEqual({ Ada: "confirmed", Kim: "confirmed", Mei: "confirmed" });
    expect((await present()).status).toBe("confirmed");
  });

  it("asks the successor of who has said yes too, as long as it waits", async () => {
    const meeting = await allHandsMeeting();
    await meeting.accept(meeting.mei);
    await handOver(meeting, meeting.mei, meeting.kim);
    expect((await meeting.answers()).Kim).toBe("pending");
    expect(await meeting.tokenOf(meeting.kim)).toBeDefined();
  });

  it("keeps a yes once the meeting stands, and asks the successor of anybody else", async () => {
    const meeting = await allHandsMeeting({ rsvpQuorum: "majority" });
    const { accept, decline, ada, tomas, mei, kim, answers, tokenOf, claimed } = meeting;
    await accept(ada);
    await accept(tomas);
    await decline(mei);
    await handOver(meeting, mei, kim);
    expect(await answers()).toEqual({ Ada: "confirmed", Tomás: "confirmed", Kim: "pending" });
    expect(await claimed()).toBe(3);
    await accept(kim);
    await handOver(meeting, kim, mei);
    expect(await answers()).toEqual({ Ada: "confirmed", Tomás: "confirmed", Mei: "confirmed" });
    expect((await findRsvp((await tokenOf(kim))!, now))!.state).toBe("replaced");
  });

  it("leaves the others' mails that are still on their way as true as they were", async () => {
    const meeting = await allHandsMeeting();
    const { ada, tomas, mei, kim } = meeting;
    await handOver(meeting, tomas, kim);
    expect(await wouldLeave(meeting, mei, 0)).toBe(true);
    expect(await wouldLeave(meeting, tomas, 0)).toBe(false);
    expect(await wouldLeave(meeting, kim, 1)).toBe(true);
    await meeting.accept(ada);
    expect(await wouldLeave(meeting, ada, 0)).toBe(false);
  });
});
