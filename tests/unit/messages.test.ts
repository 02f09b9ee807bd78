import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import de from "~/messages/de";
import en from "~/messages/en";
import { languages, translator, type MessageKey } from "~/messages/translate";

const keys = Object.keys(en) as MessageKey[];
const catalogs: Record<string, Record<MessageKey, string>> = { en, de };

describe("the catalogs", () => {
  it("are all looked at here", () => {
    expect(Object.keys(catalogs).sort()).toEqual([...languages].sort());
  });

  it.each(languages)("have the same keys in %s", (language) => {
    expect(Object.keys(catalogs[language]!)).toEqual(keys);
  });

  it.each(languages)("ask for the same values in %s", (language) => {
    for (const key of keys) expect(valuesOf(catalogs[language]![key], language), key).toEqual(valuesOf(en[key], "en"));
  });

  it.each(languages)("keep the voice in %s", (language) => {
    for (const key of keys) expect(catalogs[language]![key], key).not.toMatch(/—|!|\bOops\b|\bplease\b|\bbitte\b/i);
  });
});

describe("a translation", () => {
  it("counts by the rules of its language", () => {
    expect(translator("en")("common.minutes", { count: 1 })).toBe("1 minute");
    expect(translator("de")("common.minutes", { count: 30 })).toBe("30 Minuten");
    expect(translator("en")("error.summary", { count: 2 })).toBe("Two answers need another look.");
  });

  it("writes numbers by the habits of the locale", () => {
    expect(translator("en")("common.minutes", { count: 1440 })).toBe("1,440 minutes");
    expect(translator("de")("common.minutes", { count: 1440 })).toBe("1.440 Minuten");
  });

  it("leaves what people typed as it is", () => {
    const name = "<b>{count}</b> 'quoted' #";
    expect(translator("en")("meeting.about", { event: name, hosts: "Ada" })).toBe(`${name} with Ada.`);
  });
});

type Node = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The names of what a message wants to be given, wherever in it they stand. */
function valuesOf(message: string, language: string): string[] {
  const found = new Set<string>();
  const look = (nodes: Node[]) => {
    for (const node of nodes) {
      if ("value" in node && node.type !== 0) found.add(String(node.value));
      if ("options" in node) for (const option of Object.values(node.options)) look(option.value);
    }
  };
  look(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}
