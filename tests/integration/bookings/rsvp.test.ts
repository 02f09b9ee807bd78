import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, bookingRsvps, bookings, notifications } from "~db/schema";
import { cancel } from "~/domain/bookings/cancel.server";
import { callOff } from "~/domain/bookings/cancel-bookings.server";
import { finishBookings } from "~/domain/bookings/finish.server";
import { respondRsvp } from "~/domain/bookings/respond-rsvp.server";
import { confirm, decline } from "~/domain/bookings/respond.server";
import { findRsvp } from "~/domain/bookings/rsvps.server";
import { runJobs } from "../../support/jobs";
import { inOslo, now } from "../../support/orders";
import { actorOf, allHandsMeeting } from "./rsvp-studio";

describe("booking all hands", () => {
  it("asks each host by a mail with a key of their own, of which only the hash is kept", async () => {
    const { booking, mails, tokenOf, ada, tomas, answers } = await allHandsMeeting();
    expect(booking.status).toBe("pending");
    expect(await answers()).toEqual({ Ada: "pending", Tomás: "pending", Mei: "pending" });
    expect(await mails(0)).toEqual([
      "booking_requested_invitee Mei",
      "booking_rsvp_host Ada",
      "booking_rsvp_host Mei",
      "booking_rsvp_host Tomás",
    ]);
    const [one, other] = [await tokenOf(ada), await tokenOf(tomas)];
    expect(one!.length).toBeGreaterThanOrEqual(22);
    expect(one).not.toBe(other);
    const rows = await db.select().from(bookingRsvps).where(eq(bookingRsvps.bookingId, booking.id));
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain(one);
  });

  it("takes a host who books at their word, and an admin who is none of them not", async () => {
    const own = await allHandsMeeting({ by: "ada" });
    expect(await own.answers()).toEqual({ Ada: "confirmed", Tomás: "pending", Mei: "pending" });
    expect(await own.tokenOf(own.ada)).toBeUndefined();
    const admins = await allHandsMeeting({ by: "admin" });
    expect(Object.values(await admins.answers())).toEqual(["pending", "pending", "pending"]);
  });

  it("stands at once where the yes of the host who books it is enough, and the others are still asked", async () => {
    const { booking, mails, decline, mei, present } = await allHandsMeeting({ by: "ada", rsvpQuorum: "any" });
    expect(booking).toMatchObject({ status: "confirmed", confirmedAt: now });
    expect(await mails(0)).toEqual([
      "booking_confirmed_host Ada",
      "booking_confirmed_invitee Mei",
      "booking_rsvp_host Mei",
      "booking_rsvp_host Tomás",
    ]);
    expect((await decline(mei)).ok).toBe(true);
    expect((await present()).status).toBe("confirmed");
  });
});

