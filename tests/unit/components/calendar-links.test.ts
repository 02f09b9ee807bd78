import { describe, expect, it } from "vitest";
import { calendarLinks } from "~/components/calendar-links";

const entry = {
  start: Date.parse("2026-11-23T10:30:00Z"),
  end: Date.parse("2026-11-23T11:00:00Z"),
  title: "Intro & more",
  details: "Change or cancel: https://meet.example/meeting/x",
  location: "Karl Johans gate 1, Oslo",
};

describe("the links into calendars", () => {
  it("carry the meeting to Google", () => {
    const { origin, searchParams } = new URL(calendarLinks(entry).google);
    expect(origin).toBe("https://calendar.google.com");
    expect(Object.fromEntries(searchParams)).toMatchObject({
      action: "TEMPLATE",
      text: "Intro & more",
      dates: "20261123T103000Z/20261123T110000Z",
      location: "Karl Johans gate 1, Oslo",
    });
  });

  it.each(["outlook", "office"] as const)("carry the meeting to %s", (name) => {
    const { searchParams } = new URL(calendarLinks(entry)[name]);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      rru: "addevent",
      subject: "Intro & more",
      startdt: "2026-11-23T10:30:00Z",
      enddt: "2026-11-23T11:00:00Z",
    });
  });
});
