import { expect, test } from "vitest";
import { linkWords } from "~/domain/bookings/link-words";

test("a link is shown by its address, and by what it leads to where nobody could read that", () => {
  expect(linkWords("https://meet.google.com/abc-defg-hij/", "Google Meet")).toBe("meet.google.com/abc-defg-hij");
  const long = `teams.microsoft.com/l/meetup-join/${"x".repeat(40)}`;
  expect(linkWords(`https://${long}`, "Microsoft Teams")).toBe("Microsoft Teams");
  expect(linkWords(`https://${long}`, "")).toBe(long);
});
