import { describe, expect, it } from "vitest";
import { daysCsv, waysCsv } from "~/domain/analytics/analytics-csv";

describe("the file of analytics", () => {
  it("begins with a byte order mark, for Excel", () => {
    expect(daysCsv([])).toBe("\ufeffDate,Views,Bookings\r\n");
    expect(waysCsv([])[0]).toBe("\ufeff");
  });

  it("has nothing to say of what nobody looked at", () => {
    const way = { key: "page 1", name: "Intro call", kind: "Event type", views: 0, bookings: 2 };
    expect(waysCsv([way]).split("\r\n")[1]).toBe("Intro call,Event type,0,2,");
  });
});
