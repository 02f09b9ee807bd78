import { expect, test } from "vitest";
import { writeMail } from "~/emails/mail";
import { place } from "./a-booking";

const token = "a-secret-of-43-characters";

test("an address is verified by one link", () => {
  const mail = writeMail({ kind: "verify_email", recipient: "a@example.org", payload: { token } }, place);
  expect(mail.subject).toBe("Confirm your address");
  expect(mail.text).toContain(`https://meet.northlight.example/verify/${token}`);
  expect(mail.html).toContain(`href="https://meet.northlight.example/verify/${token}"`);
  expect(mail.text).toContain("a@example.org");
  expect(mail.ics).toBeNull();
});

test("a new password is chosen in the language that was asked for", () => {
  const mail = writeMail(
    { kind: "reset_password", recipient: "a@example.org", payload: { token, language: "de" } },
    place,
  );
  expect(mail.subject).toBe("Wählen Sie ein neues Passwort");
  expect(mail.text).toContain(`/reset/${token}`);
  const unknown = writeMail(
    { kind: "reset_password", recipient: "a@example.org", payload: { token, language: "xx" } },
    place,
  );
  expect(unknown.subject).toBe("Choose a new password");
});

test("an invitation names who invites, where to, and as what", () => {
  const payload = { token, workspaceName: "Acme <Corp>", inviterName: "Maya", role: "admin" };
  const mail = writeMail({ kind: "member_invitation", recipient: "a@example.org", payload }, place);
  expect(mail.subject).toBe("Maya invites you to Acme <Corp>");
  expect(mail.text).toContain("Your role: Admin");
  expect(mail.text).toContain(`/invite/${token}`);
  expect(mail.html).toContain("Acme &lt;Corp&gt;");
  expect(mail.html).not.toContain("<Corp>");
});
