import { describe, expect, it } from "vitest";
import { mailRows } from "~/components/booking-mails";
import { aheadRows } from "~/components/mails-ahead";
import type { BookingMail } from "~/domain/notifications/for-booking.server";
import type { Booking } from "~/domain/bookings/booking";

const now = Date.parse("2026-11-18T09:42:00Z");
const clock = { zone: "Europe/Oslo", locale: "en", now };
const minute = 60_000;
const hour = 60 * minute;

function row(given: Partial<BookingMail>) {
  const mail: BookingMail = {
    id: "mail",
    kind: "booking_confirmed_invitee",
    recipient: "mei@example.com",
    recipientName: "Mei Tanaka",
    state: "sent",
    round: 0,
    attempts: 1,
    lastError: null,
    answer: null,
    providerId: null,
    createdAt: now - 2 * minute,
    dueAt: now - 2 * minute,
    nextTryAt: null,
    finishedAt: now - minute,
    isOvertaken: false,
    ...given,
  };
  return mailRows([mail], "booking", clock)[0]!;
}

function words(given: Partial<BookingMail>) {
  const { state, words } = row(given);
  return [state, words];
}

describe("a mail on the page of its booking", () => {
  it("says what it is, to whom, and what the mail service said", () => {
    const sent = row({ answer: "250 queued" });
    expect([sent.title, sent.to, sent.answer]).toEqual(["Mail “Confirmed”", "Mei Tanaka", "250 queued"]);
    expect(row({ recipientName: "" }).to).toBe("mei@example.com");
  });

  it("says when it left and after how many tries", () => {
    expect(words({})).toEqual(["done", "Sent Wed 18 Nov, 10:41"]);
    expect(words({ attempts: 3, round: 1 })).toEqual(["done", "Sent again Wed 18 Nov, 10:41, after 3 tries"]);
    expect(words({ state: "kept" })).toEqual(["done", "Kept in the outbox Wed 18 Nov, 10:41"]);
  });

  it("says when it is due, and when it is tried next", () => {
    const queued = { state: "queued", attempts: 0, finishedAt: null, dueAt: now } as const;
    expect(words(queued)).toEqual(["due", "Goes in a moment"]);
    expect(words({ ...queued, round: 1 })).toEqual(["due", "Goes again in a moment"]);
    expect(words({ ...queued, dueAt: now - 5 * minute })).toEqual(["due", "Due Wed 18 Nov, 10:37, not tried yet"]);
    const tried = { ...queued, attempts: 2, nextTryAt: now + 10 * minute, lastError: "421 Later" };
    expect(words(tried)).toEqual(["retrying", "Tried twice. Next try Wed 18 Nov, 10:52."]);
    expect(row(tried).answer).toBe("421 Later");
    expect(words({ state: "sending" })[0]).toBe("due");
  });

  it("says plainly what failed or came back, and can be sent again then only", () => {
    const failed = row({ state: "failed", attempts: 9, lastError: "550 No such mailbox" });
    expect([failed.state, failed.words]).toEqual([
      "failed",
      "Tried 9 times, last Wed 18 Nov, 10:41. No more tries are planned.",
    ]);
    expect(failed.answer).toBe("550 No such mailbox");
    const bounced = row({ state: "bounced", lastError: "No such user", answer: "250 queued" });
    expect([bounced.words, bounced.answer]).toEqual(["Sent, and came back Wed 18 Nov, 10:41", "No such user"]);
    expect(JSON.stringify([failed.action, bounced.action])).toContain("/mails/mail/send-again");
    for (const state of ["queued", "sending", "sent", "skipped"] as const) expect(row({ state }).action).toBeNull();
    for (const state of ["failed", "bounced"] as const) {
      const overtaken = row({ state, attempts: 9, isOvertaken: true });
      expect([overtaken.action, overtaken.words]).toEqual([
        null,
        expect.stringMatching(/10:41\. A later change made it untrue\.$/),
      ]);
    }
    expect(JSON.stringify(row({ state: "kept" }).action)).toContain("/dev/mail?id=mail");
  });
});

describe("the mails that are still to come", () => {
  const people = [
    { kind: "host", name: "Ada Okafor", isNoShow: false },
    { kind: "invitee", name: "Mei Tanaka", isNoShow: false },
    { kind: "guest", name: "guest@example.com", isNoShow: false },
  ];
  const ahead = (given: object) => {
    const start = now + 30 * hour;
    const booking = {
      status: "confirmed",
      start,
      end: start + hour,
      inviteeName: "Mei Tanaka",
      attendees: people,
      eventType: { emailFollowupEnabled: false },
      ...given,
    };
    return aheadRows(booking as Booking, clock).map(({ title, to, words }) => [title, to, words]);
  };

  it("are the reminders that have not passed, to all but the hosts", () => {
    const to = "Mei Tanaka and guest@example.com";
    const first = ["Mail “Reminder, 24 hours before”", to, "Goes Wed 18 Nov, 16:42"];
    const second = ["Mail “Reminder, 1 hour before”", to, "Goes Thu 19 Nov, 15:42"];
    expect(ahead({})).toEqual([first, second]);
    expect(ahead({ start: now + 2 * hour })).toEqual([
      ["Mail “Reminder, 1 hour before”", to, "Goes Wed 18 Nov, 11:42"],
    ]);
    expect(ahead({ start: now + hour / 2 })).toEqual([]);
  });

  it("are none for a request, nor for what is cancelled or over", () => {
    for (const status of ["pending", "cancelled", "completed"]) expect(ahead({ status })).toEqual([]);
  });

  it("end with the follow-up where there is one, unless the invitee did not come", () => {
    const eventType = { emailFollowupEnabled: true };
    const start = now - hour / 2;
    const during = { eventType, start, end: start + hour };
    expect(ahead(during).map(([title]) => title)).toEqual(["Mail “Thank you”"]);
    const absent = people.map((each) => ({ ...each, isNoShow: each.kind === "invitee" }));
    expect(ahead({ ...during, attendees: absent })).toEqual([]);
  });
});
