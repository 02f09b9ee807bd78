import { describe, expect, it } from "vitest";
import { hasMailService, readEnvironment } from "~/environment";

const rest = {
  DATABASE_URL: "postgres://127.0.0.1/meridian",
  SESSION_SECRET: "a-secret-of-the-tests-and-nothing-else",
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
};
const from = { MAIL_FROM: "Nordlys <meet@nordlys.example>" };

function refusal(given: Record<string, string>) {
  try {
    readEnvironment({ ...rest, ...given });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

describe("the mail settings", () => {
  it("may be left out: then mail is kept", () => {
    expect(hasMailService(readEnvironment({ ...rest, RESEND_API_KEY: "", SMTP_URL: "" }))).toBe(false);
  });

  it.each([{ RESEND_API_KEY: "re_1" }, { SMTP_URL: "smtp://mail.example" }, { SMTP_URL: "smtps://a:b@mail.example" }])(
    "%o is a mail service",
    (given) => expect(hasMailService(readEnvironment({ ...rest, ...from, ...given }))).toBe(true),
  );

  it.each([
    [{ RESEND_API_KEY: "re_1", SMTP_URL: "smtp://mail.example" }, "SMTP_URL is wrong: RESEND_API_KEY is set as well"],
    [{ SMTP_URL: "https://mail.example" }, "SMTP_URL is wrong"],
    [{ RESEND_API_URL: "mail" }, "RESEND_API_URL is wrong"],
    [{ MAIL_FROM: "Nordlys" }, "MAIL_FROM is wrong"],
    [{ MAIL_FROM: "Nordlys <a b@c>" }, "MAIL_FROM is wrong"],
  ])("%o is refused by name", (given, sentence) => expect(refusal({ ...from, ...given })).toContain(sentence));

  it("name a sender as soon as mail leaves", () => {
    expect(refusal({ RESEND_API_KEY: "re_1" })).toBe("MAIL_FROM is missing");
    expect(refusal({ SMTP_URL: "smtp://mail.example" })).toBe("MAIL_FROM is missing");
  });

  it("take Resend's own address without its last slash", () => {
    expect(readEnvironment(rest).RESEND_API_URL).toBe("https://api.resend.com");
    expect(readEnvironment({ ...rest, RESEND_API_URL: "http://127.0.0.1:4000/" }).RESEND_API_URL).toBe(
      "http://127.0.0.1:4000",
    );
  });
});

describe("TRUST_PROXY", () => {
  it.each([
    [{}, 0],
    [{ TRUST_PROXY: "false" }, 0],
    [{ TRUST_PROXY: "true" }, 1],
    [{ TRUST_PROXY: "2" }, 2],
  ])("%o is so many proxies, and nobody else is believed", (given, proxies) =>
    expect(readEnvironment({ ...rest, ...given }).TRUST_PROXY).toBe(proxies),
  );

  it("is refused by name where it is anything else", () =>
    expect(refusal({ TRUST_PROXY: "yes" })).toContain("TRUST_PROXY is wrong: expected true, false"));
});
