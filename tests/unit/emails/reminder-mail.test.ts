import { describe, expect, test } from "vitest";
import { writeMail } from "~/emails/mail";
import { aBooking, anEventType, place } from "./a-booking";
import { aboutBooking } from "./every-mail";

const minute = 60_000;
const { start } = aBooking();
const at = (before: number) => ({ ...place, now: start - before * minute });

describe("a reminder says how far off the meeting is as it leaves", () => {
  test.each([
    [24 * 60, "Asia/Kolkata", "Tomorrow: Mon 23 November, 16:00"],
    [24 * 60 - 5, "Asia/Kolkata", "Tomorrow: Mon 23 November, 16:00"],
    [9 * 60, "Asia/Kolkata", "Today: Mon 23 November, 16:00"],
    [60, "Asia/Kolkata", "In one hour: Mon 23 November, 16:00"],
    [59.9, "Asia/Kolkata", "In one hour: Mon 23 November, 16:00"],
    [20, "Asia/Kolkata", "In 20 minutes: Mon 23 November, 16:00"],
    [0.2, "Asia/Kolkata", "In one minute: Mon 23 November, 16:00"],
    [11 * 60, "Pacific/Kiritimati", "Tomorrow: Tue 24 November, 00:30"],
    [90, "Pacific/Kiritimati", "Tomorrow: Tue 24 November, 00:30"],
    [20, "Pacific/Kiritimati", "In 20 minutes: Tue 24 November, 00:30"],
  ])("%d minutes before, in %s", (before, timezone, subject) => {
    const mail = writeMail(aboutBooking("booking_reminder_invitee", { timezone }), at(before));
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(`✓ ${subject.split(":")[0]}\n`);
  });

  test("in German too", () => {
    const german = aboutBooking("booking_reminder_guest", { locale: "de" });
    expect(writeMail(german, at(24 * 60)).subject).toMatch(/^Morgen: /);
    expect(writeMail(german, at(60)).subject).toMatch(/^In einer Stunde: /);
  });
});

test("a day before it leads to the meeting's page, in the last hour to where it takes place", () => {
  const about = aboutBooking("booking_reminder_invitee");
  expect(writeMail(about, at(24 * 60)).text).toContain(
    "See or change this meeting:\nhttps://meet.northlight.example/meeting/",
  );
  const soon = writeMail(about, at(60)).text;
  expect(soon).toContain("Join the meeting:\nhttps://meet.example/kva-roeh-tzm");
  expect(soon).toContain("/meeting/secret-of-the-invitee/cancel");
});

test("a guest joins by the same link, and can change nothing", () => {
  const about = aboutBooking("booking_reminder_guest");
  expect(writeMail(about, at(24 * 60)).html).not.toContain('class="button"');
  expect(writeMail(about, at(60)).text).toContain("Join the meeting:\nhttps://meet.example/kva-roeh-tzm");
  expect(writeMail(about, at(60)).text).not.toContain("If your plans change");
});

test("where there is no link the place itself is told", () => {
  const about = aboutBooking("booking_reminder_invitee", {
    meetingUrl: null,
    locationType: "phone",
    locationValue: "+47 22",
  });
  const { text } = writeMail(about, at(60));
  expect(text).toContain("Where: By phone, +47 22");
  expect(text).toContain("See or change this meeting:");
});

test("neither a reminder nor a thank-you touches a calendar", () => {
  for (const kind of ["booking_reminder_invitee", "booking_reminder_guest", "booking_followup_invitee"] as const) {
    const { ics, text } = writeMail(aboutBooking(kind), at(60));
    expect(ics).toBeNull();
    expect(text).not.toContain("attached file");
  }
});

test("a thank-you leads to a new meeting, and to the host, but not to the old one", () => {
  const { subject, text } = writeMail(aboutBooking("booking_followup_invitee"), at(-60));
  expect(subject).toBe("Thank you for meeting Ingrid Halvorsen-Nakamura");
  expect(text).toContain("Book again:\nhttps://meet.northlight.example/book/northlight/route-planning\n");
  expect(text).toContain("Reply to this mail, and Ingrid Halvorsen-Nakamura reads it.");
  expect(text).not.toMatch(/secret-of-the-invitee|kva-roeh-tzm|In Oslo it is/);
});

test("a thank-you leads back to the link that it was booked by, and nowhere where only a spent link reaches it", () => {
  const eventType = anEventType({ isLinkOnly: true });
  const link = { title: "Newsletter", token: "t0k3n", isActive: true };
  const textOf = (given: Parameters<typeof aboutBooking>[1]) =>
    writeMail(aboutBooking("booking_followup_invitee", given), at(-60)).text;
  expect(textOf({ eventType, link })).toContain("Book again:\nhttps://meet.northlight.example/public/bookings/t0k3n\n");
  for (const gone of [null, { ...link, isActive: false }])
    expect(textOf({ eventType, link: gone })).not.toContain("Book again");
  expect(textOf({ link: { ...link, isActive: false } })).toContain("/book/northlight/route-planning\n");
});
