import { describe, expect, it } from "vitest";
import { freeSlug, slugFrom, withSuffix } from "~/domain/event-types/slug";

describe("an address made from a name", () => {
  it.each([
    ["Route planning", "route-planning"],
    ["  Møte & kaffe, 30 min!  ", "mote-kaffe-30-min"],
    ["Ingrid’s Übergabe", "ingrids-ubergabe"],
    ["Straße", "strasse"],
    ["修理のご相談", "meeting"],
    ["---", "meeting"],
  ])("%s becomes %s", (name, slug) => expect(slugFrom(name)).toBe(slug));

  it("is 60 characters at most and ends in no hyphen", () => {
    expect(slugFrom(`${"a".repeat(59)} b`)).toBe("a".repeat(59));
    expect(withSuffix("a".repeat(60), "2")).toHaveLength(60);
  });

  it("moves on to the first number that is free", () => {
    expect(freeSlug("intro", new Set())).toBe("intro");
    expect(freeSlug("intro", new Set(["intro", "intro-2", "intro-4"]))).toBe("intro-3");
  });
});
