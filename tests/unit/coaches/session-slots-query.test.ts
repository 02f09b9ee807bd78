import { describe, expect, it } from "vitest";
import { readSessionRange, SessionSlotsQuery } from "~/domain/coaches/session-slots-query";

const ms = (text: string) => Date.parse(text);
const read = (first: string, last: string, zone = "Europe/Oslo") =>
  readSessionRange(SessionSlotsQuery.parse({ start_date: first, end_date: last }), zone);

describe("the range in which a session shall begin", () => {
  it("takes dates in a zone, both included, on the nights when clocks change too", () => {
    expect(read("2027-03-28", "2027-03-28")).toEqual({
      range: { from: ms("2027-03-27T23:00:00Z"), to: ms("2027-03-28T22:00:00Z") },
    });
    expect(read("2027-03-28", "2027-03-28", "Asia/Tokyo")).toEqual({
      range: { from: ms("2027-03-27T15:00:00Z"), to: ms("2027-03-28T15:00:00Z") },
    });
  });

  it("takes instants as they are, the second one not included, also beside a date", () => {
    const [from, to] = ["2027-01-04T08:00:00Z", "2027-01-04T10:00:00+01:00"] as const;
    expect(read(from, to)).toEqual({ range: { from: ms(from), to: ms(to) } });
    expect(read(from, "2027-01-04")).toEqual({ range: { from: ms(from), to: ms("2027-01-04T23:00:00Z") } });
    expect(read(from, from)).toEqual({ range: { from: ms(from), to: ms(from) } });
  });

  it("is no range backwards, nor one of more than 62 days", () => {
    const isWrong = { path: "end_date" };
    expect(read("2027-01-05", "2027-01-04")).toMatchObject(isWrong);
    expect(read("2027-01-05T00:00:00Z", "2027-01-04T23:59:59Z")).toMatchObject(isWrong);
    expect(read("2027-10-01", "2027-12-01")).toHaveProperty("range");
    expect(read("2027-10-01", "2027-12-02")).toMatchObject(isWrong);
  });
});

describe("the length of a session asked for", () => {
  const minutes = (duration_minutes?: string) =>
    SessionSlotsQuery.safeParse({ start_date: "2027-01-04", end_date: "2027-01-04", duration_minutes });

  it("is 15 to 480 minutes, and 60 where nothing is said", () => {
    expect(minutes().data?.duration_minutes).toBe(60);
    expect(["15", "480"].map((each) => minutes(each).success)).toEqual([true, true]);
    expect(["14", "481", "1.5", "-60", "1e2", ""].map((each) => minutes(each).success)).toEqual(Array(6).fill(false));
  });
});
