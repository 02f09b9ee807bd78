import { describe, expect, it } from "vitest";
import { cleanQuery, longestQuery, searchGuide, type GuideSection } from "~/domain/help/search";

const section = (id: string, { title = "Something", text = "", also = "", topic = "Other" }): GuideSection => ({
  topic: { slug: "topic", title: topic },
  id,
  title,
  text,
  also,
});

const found = (sections: GuideSection[], query: string) => searchGuide(sections, query).map(({ id }) => id);
const excerpt = (text: string, query: string) => searchGuide([section("a", { text })], query)[0]?.excerpt ?? [];
const marked = (text: string, query: string) =>
  excerpt(text, query)
    .filter(({ isFound }) => isFound)
    .map((part) => part.text);

describe("a search of the guide", () => {
  it("finds words by their beginning, and not by what is inside them", () => {
    const sections = [
      section("a", { text: "Round robin is fair." }),
      section("b", { text: "A background of ground." }),
    ];
    expect(found(sections, "rou")).toEqual(["a"]);
    expect(found(sections, "obin")).toEqual([]);
  });

  it("folds case and accents, of the words and of the text", () => {
    expect(found([section("a", { text: "The café of Zoë" })], "CAFE zoe")).toEqual(["a"]);
    expect(found([section("a", { text: "The cafe of Zoe" })], "Café ZOË")).toEqual(["a"]);
    expect(found([section("a", { text: "The cafe\u0301" })], "café")).toEqual(["a"]);
  });

  it("finds the singular by the plural", () => {
    expect(found([section("a", { text: "Connect a calendar." })], "calendars")).toEqual(["a"]);
  });

  it("puts a title before a topic, and a topic before a text", () => {
    const sections = [
      section("text", { text: "Every webhook." }),
      section("topic", { topic: "Webhook" }),
      section("title", { title: "Webhook" }),
      section("also", { also: "webhook" }),
    ];
    expect(found(sections, "webhook")).toEqual(["title", "also", "topic", "text"]);
  });

  it("puts the whole word before its beginning, and keeps the guide's order among equals", () => {
    const sections = [
      section("longer", { title: "Linking" }),
      section("whole", { title: "A link" }),
      section("whole too", { title: "The link" }),
    ];
    expect(found(sections, "link")).toEqual(["whole", "whole too", "longer"]);
  });

  it("shows only those with the most of the words, and nothing that has less than half of them", () => {
    const both = section("both", { text: "a time zone" });
    const one = section("one", { title: "Zone" });
    expect(found([one, both], "time zone")).toEqual(["both"]);
    expect(found([one], "time zone")).toEqual(["one"]);
    expect(found([one], "wrong time zone today")).toEqual([]);
  });

  it("passes over little words, unless there are no others", () => {
    const sections = [section("a", { text: "why the cat" }), section("b", { text: "a slot is missing" })];
    expect(found(sections, "why is the slot missing?")).toEqual(["b"]);
    expect(found(sections, "why")).toEqual(["a"]);
  });

  it("takes a letter alone for a word alone", () => {
    expect(found([section("a", { text: "plan b" }), section("b", { text: "bookings" })], "b")).toEqual(["a"]);
  });

  it.each(["", "   ", "…!?", "<>", "\u0000"])("finds nothing for %j", (query) => {
    expect(found([section("a", { text: "Some words." })], query)).toEqual([]);
  });

  it("never breaks on what it is given", () => {
    for (const query of ["(", "\\", "[a-", "$&", "a".repeat(100_000), "🦊".repeat(200), "\ud83d", "' or 1=1 --"]) {
      expect(() => searchGuide([section("a", { text: "Some words." })], query)).not.toThrow();
    }
  });
});

describe("the line under a result", () => {
  it("marks the words as they stand in the text", () => {
    expect(marked("Ask for a Café at a cafeteria.", "cafe")).toEqual(["Café", "cafeteria"]);
  });

  it("says the whole text if that is short, and else begins at the sentence with the words", () => {
    const long = `${"Nothing of interest stands here. ".repeat(20)}The redirect address is compared. ${"And on. ".repeat(40)}`;
    expect(excerpt("Short, and about redirect.", "redirect").map(({ text }) => text)).toEqual([
      "Short, and about ",
      "redirect",
      ".",
    ]);
    const line = excerpt(long, "redirect")
      .map(({ text }) => text)
      .join("");
    expect(line).toMatch(/^… The redirect address is compared\./);
    expect(line).toMatch(/ …$/);
    expect(line.length).toBeLessThan(200);
  });

  it("is the text's beginning where only the title has the words", () => {
    const [only] = searchGuide([section("a", { title: "Keys", text: "Put a new one in front." })], "keys");
    expect(only!.excerpt).toEqual([{ text: "Put a new one in front.", isFound: false }]);
  });
});

describe("what was typed", () => {
  it("is cut, and loses what no text holds", () => {
    expect(cleanQuery("  a\u0000b\n ")).toBe("a b");
    expect(cleanQuery("\ud83dx")).toBe("x");
    expect(cleanQuery("x".repeat(500))).toHaveLength(longestQuery);
  });
});
