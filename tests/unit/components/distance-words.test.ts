import { describe, expect, it } from "vitest";
import { distanceWords } from "~/components/distance-words";
import { translator } from "~/messages/translate";

const zone = "Europe/Berlin";
const wish = Date.parse("2026-10-24T16:00:00+02:00");
const words = (start: string, language: "en" | "de" = "en") =>
  distanceWords(translator(language), wish, Date.parse(start), zone);

describe("the distance of a free time from the one that was wished for", () => {
  it.each([
    ["2026-10-24T16:30:00+02:00", "30 minutes later"],
    ["2026-10-24T14:30:00+02:00", "1 h 30 min earlier"],
    ["2026-10-24T17:00:00+02:00", "1 hour later"],
    ["2026-10-27T09:00:00+01:00", "3 days later"],
    ["2026-10-23T16:00:00+02:00", "same time, the day before"],
    ["2026-10-23T11:00:00+02:00", "the day before"],
  ])("%s is %s", (start, said) => {
    expect(words(start)).toBe(said);
  });

  it("goes by the clock on the wall when clocks change in between", () => {
    expect(words("2026-10-25T16:00:00+01:00")).toBe("same time, next day");
    expect(words("2026-10-25T16:00:00+01:00", "de")).toBe("gleiche Zeit, am Tag danach");
  });
});
