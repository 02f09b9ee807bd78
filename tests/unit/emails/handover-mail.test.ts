import { expect, test } from "vitest";
import { writeMail } from "~/emails/mail";
import { aBooking, place } from "./a-booking";
import { aboutBooking } from "./every-mail";

test("the new host learns that the meeting is theirs, and from whom", () => {
  const { subject, text, ics } = writeMail(aboutBooking("booking_reassigned_host"), place);
  expect(subject).toBe("You now host: Mon 23 November, 11:30");
  expect(text).toContain("✓ Handed to you");
  expect(text).toContain("You host this meeting now, in place of Bo Lind.");
  expect(text).toContain("Reason: On leave");
  expect(text).toContain("The attached file puts it into your calendar.");
  expect(ics).toContain("METHOD:REQUEST");
});

test("another host of the meeting only hears of it", () => {
  const { attendees } = aBooking();
  const mei = { ...attendees[0]!, id: "mei", name: "Mei Tan", email: "mei@northlight.example" };
  const about = {
    ...aboutBooking("booking_reassigned_host", { attendees: [...attendees, mei] }),
    recipient: mei.email,
  };
  const { subject, text } = writeMail(about, place);
  expect(subject).toBe("Now with Ingrid Halvorsen-Nakamura: Mon 23 November, 11:30");
  expect(text).toContain("Ingrid Halvorsen-Nakamura hosts this meeting now, in place of Bo Lind.");
  expect(text).not.toContain("You host");
});

test("whoever is handed a request is asked for the answer, and nobody's calendar changes yet", () => {
  const pending = { status: "pending" as const, confirmedAt: null };
  const { text, ics } = writeMail(aboutBooking("booking_reassigned_host", pending), place);
  expect(text).toContain("◐ Handed to you, waiting for your answer");
  expect(text).toContain("It is held until you answer");
  expect(text).toContain("Answer this request:");
  expect(ics).toBeNull();
  const invitee = writeMail(aboutBooking("booking_reassigned_invitee", pending), place);
  expect(invitee.text).toContain("◐ New host, same time, waiting for an answer");
  expect(invitee.text).not.toContain("attached file");
  expect(invitee.ics).toBeNull();
});

test("the invitee hears who it is with now, and can still change it", () => {
  const { subject, text } = writeMail(aboutBooking("booking_reassigned_invitee"), place);
  expect(subject).toBe("Now with Ingrid Halvorsen-Nakamura: Mon 23 November, 16:00");
  expect(text).toContain("The attached file notes it in your calendar. If your plans change, reschedule (https://");
});

test("it leaves the calendar of whoever gave it away, and nobody else's", () => {
  const { subject, text, ics } = writeMail(aboutBooking("booking_unassigned_host"), place);
  const file = ics!.replaceAll("\r\n ", "");
  expect(subject).toBe("Handed to Ingrid Halvorsen-Nakamura: Mon 23 November, 11:30");
  expect(text).toContain("The attached file takes it out of your calendar.");
  expect(text).not.toContain("/booking/bookings/");
  expect(file).toContain("METHOD:CANCEL");
  expect(file.match(/^ATTENDEE.*$/gm)).toEqual([expect.stringMatching(/:mailto:bo@northlight\.example$/i)]);
  expect(file).not.toContain("STATUS:CANCELLED");
  expect(file, "a calendar takes it out only for whoever put it in").toMatch(/^ORGANIZER.*:mailto:bo@northlight/im);
});

test("a request that nobody had in a calendar leaves none", () => {
  const { ics, text } = writeMail(
    aboutBooking("booking_unassigned_host", { status: "pending", confirmedAt: null }),
    place,
  );
  expect(ics).toBeNull();
  expect(text).not.toContain("attached file");
  const moved = aboutBooking("booking_unassigned_host", { status: "pending", sequence: 3 });
  expect(writeMail(moved, place).ics).toContain("METHOD:CANCEL");
});

test("what the invitee answered is in the new host's calendar, and in no guest's", () => {
  expect(writeMail(aboutBooking("booking_reassigned_guest"), place).ics).not.toContain("Chilika");
  expect(writeMail(aboutBooking("booking_reassigned_host"), place).ics).toContain("Chilika");
});
