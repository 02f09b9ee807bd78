import { expect, test } from "vitest";
import { writeMail } from "~/emails/mail";
import { place } from "./a-booking";
import { aboutBooking } from "./every-mail";

test("a host who is asked answers by their own link, and reads who has answered", () => {
  const { subject, text, ics } = writeMail(aboutBooking("booking_rsvp_host"), place);
  expect(subject).toBe("Can you come? Mon 23 November, 11:30");
  expect(text).toContain("Accept or decline:\nhttps://meet.northlight.example/rsvp/secret-of-a-host\n");
  expect(text).toContain("Answers: Ingrid Halvorsen-Nakamura: no answer yet\n  Bo Lind: accepted\n");
  expect(ics).toBeNull();
});

test("an answer is told with its tally", () => {
  const accepted = writeMail(aboutBooking("booking_answered_host"), place);
  expect(accepted.subject).toBe("Accepted by Bo Lind: Mon 23 November, 11:30");
  expect(accepted.text).toContain("◐ Waiting for more answers");
  expect(accepted.text).toContain("Bo Lind accepted.\nAccepted so far: 1 of 2. Declined: 0.");
  expect(accepted.text).toContain("See this booking:");
  expect(accepted.ics).toBeNull();
  const declined = writeMail(aboutBooking("booking_answered_host", {}, { answer: "declined" }), place);
  expect(declined.subject).toBe("Declined by Bo Lind: Mon 23 November, 11:30");
});

test("what was said beside an answer is no reason", () => {
  const { text } = writeMail(aboutBooking("booking_answered_host", {}, { reason: "By train" }), place);
  expect(text).toContain("In their words: By train\n");
  expect(text).not.toContain("Reason:");
});

test("a host of all hands who asked for the meeting has said yes by that, and waits for the others", () => {
  const { attendees } = aboutBooking("booking_rsvp_host").booking;
  const [leader, other, ...rest] = attendees;
  const own = [{ ...leader!, status: "confirmed" as const }, { ...other!, status: "pending" as const }, ...rest];
  const { text } = writeMail(aboutBooking("booking_requested_host", { attendees: own }), place);
  expect(text).toContain("◐ Waiting for more answers");
  expect(text).toContain("It is held until enough of you have answered.");
  expect(writeMail(aboutBooking("booking_requested_host"), place).text).toContain("It is held until you answer");
});

test("nobody is told of a host who said no that they will be there", () => {
  const [leader, other, ...rest] = aboutBooking("booking_rsvp_host").booking.attendees;
  const attendees = [leader!, { ...other!, status: "declined" as const }, ...rest];
  for (const kind of ["booking_confirmed_invitee", "booking_confirmed_guest"] as const) {
    const { text } = writeMail(aboutBooking(kind, { attendees }), place);
    expect(text).toContain("With: Ingrid Halvorsen-Nakamura\n");
    expect(text).not.toContain("Bo Lind");
  }
});

test("once enough of them have accepted it is told as confirmed", () => {
  const { text } = writeMail(aboutBooking("booking_answered_host", { status: "confirmed" }), place);
  expect(text).toContain("✓ Confirmed");
});

test("what was ticked is told by a sign, in every language", () => {
  const about = aboutBooking("booking_confirmed_invitee", { answers: { Boots: true, Raincoat: false } });
  expect(writeMail(about, place).text).toContain("Boots: ✓\nRaincoat: ✗\n");
});

test("what the hosts write to each other stays with them", () => {
  const asked = aboutBooking("booking_rsvp_host");
  expect(writeMail(asked, place).replyTo?.address).toBe("v.raghunathan@example.in");
  const other = writeMail({ ...asked, recipient: "bo@northlight.example" }, place);
  expect(other.replyTo).toEqual({ name: "Ingrid Halvorsen-Nakamura", address: "ingrid@northlight.example" });
  const answered = writeMail(aboutBooking("booking_answered_host"), place);
  expect(answered.replyTo).toEqual({ name: "Bo Lind", address: "bo@northlight.example" });
});

test("an invitee whom too few can meet is offered the next times, each a link to the form", () => {
  const about = aboutBooking("booking_declined_invitee", {}, { tooFew: true, reason: undefined });
  const start = about.booking.start + 24 * 60 * 60_000;
  const { text, html } = writeMail({ ...about, otherTimes: [{ start, end: start + 30 * 60_000 }] }, place);
  const link =
    "https://meet.northlight.example/book/northlight/route-planning?time=2026-11-24T10%3A30%3A00Z&duration=30&timezone=Asia%2FKolkata";
  expect(text).toContain("Not enough of the people who are needed said yes");
  expect(text).toContain(`Other times: Tue 24 Nov, 16:00 (${link})\n`);
  expect(html).toContain(link.replaceAll("&", "&amp;"));
  const hosts = writeMail(aboutBooking("booking_cancelled_host", {}, { tooFew: true }), place);
  expect(hosts.text).toContain("Answers: Ingrid Halvorsen-Nakamura: accepted\n");
});

test("a host who is asked again reads that it was moved, and from when", () => {
  const about = aboutBooking("booking_rsvp_host", {}, { startBefore: place.now, byHost: false, reason: "Fog" });
  const { text } = writeMail(about, place);
  expect(text).toContain("Venkat Raghunathan moved this meeting.");
  expect(text).toContain("Before: Wed 18 Nov, 10:44\nReason: Fog\n");
});

test("an invitee whom too few can meet is led back to the page of the team that it was booked through", () => {
  const team = { name: "Lima", slug: "lima" };
  const about = aboutBooking("booking_declined_invitee", { team }, { tooFew: true });
  const start = about.booking.start + 3_600_000;
  const { text } = writeMail({ ...about, otherTimes: [{ start, end: start + 1_800_000 }] }, place);
  expect(text).toContain("/team/lima?time=");
  expect(text).toMatch(/\/team\/lima$/m);
});
