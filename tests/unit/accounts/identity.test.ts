import { describe, expect, it } from "vitest";
import { readClaim } from "~/domain/accounts/identity";

const told = { sub: "1138", email: "ada@example.com", email_verified: true, name: "Ada Okafor" };

describe("what a provider says of somebody", () => {
  it("names them by their subject", () => {
    expect(readClaim("google", { ...told, picture: "x" })).toEqual({
      provider: "google",
      subject: "1138",
      email: "ada@example.com",
      isEmailProven: true,
      name: "Ada Okafor",
    });
  });

  it.each([{}, null, "1138", { sub: 1138 }, { sub: "" }, { sub: "a\0" }, { sub: "x".repeat(256) }])(
    "names nobody: %j",
    (answer) => expect(readClaim("google", answer)).toBeNull(),
  );

  it("proves an address only where Google says so itself", () => {
    expect(readClaim("microsoft", told)?.isEmailProven).toBe(false);
    for (const email_verified of [false, undefined, "true", 1])
      expect(readClaim("google", { ...told, email_verified })?.isEmailProven).toBe(false);
  });

  it("has no address where no mail could go to it", () => {
    for (const email of [undefined, null, "", "ada", 7, "a\nb@example.com", `${"a".repeat(300)}@example.com`])
      expect(readClaim("microsoft", { ...told, email })?.email).toBeNull();
  });

  it("has a name in any case", () => {
    expect(readClaim("google", { ...told, name: "株式会社 أمل" })?.name).toBe("株式会社 أمل");
    expect(readClaim("google", { ...told, name: "  " })?.name).toBe("ada");
    expect(readClaim("google", { sub: "1", name: "x".repeat(500) })?.name).toBe("New user");
  });
});
