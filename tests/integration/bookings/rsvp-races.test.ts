import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes, bookingRsvps } from "~db/schema";
import { cancel } from "~/domain/bookings/cancel.server";
import { finishBookings } from "~/domain/bookings/finish.server";
import { reassign } from "~/domain/bookings/reassign.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { confirm } from "~/domain/bookings/respond.server";
import { outcomeOf } from "~/domain/bookings/rsvp";
import { findRsvp } from "~/domain/bookings/rsvps.server";
import { quorums } from "~/domain/event-types/event-type";
import { now } from "../../support/orders";
import { actorOf, allHandsMeeting } from "./rsvp-studio";

const hour = 3_600_000;
const rounds = [0, 1, 2, 3, 4];

type Meeting = Awaited<ReturnType<typeof allHandsMeeting>>;

/** What must be so after whatever has happened at once. */
async function expectSound({ booking, present, claimed, moves }: Meeting) {
  const { status, attendees, eventType } = await present();
  const answers = attendees.filter(({ kind }) => kind === "host").map((host) => host.status);
  const outcome = outcomeOf(eventType.rsvpQuorum, answers);
  if (status === "pending") expect(outcome).toBe("open");
  if (status === "confirmed") expect(outcome).toBe("reached");
  const coming = answers.filter((answer) => answer !== "declined").length;
  expect(await claimed()).toBe(status === "cancelled" ? 0 : coming);
  const settled = (await moves()).filter((move) => ["confirmed", "declined", "cancelled", "expired"].includes(move));
  expect(settled.filter((move) => move === "confirmed").length).toBeLessThanOrEqual(1);
  expect(settled.length).toBe(new Set(settled).size);
  const open = await db
    .select({ attendeeId: bookingRsvps.attendeeId })
    .from(bookingRsvps)
    .where(and(eq(bookingRsvps.bookingId, booking.id), isNull(bookingRsvps.replacedAt), isNull(bookingRsvps.response)));
  const waiting = attendees.filter((each) => each.kind === "host" && each.status === "pending").map(({ id }) => id);
  expect(open.map(({ attendeeId }) => attendeeId).sort()).toEqual(waiting.sort());
}