describe("an answer", () => {
  it("confirms the meeting when it is the last one needed, tells everybody, and tells the organizer of those before", async () => {
    const { accept, ada, tomas, mei, mails, moves, present, booking } = await allHandsMeeting();
    expect(await accept(mei, "By train")).toMatchObject({ ok: true, booking: { status: "pending" } });
    await accept(tomas);
    expect(await accept(ada)).toMatchObject({ ok: true, booking: { status: "confirmed", confirmedAt: now } });
    expect(await mails(1)).toEqual([
      "booking_confirmed_host Ada",
      "booking_confirmed_host Mei",
      "booking_confirmed_host Tomás",
      "booking_confirmed_invitee Mei",
    ]);
    expect(await moves()).toEqual(["requested", "host_accepted", "host_accepted", "host_accepted", "confirmed"]);
    const lines = await db
      .select({ action: auditLog.action, actorId: auditLog.actorId })
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, booking.id), eq(auditLog.action, "booking.host_accepted")));
    expect(lines.map(({ actorId }) => actorId)).toEqual([mei.id, tomas.id, ada.id]);
    expect((await present()).attendees.filter(({ status }) => status !== "confirmed")).toEqual([]);
    const answered = await db
      .select()
      .from(notifications)
      .where(and(eq(notifications.bookingId, booking.id), eq(notifications.kind, "booking_answered_host")));
    expect(answered.map(({ recipient, payload }) => [recipient, payload.answeredBy, payload.reason]).sort()).toEqual([
      [ada.email, "Mei Lin", "By train"],
      [ada.email, "Tomás Figueiredo", ""],
    ]);
  });

  it("cancels the meeting when the quorum is out of reach, gives the time back, and tells each why", async () => {
    const { decline, tomas, mails, moves, present, claimed } = await allHandsMeeting();
    expect(await decline(tomas, "At sea")).toMatchObject({ ok: true, booking: { status: "cancelled" } });
    expect((await present()).cancellationReason).toBe("Not enough of its hosts said yes.");
    expect(await claimed()).toBe(0);
    expect(await mails(1)).toEqual([
      "booking_cancelled_host Ada",
      "booking_cancelled_host Mei",
      "booking_declined_invitee Mei",
    ]);
    expect(await moves()).toEqual(["requested", "host_declined", "declined"]);
  });

  it("of more than half or one needed lets the others carry on without who can't, whose time is free again", async () => {
    const { accept, decline, ada, tomas, mei, mails, claimed, answers } = await allHandsMeeting({
      rsvpQuorum: "majority",
    });
    expect(await decline(tomas)).toMatchObject({ booking: { status: "pending" } });
    expect(await claimed()).toBe(2);
    await accept(mei);
    expect(await accept(ada)).toMatchObject({ booking: { status: "confirmed" } });
    expect(await answers()).toEqual({ Ada: "confirmed", Tomás: "declined", Mei: "confirmed" });
    expect(await mails(1)).not.toContain("booking_confirmed_host Tomás");
    const any = await allHandsMeeting({ rsvpQuorum: "any" });
    await any.decline(any.ada);
    await any.decline(any.mei);
    expect((await any.present()).status).toBe("pending");
    expect(await any.decline(any.tomas)).toMatchObject({ booking: { status: "cancelled" } });
  });

  it("of the organizer passes the lead on, first to who said yes, and the new one is told", async () => {
    const { decline, accept, ada, tomas, mei, mails, present } = await allHandsMeeting({ rsvpQuorum: "majority" });
    await accept(mei);
    await decline(ada);
    expect((await present()).hostId).toBe(mei.id);
    expect(await mails(0)).toContain("booking_answered_host Mei");
    await accept(tomas);
    expect(await present()).toMatchObject({ status: "confirmed", hostId: mei.id });
  });

  it("of the organizer leaves the lead where it is, once the meeting stands or is lost", async () => {
    const lost = await allHandsMeeting();
    await lost.decline(lost.ada);
    expect(await lost.present()).toMatchObject({ status: "cancelled", hostId: lost.ada.id });
    const stands = await allHandsMeeting({ rsvpQuorum: "any" });
    await stands.accept(stands.mei);
    await stands.decline(stands.ada);
    expect(await stands.present()).toMatchObject({ status: "confirmed", hostId: stands.ada.id });
  });

  it("after enough have said yes changes the tally, tells the organizer and cancels nothing", async () => {
    const { accept, decline, ada, tomas, mei, mails, present, answers } = await allHandsMeeting({ rsvpQuorum: "any" });
    await accept(tomas);
    expect(await decline(mei)).toMatchObject({ ok: true, booking: { status: "confirmed" } });
    await decline(ada);
    expect(await answers()).toEqual({ Ada: "declined", Tomás: "confirmed", Mei: "declined" });
    expect((await present()).status).toBe("confirmed");
    expect((await mails(1)).filter((mail) => mail.startsWith("booking_answered"))).toEqual([
      "booking_answered_host Ada",
    ]);
  });

  it("is taken once by each key", async () => {
    const { accept, decline, mei, answers, moves } = await allHandsMeeting();
    await accept(mei);
    expect(await decline(mei)).toMatchObject({ ok: false, reason: "answered", said: "accepted" });
    expect((await answers()).Mei).toBe("confirmed");
    expect(await moves()).toEqual(["requested", "host_accepted"]);
  });

  it("is not taken by an unknown key, nor once the meeting is off or has begun", async () => {
    const unknown = { answer: "accepted", comment: "", now } as const;
    for (const token of ["x".repeat(43), "", "\u0000", "../x", "y".repeat(5000)])
      expect(await respondRsvp({ ...unknown, token })).toBeNull();
    const { booking, answer, tokenOf, accept, ada, tomas } = await allHandsMeeting();
    const late = await answer((await tokenOf(ada))!, "accept", "", booking.start);
    expect(late).toMatchObject({ ok: false, reason: "closed" });
    await cancel({ booking, reason: "", actor: { kind: "invitee" }, now });
    expect(await accept(tomas)).toMatchObject({ ok: false, reason: "closed", booking: { status: "cancelled" } });
  });
});

