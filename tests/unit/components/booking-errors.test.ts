import { describe, expect, it } from "vitest";
import { bookingErrors } from "~/components/booking-errors";
import { BookInput } from "~/domain/bookings/booking";
import { guestsOf } from "~/domain/bookings/guest-lines";
import { translator } from "~/messages/translate";

const right = {
  start: "2026-11-23T10:00:00Z",
  timezone: "Asia/Kolkata",
  name: "Vidya",
  email: "v@example.in",
  notes: "",
};

function sentences(
  typed: Partial<Record<"name" | "email" | "notes" | "guests", string>>,
  language: "en" | "de" = "en",
) {
  const { guests = "", ...fields } = typed;
  const parsed = BookInput.safeParse({ ...right, ...fields, guests: guestsOf(guests) });
  const errors = parsed.error?.issues.map((issue) => ({ path: issue.path.join(".") })) ?? [];
  const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]]));
  return bookingErrors(translator(language), { values, errors }).map(({ path, message }) => [path, message]);
}

describe("what is said about a refused answer", () => {
  it("is the cause, and what was meant", () => {
    expect(sentences({ email: "v.raghunathan@example,in" })).toEqual([
      ["email", "There is a comma after “example”. Did you mean v.raghunathan@example.in?"],
    ]);
    expect(sentences({ email: "v.raghunathan@example,in" }, "de")).toEqual([
      ["email", "Nach „example“ steht ein Komma. Meinten Sie v.raghunathan@example.in?"],
    ]);
  });

  it("is one sentence for each field, in the order of the form", () => {
    expect(sentences({ name: " ", email: "", guests: "foo\nbar" })).toEqual([
      ["name", "Tell us your name."],
      ["email", "Tell us where the confirmation goes."],
      ["guests", "foo: An email address has an @ in it, like name@example.com."],
    ]);
  });

  it.each([
    [{ name: "x".repeat(101) }, "This is too long: 100 characters at most."],
    [{ name: "a\u202eb" }, "There are characters in it that cannot be kept. Type it again."],
    [{ email: "vidya" }, "An email address has an @ in it, like name@example.com."],
    [{ email: "a@b" }, "That is not an email address. It looks like name@example.com."],
    [{ notes: "x".repeat(2001) }, "This is too long: 2000 characters at most."],
    [{ guests: Array.from({ length: 11 }, (_, i) => `g${i}@example.org`).join("\n") }, "10 guests at most."],
  ])("fits what was typed", (typed, message) => {
    expect(sentences(typed).map(([, said]) => said)).toEqual([message]);
  });
});

describe("guests", () => {
  it("may be parted by lines, commas and semicolons", () => {
    expect(guestsOf("a@example.org, b@example.org;c@example.org\r\n\n d@example.org ")).toEqual([
      "a@example.org",
      "b@example.org",
      "c@example.org",
      "d@example.org",
    ]);
  });

  it("keep a comma that stands where a point should", () => {
    expect(guestsOf("a@example,org\nb@example.org")).toEqual(["a@example,org", "b@example.org"]);
  });
});

describe("what is said about a request for a time, or a change", () => {
  const t = translator("en");
  const said = (values: Record<string, string[]>, ...paths: string[]) =>
    bookingErrors(t, { values, errors: paths.map((path) => ({ path })) }, "error.email.answer").map(
      ({ path, message }) => [path, message],
    );

  it("begins with what the form asks first, and names what its address is for", () => {
    expect(said({ name: [""], email: [" "], wish: ["\n"] }, "name", "email", "wish")).toEqual([
      ["wish", "Say when it would suit you."],
      ["name", "Tell us your name."],
      ["email", "Tell us where the answer goes."],
    ]);
  });

  it("tells a reason that is missing from one that is too long", () => {
    expect(said({ reason: [" "] }, "reason")).toEqual([["reason", "Say why. The host needs a reason."]]);
    expect(said({ reason: ["x".repeat(501)] }, "reason")).toEqual([
      ["reason", "This is too long: 500 characters at most."],
    ]);
    expect(said({ wish: ["x".repeat(2001)] }, "wish")).toEqual([
      ["wish", "This is too long: 2000 characters at most."],
    ]);
  });
});
