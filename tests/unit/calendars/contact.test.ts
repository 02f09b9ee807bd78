import { describe, expect, it } from "vitest";
import { mergeContacts, searchField, toContacts, type Contact } from "~/domain/calendars/contact";

const of = (source: Contact["source"], ...emails: string[]): Contact[] =>
  emails.map((email) => ({ name: email.split("@")[0]!, email, source }));

describe("what people are searched by", () => {
  const read = (text: unknown) => searchField("q").safeParse(text);

  it("has three characters or more, as people count them, without the spaces around", () => {
    for (const text of ["mei", " 田中さ ", "👩‍👩‍👧é🇳🇴"]) expect(read(text).success, text).toBe(true);
    for (const text of ["", "  m ", "me  ", "👩‍👩‍👧🇳🇴", "e\u0301e\u0301"])
      expect(read(text).error?.issues[0]?.message, text).toMatch(/^q (is missing|needs 3 characters or more)\.$/);
  });

  it("is one line of a hundred characters at most, and nothing that a database refuses", () => {
    for (const text of ["m".repeat(101), "me\u0000i", "me\ni", undefined, 7]) expect(read(text).success).toBe(false);
  });
});

describe("people from elsewhere", () => {
  it("have an address that can be invited", () => {
    const emails = ["mei@example.org", "mei@localhost", "<b>@example.org", "", "a@b.org\nbcc: c@d.org"];
    expect(
      toContacts(
        emails.map((email) => ({ name: "Mei", email })),
        "google",
      ).map(({ email }) => email),
    ).toEqual(["mei@example.org"]);
  });

  it("have a name that can be kept, or none", () => {
    const nameOf = (name: string) => toContacts([{ name, email: "mei@example.org" }], "google")[0]!.name;
    expect(nameOf(" <b>Mei</b> ")).toBe("<b>Mei</b>");
    expect(nameOf("Mei@Example.org")).toBe("");
    expect(nameOf("\u202emoc.elpmaxe@iem")).toBe("");
    expect(nameOf("M".repeat(5000))).toHaveLength(100);
  });
});

describe("several lists of people", () => {
  it("name each address once, whatever its case, by the first that knows a name", () => {
    const unnamed: Contact = { name: "", email: "mei@example.org", source: "google" };
    const named = { name: "Mei", email: "MEI@example.org", source: "microsoft" as const };
    expect(mergeContacts([[unnamed], [named], of("bookings", "mei@example.org")])).toEqual([named]);
    expect(mergeContacts([[unnamed], of("google", "ada@example.org")]).map(({ email }) => email)).toEqual([
      "mei@example.org",
      "ada@example.org",
    ]);
  });

  it("take turns, and give ten at most", () => {
    const many = of("google", ...Array.from({ length: 12 }, (_, at) => `g${at}@example.org`));
    const merged = mergeContacts([many, of("bookings", "mei@example.org")]);
    expect(merged).toHaveLength(10);
    expect(merged[1]!.email).toBe("mei@example.org");
    expect(mergeContacts([])).toEqual([]);
  });
});
