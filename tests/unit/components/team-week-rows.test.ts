import { describe, expect, it } from "vitest";
import { dialOf, hoursOf, rowsOf } from "~/components/team-week-rows";

describe("the rows of a week", () => {
  it("are whole hours from the first thing on them to an hour after the last, within the day", () => {
    expect(dialOf([{ from: 570, to: 1010 }])).toEqual({ from: 540, to: 1080 });
    expect(dialOf([{ from: 0, to: 1440 }])).toEqual({ from: 0, to: 1440 });
    expect(dialOf([])).toEqual({ from: 480, to: 1080 });
  });

  it("are quarters of an hour, and what is shorter has one", () => {
    const dial = { from: 540, to: 1080 };
    expect(rowsOf({ from: 540, to: 600 }, dial)).toBe("row-start-1 row-span-4");
    expect(rowsOf({ from: 605, to: 610 }, dial)).toBe("row-start-5 row-span-1");
    expect(rowsOf({ from: 0, to: 1440 }, { from: 0, to: 1440 })).toBe("row-start-1 row-span-96");
  });

  it("keep neighbours beside each other", () => {
    const dial = { from: 540, to: 1080 };
    expect(rowsOf({ from: 600, to: 620 }, dial)).toBe("row-start-5 row-span-1");
    expect(rowsOf({ from: 620, to: 640 }, dial)).toBe("row-start-6 row-span-2");
  });

  it("are named by the habit of the reader", () => {
    const texts = (locale: string) => hoursOf({ from: 600, to: 840 }, locale).map(({ text }) => text);
    expect(texts("en-GB")).toEqual(["11:00", "12:00", "13:00"]);
    expect(texts("en-US")).toEqual(["11 AM", "12 PM", "1 PM"]);
  });
});
