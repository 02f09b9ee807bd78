import { describe, expect, it } from "vitest";
import { expiryProblem, OneTimeInput } from "~/domain/links/one-time-input";

const now = Date.parse("2026-11-20T08:00:00Z");
const day = 86_400_000;

function problems(given: Record<string, unknown>) {
  const parsed = OneTimeInput.safeParse({ recipient_email: "mei@example.org", ...given });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}

describe("a one-time link's input", () => {
  it("needs an address alone: no end, all free times, no mail", () => {
    expect(OneTimeInput.parse({ recipient_email: " mei@example.org " })).toEqual({
      recipientEmail: "mei@example.org",
      recipientName: "",
      expiresAt: null,
      slots: null,
      sendsMail: false,
    });
  });

  it("takes picked times as starts, or with their ends", () => {
    const slots = ["2026-11-23T09:00:00Z", { start: "2026-11-23T10:00:00Z", end: "2026-11-23T11:00:00Z" }];
    const [first, second] = OneTimeInput.parse({ recipient_email: "mei@example.org", slots }).slots!;
    expect(first).toEqual({ start: Date.parse("2026-11-23T09:00:00Z"), end: null });
    expect(second).toEqual({ start: Date.parse("2026-11-23T10:00:00Z"), end: Date.parse("2026-11-23T11:00:00Z") });
  });

  it.each([
    ["no address", { recipient_email: "" }, ["recipient_email"]],
    ["a name of two lines", { recipient_name: "Mei\nTanaka" }, ["recipient_name"]],
    ["an end without a zone", { expires_at: "2026-11-23T09:00:00" }, ["expires_at"]],
    ["an empty list of times", { slots: [] }, ["slots"]],
    ["more than a hundred times", { slots: Array.from({ length: 101 }, () => "2026-11-23T09:00:00Z") }, ["slots"]],
    ["a time that is none", { slots: ["tomorrow"] }, ["slots.0"]],
    ["a field that nobody knows", { recipient: "mei" }, [""]],
  ])("refuses %s", (_, given, paths) => {
    expect(problems(given)).toEqual(paths);
  });
});

describe("the end of a link", () => {
  it("may be left out, and lies ahead, within a year", () => {
    expect(expiryProblem(null, now)).toBeNull();
    expect(expiryProblem(now + 1, now)).toBeNull();
    expect(expiryProblem(now + 366 * day, now)).toBeNull();
    expect(expiryProblem(now, now)).toContain("has passed");
    expect(expiryProblem(now + 366 * day + 1, now)).toContain("a year at most");
  });
});
