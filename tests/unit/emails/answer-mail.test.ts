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

test("once enough of them have accepted it is told as confirmed", () => {
  const { text } = writeMail(aboutBooking("booking_answered_host", { status: "confirmed" }), place);
  expect(text).toContain("✓ Confirmed");
});

test("what was ticked is told by a sign, in every language", () => {
  const about = aboutBooking("booking_confirmed_invitee", { answers: { Boots: true, Raincoat: false } });
  expect(writeMail(about, place).text).toContain("Boots: ✓\nRaincoat: ✗\n");
});
