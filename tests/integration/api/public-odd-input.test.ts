import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import { days, mei, monday, studio } from "./public-studio";

describe("odd input to the public API", () => {
  let target: Awaited<ReturnType<typeof studio>>;
  let free: string[];
  beforeAll(async () => {
    target = await studio({ durationOptions: [15, 1440], bookingWindowDays: 730 });
    free = (await target.slots(days(monday, monday + 61))).body.slots.map(({ start }) => start);
  });

  /** Free times too, so that odd words get as far as the tables. */
  const start = fc.oneof(
    { weight: 3, arbitrary: fc.nat().map((index) => free[index % free.length]) },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );

  const odd = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\ud800", "a\u0000b", "\u202e", "'; drop table bookings; --", "%00", "1e309", "-0"),
    fc.jsonValue(),
    fc.integer(),
    fc.double(),
  );
  const oddText = odd.map((value) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")));
  const instant = fc.oneof(
    fc
      .date({ min: new Date(0), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true })
      .map((date) => date.toISOString()),
    fc.constantFrom(
      "9999-12-31T23:59:59Z",
      "1970-01-01T00:00:00Z",
      "1970-01-01T00:00:00+23:59",
      "0000-00-00T00:00:00Z",
    ),
  );
  const zone = fc.constantFrom(
    "Asia/Tokyo",
    "Pacific/Apia",
    "Asia/Calcutta",
    "UTC",
    "Etc/GMT+12",
    "utc",
    "../etc/passwd",
  );

  const mostly = <Value>(usual: fc.Arbitrary<Value>) =>
    fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });

  it("never ends in a 5xx when booking", async () => {
    const before = await db.$count(bookings);
    const body = fc.record(
      {
        start,
        timezone: mostly(fc.constantFrom("Asia/Tokyo", "Pacific/Apia", "Asia/Calcutta")),
        name: mostly(fc.string({ unit: "grapheme" })),
        email: mostly(fc.emailAddress()),
        notes: mostly(fc.string({ unit: "grapheme" })),
        duration_minutes: mostly(fc.constantFrom(15, 30, 1440)),
        answers: mostly(
          fc.dictionary(fc.string({ unit: "grapheme", minLength: 1 }), fc.oneof(odd, fc.array(oddText)), {
            maxKeys: 2,
          }),
        ),
        guests: mostly(fc.array(fc.emailAddress(), { maxLength: 3 })),
        team: fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: odd }),
        members: mostly(fc.constantFrom(undefined, [target.owner.id])),
      },
      { requiredKeys: ["start", "timezone", "name", "email"] },
    );
    await fc.assert(
      fc.asyncProperty(body, async (input) => {
        expect((await target.book(input)).status).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
    expect(await db.$count(bookings), "some of it was taken").toBeGreaterThan(before);
  });

  it("never ends in a 5xx when a form that is right asks for a time at the edge of time", async () => {
    const guests = fc.array(fc.emailAddress(), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(instant, guests, async (start, guests) => {
        expect((await target.book({ ...mei, start, guests, duration_minutes: 1440 })).status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });

  it("never ends in a 5xx when times are read", async () => {
    const date = fc.oneof(
      instant.map((text) => text.slice(0, 10)),
      fc.constantFrom("9999-12-31", "0001-01-01", "1970-01-01", "1969-12-31"),
      oddText,
    );
    const query = fc.record(
      {
        from: date,
        to: date,
        timezone: fc.oneof(zone, oddText),
        duration: oddText,
        team: oddText,
        members: fc.oneof(fc.uuid(), oddText),
      },
      { requiredKeys: ["from", "to"] },
    );
    await fc.assert(
      fc.asyncProperty(query, async (input) => {
        const answer = await target.slots(new URLSearchParams(input as Record<string, string>).toString());
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
    for (const edge of ["0001-01-01", "1970-01-01", "9999-12-31"]) {
      for (const timezone of ["Pacific/Apia", "Etc/GMT+12", "UTC"]) {
        expect((await target.slots(`from=${edge}&to=${edge}&timezone=${timezone}`)).status, edge).toBeLessThan(500);
      }
    }
  });
});