describe.each(quorums)("where the quorum is %s", (rsvpQuorum) => {
  it("three answers at once count each, and the meeting is decided once", async () => {
    for (const responses of [
      ["accept", "accept", "accept"],
      ["accept", "decline", "accept"],
      ["decline", "decline", "accept"],
      ["decline", "decline", "decline"],
    ] as const) {
      const meeting = await allHandsMeeting({ rsvpQuorum });
      const { answer, tokenOf, ada, tomas, mei, present } = meeting;
      const tokens = await Promise.all([ada, tomas, mei].map(tokenOf));
      await Promise.all(tokens.map((token, index) => answer(token!, responses[index]!)));
      await expectSound(meeting);
      const yes = responses.filter((response) => response === "accept").length;
      const takesPlace = { all: yes === 3, majority: yes >= 2, any: yes >= 1 }[rsvpQuorum];
      expect((await present()).status).toBe(takesPlace ? "confirmed" : "cancelled");
    }
  });

  it("one key used twice at once takes one answer", async () => {
    for (const round of rounds) {
      const meeting = await allHandsMeeting({ rsvpQuorum });
      const token = (await meeting.tokenOf(meeting.mei))!;
      const results = await Promise.all([
        meeting.answer(token, "accept"),
        meeting.answer(token, round % 2 ? "accept" : "decline"),
      ]);
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "answered" });
      expect((await meeting.moves()).filter((move) => move.startsWith("host_"))).toHaveLength(1);
      await expectSound(meeting);
    }
  });

  it("the page and the mail of one host take one answer", async () => {
    const meeting = await allHandsMeeting({ rsvpQuorum });
    const token = (await meeting.tokenOf(meeting.mei))!;
    const results = await Promise.all([
      meeting.answer(token, "accept"),
      confirm({ booking: meeting.booking, actor: actorOf(meeting.mei), now }),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    await expectSound(meeting);
  });

  it("an answer and a cancellation leave it cancelled", async () => {
    for (const round of rounds) {
      const meeting = await allHandsMeeting({ rsvpQuorum });
      const token = (await meeting.tokenOf(meeting.mei))!;
      const deeds = [
        () => meeting.answer(token, "accept"),
        () => cancel({ booking: meeting.booking, reason: "", actor: { kind: "invitee" }, now }),
      ];
      if (round % 2) deeds.reverse();
      const results = await Promise.all(deeds.map((deed) => deed()));
      const answered = results[round % 2 ? 1 : 0]!;
      if (!answered.ok) expect(answered).toMatchObject({ reason: "closed" });
      expect((await meeting.present()).status).toBe("cancelled");
      expect(await meeting.claimed()).toBe(0);
    }
  });

  it("an answer and a move: it counts for the time that it was asked for, or for none", async () => {
    for (const round of rounds) {
      const meeting = await allHandsMeeting({ rsvpQuorum });
      const token = (await meeting.tokenOf(meeting.mei))!;
      const start = meeting.booking.start + 2 * hour;
      const move = () => reschedule({ booking: meeting.booking, start, actor: { kind: "invitee" }, now });
      const say = () => meeting.answer(token, round === 2 ? "decline" : "accept");
      const [first, second] = await Promise.all(round % 2 ? [move(), say()] : [say(), move()]);
      const answered = round % 2 ? second : first;
      const moved = round % 2 ? first : second;
      const after = await meeting.present();
      if (moved.ok) {
        if (!answered.ok) expect(answered).toMatchObject({ reason: "replaced" });
        expect(after).toMatchObject({ start, status: "pending" });
        expect(Object.values(await meeting.answers())).toEqual(["pending", "pending", "pending"]);
        expect(await meeting.answer(token, "accept")).toMatchObject({ ok: false, reason: "replaced" });
      } else expect(after.status).toBe("cancelled");
      await expectSound(meeting);
    }
  });

  it("an answer and a handover of that place: whoever has it now is asked, or keeps what the meeting stands on", async () => {
    for (const round of rounds) {
      const meeting = await allHandsMeeting({ rsvpQuorum });
      const token = (await meeting.tokenOf(meeting.mei))!;
      const { booking, ada, mei, kim } = meeting;
      const give = () => reassign({ booking, from: mei.id, to: kim.id, actor: actorOf(ada), now });
      const say = () => meeting.answer(token, "accept");
      const [first, second] = await Promise.all(round % 2 ? [give(), say()] : [say(), give()]);
      const answered = round % 2 ? second : first;
      expect((round % 2 ? first : second).ok).toBe(true);
      if (!answered.ok) expect(answered).toMatchObject({ reason: "replaced" });
      const isSettled = answered.ok && rsvpQuorum === "any";
      expect((await meeting.answers()).Kim).toBe(isSettled ? "confirmed" : "pending");
      await expectSound(meeting);
    }
  });

  it("an answer and the moment at which it would begin decide it once", async () => {
    const meeting = await allHandsMeeting({ rsvpQuorum });
    const { booking, tokenOf, answer, ada, tomas, mei } = meeting;
    const [one, two, three] = await Promise.all([ada, tomas, mei].map(tokenOf));
    await Promise.all([
      ...[one, two, three].map((token) => answer(token!, "accept", "", booking.start - 1)),
      finishBookings(booking.start),
    ]);
    await expectSound(meeting);
  });
});

describe("a key that is read while its meeting is moved", () => {
  it("opens the place as it was before, or nothing any more", async () => {
    for (let round = 0; round < 4; round++) {
      const meeting = await allHandsMeeting();
      const { ada, eventType, booking, tokenOf } = meeting;
      const token = (await tokenOf(ada))!;
      // Now one of its hosts answers for all, so that nobody is asked anew.
      await db
        .update(bookingEventTypes)
        .set({ assignmentType: "round_robin" })
        .where(eq(bookingEventTypes.id, eventType.id));
      let isMoved = false;
      const look = async () => {
        const seen = [];
        while (!isMoved) seen.push((await findRsvp(token, now))!);
        return seen;
      };
      const looks = Promise.all(Array.from({ length: 6 }, look));
      await reschedule({ booking, start: booking.start + hour, actor: actorOf(ada), now });
      isMoved = true;
      for (const { state, place } of (await looks).flat()) expect([state, !!place]).toEqual([state, state === "open"]);
    }
  });
});
