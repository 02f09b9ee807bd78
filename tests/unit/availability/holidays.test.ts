import { afterEach, describe, expect, it } from "vitest";
import { parseDate } from "~/domain/availability/calendar-days";
import { holidaysBetween, missingFrom } from "~/domain/availability/holidays";
import { countries, guessCountry, publicHolidays, regions } from "~/domain/availability/holidays.server";

const realZone = process.env.TZ;

afterEach(() => {
  process.env.TZ = realZone;
});

async function holidays(place: string, from: string, to: string) {
  const [country = "", region = null] = place.split("-");
  const found = await publicHolidays({ country, region, from: parseDate(from)!, to: parseDate(to)! });
  if (!found.ok) throw new Error(found.reason);
  return found.holidays;
}

async function dates(place: string, from: string, to: string) {
  return (await holidays(place, from, to)).map(({ date }) => date.slice(from.slice(0, 4) === to.slice(0, 4) ? 5 : 0));
}

describe("the public holidays of a country", () => {
  it("are those of Norway, where Easter decides over seven of them", async () => {
    expect(await dates("NO", "2026-01-01", "2026-12-31")).toEqual(
      "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26".split(" "),
    );
    // Easter is on 28 March, and Whit Sunday on 16 May.
    expect(await dates("NO", "2027-01-01", "2027-12-31")).toEqual(
      "01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26".split(" "),
    );
  });

  it("have one row for a date with two names", async () => {
    expect(await holidays("NO", "2027-05-17", "2027-05-17")).toEqual([
      { date: "2027-05-17", name: "Constitution Day, Whit Monday" },
    ]);
  });

  it("are called by their English names", async () => {
    expect((await holidays("NO", "2026-05-14", "2026-05-17")).map(({ name }) => name)).toEqual([
      "Ascension Day",
      "Constitution Day",
    ]);
    expect(await holidays("US", "2026-09-07", "2026-09-07")).toMatchObject([{ name: "Labor Day" }]);
  });

  it("hold the days off in lieu, also across the year's end", async () => {
    expect(await dates("US", "2026-07-01", "2026-07-31")).toEqual(["07-03", "07-04"]);
    expect(await holidays("US", "2027-12-31", "2027-12-31")).toEqual([
      { date: "2027-12-31", name: "New Year's Day (substitute day)" },
    ]);
  });

  it("hold every date of those that last, also across the year's end", async () => {
    // Three days and the afternoon before them.
    expect(await dates("TR", "2026-03-18", "2026-03-26")).toEqual(["03-20", "03-21", "03-22"]);
    expect(await dates("SZ", "2026-12-27", "2026-12-31")).toEqual(["12-28", "12-29", "12-30", "12-31"]);
    expect(await dates("SZ", "2027-01-01", "2027-01-31")).toEqual(["01-01", "01-02"]);
  });

  it("hold whole days only: in Iceland the day before Christmas begins at 13:00", async () => {
    expect(await dates("IS", "2026-12-20", "2026-12-31")).toEqual(["12-25", "12-26"]);
  });

  it("are told from the first day asked for to the last, both included", async () => {
    expect(await dates("NO", "2026-12-25", "2026-12-25")).toEqual(["12-25"]);
    expect(await dates("NO", "2026-12-27", "2026-12-31")).toEqual([]);
  });

  it("differ by region", async () => {
    const [bavaria, berlin] = [
      await dates("DE-BY", "2026-01-01", "2026-12-31"),
      await dates("DE-BE", "2026-01-01", "2026-12-31"),
    ];
    expect(bavaria).toContain("01-06");
    expect(bavaria).not.toContain("03-08");
    expect(berlin).toContain("03-08");
    expect(berlin).not.toContain("01-06");
    expect(await dates("DE-BY.KATH", "2026-08-01", "2026-08-31")).toEqual(["08-15"]);
  });

  it("do not depend on the process's zone", async () => {
    const places = ["NO", "US", "TR", "DE-BY", "NZ", "IL", "CN"];
    const answers: unknown[] = [];
    const offsets = new Set<number>();
    for (const zone of ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe"]) {
      process.env.TZ = zone;
      offsets.add(new Date(2026, 0, 1).getTimezoneOffset());
      answers.push(await Promise.all(places.map((place) => holidays(place, "2026-01-01", "2027-12-31"))));
    }
    expect(offsets.size).toBe(4);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("are refused for a country or region that is not known", async () => {
    const days = { from: 0, to: 1 };
    expect(await publicHolidays({ country: "QQ", region: null, ...days })).toEqual({
      ok: false,
      reason: "unknown_country",
    });
    for (const [country, region] of [
      ["NO", "BY"],
      ["DE", "ZZ"],
      ["DE", ""],
    ] as const) {
      expect(await publicHolidays({ country, region, ...days })).toEqual({ ok: false, reason: "unknown_region" });
    }
    for (const country of ["", "no", "NO.BY", "__proto__"]) {
      expect(await publicHolidays({ country, region: null, ...days })).toMatchObject({ ok: false });
      expect(await regions(country)).toEqual([]);
    }
  });
});

describe("the countries and regions", () => {
  it("stand in the order of their English names", async () => {
    const names = (await countries()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(200);
    expect(names.indexOf("Åland Islands")).toBeLessThan(names.indexOf("Albania"));
    expect(names).toContain("Norway");
    expect((await regions("GB")).map(({ name }) => name)).toEqual([
      "Alderney",
      "England",
      "Northern Ireland",
      "Scotland",
      "Wales",
    ]);
    expect(await regions("NO")).toEqual([]);
  });

  it("each have holidays that can be told", async () => {
    for (const { code } of await countries()) {
      expect(await publicHolidays({ country: code, region: null, from: 20_454, to: 20_818 })).toMatchObject({
        ok: true,
      });
    }
  });

  it("are guessed from the zone", async () => {
    const zones = ["Europe/Oslo", "America/New_York", "Asia/Kolkata", "Asia/Calcutta", "Europe/Kyiv", "Europe/Zagreb"];
    expect(await Promise.all(zones.map(guessCountry))).toEqual(["NO", "US", "IN", "IN", "UA", "HR"]);
    expect(await Promise.all(["UTC", "Etc/GMT+3", "Antarctica/Vostok"].map(guessCountry))).toEqual([null, null, null]);
  });
});

describe("a list of holidays", () => {
  it("takes a day with a clock change for a whole one", () => {
    const hour = 3_600_000;
    const spell = { date: "2026-03-29 00:00:00", name: "A day", lengthMs: 23 * hour };
    expect(holidaysBetween([spell], 0, 30_000)).toEqual([{ date: "2026-03-29", name: "A day" }]);
    expect(holidaysBetween([{ ...spell, lengthMs: 25 * hour }], 0, 30_000)).toHaveLength(1);
  });

  it("adds what a list of dates lacks, and tells what was there", () => {
    const [first, second] = [
      { date: "2026-12-25", name: "Christmas Day" },
      { date: "2026-12-26", name: "Boxing Day" },
    ];
    expect(missingFrom(["2026-12-25"], "Norway", [first, second])).toEqual({
      place: "Norway",
      added: [second],
      already: [first],
    });
  });
});