describe("the page and the API of a signed-in host", () => {
  it("answer for the host alone, by the same rules", async () => {
    const { booking, ada, tomas, mei, present, answers, accept } = await allHandsMeeting();
    expect(await confirm({ booking, actor: actorOf(ada), now })).toMatchObject({ ok: true });
    expect(await answers()).toEqual({ Ada: "confirmed", Tomás: "pending", Mei: "pending" });
    expect(await confirm({ booking, actor: actorOf(ada), now })).toMatchObject({ ok: false, reason: "answered" });
    expect(await accept(ada)).toMatchObject({ ok: false, reason: "answered" });
    expect((await present()).status).toBe("pending");
    await accept(tomas);
    expect(await decline({ booking, actor: actorOf(mei), reason: "Ill", now })).toMatchObject({
      ok: true,
      booking: { status: "cancelled" },
    });
    expect(await confirm({ booking, actor: actorOf(mei), now })).toMatchObject({ reason: "not_changeable" });
  });

  it("answer for nobody else, whoever it is", async () => {
    const { booking, admin, answers, present } = await allHandsMeeting();
    for (const deed of [confirm, decline])
      expect(await deed({ booking, actor: actorOf(admin), now })).toMatchObject({ ok: false, reason: "not_yours" });
    expect(Object.values(await answers())).toEqual(["pending", "pending", "pending"]);
    expect((await present()).status).toBe("pending");
  });

  it("take a no after a majority has said yes", async () => {
    const { booking, accept, ada, tomas, mei, answers } = await allHandsMeeting({ rsvpQuorum: "majority" });
    await accept(ada);
    await accept(tomas);
    expect(await decline({ booking, actor: actorOf(mei), now })).toMatchObject({ booking: { status: "confirmed" } });
    expect((await answers()).Mei).toBe("declined");
  });
});

describe("what time and others decide", () => {
  it("a meeting that too few have said yes to is cancelled when it would begin, and its keys are closed", async () => {
    const { booking, accept, ada, mei, tokenOf, present } = await allHandsMeeting();
    await accept(ada);
    await finishBookings(booking.start);
    expect((await present()).status).toBe("cancelled");
    expect((await findRsvp((await tokenOf(mei))!, booking.start))!.state).toBe("closed");
    const [mail] = await db
      .select()
      .from(notifications)
      .where(and(eq(notifications.bookingId, booking.id), eq(notifications.kind, "booking_cancelled_invitee")));
    expect(mail!.payload).toMatchObject({ tooFew: true });
  });

  it("a day that is cancelled cancels it for all, whoever would be enough", async () => {
    const { workspace, booking, ada, present, moves } = await allHandsMeeting({ rsvpQuorum: "any" });
    await callOff({ workspaceId: workspace.id, actorId: ada.id, reason: "Storm" }, booking.id, now);
    expect(await present()).toMatchObject({ status: "cancelled", cancellationReason: "Storm" });
    expect(await moves()).toEqual(["requested", "cancelled"]);
  });
});

describe("the mails", () => {
  it("reach each host with their own link; an invitee whom too few can meet gets the next times that suit all", async () => {
    // The worker has the real clock.
    const start = new Date(inOslo(10)).toISOString();
    const { booking, tomas, tokenOf } = await allHandsMeeting({ clock: Date.now(), input: { start } });
    const token = await tokenOf(tomas);
    await db.update(bookings).set({ locale: "de" }).where(eq(bookings.id, booking.id));
    await runJobs();
    const read = async (kind: (typeof notifications.$inferSelect)["kind"], recipient: string) =>
      (
        await db
          .select()
          .from(notifications)
          .where(and(eq(notifications.bookingId, booking.id), eq(notifications.kind, kind)))
      ).find((mail) => mail.recipient === recipient)!;
    const asked = await read("booking_rsvp_host", tomas.email);
    expect(asked.text).toContain(`/rsvp/${token}`);
    expect(asked.payload).not.toHaveProperty("token");
    await respondRsvp({ token: token!, answer: "declined", comment: "At sea", now: Date.now() });
    await runJobs();
    const told = await read("booking_declined_invitee", booking.inviteeEmail);
    expect(told.text).toContain("Zu wenige der Beteiligten haben zugesagt");
    expect(told.text).not.toContain("At sea");
    const times = [...told.text!.matchAll(/[?&]time=([^&\s]+)/g)].map(([, time]) =>
      Date.parse(decodeURIComponent(time!)),
    );
    expect(times.map((at) => (at - booking.start) / 1_800_000)).toEqual([-2, -1, 1, 2]);
  });
});
