import fc from "fast-check";
import type { Host, Range, SlotRules } from "~/domain/availability/slots";
import { localDay } from "~/domain/availability/zones";
import { DAY, HOUR, MINUTE } from "./builders";
import { offset } from "./by-minute";

export type Question = { rules: SlotRules; hosts: Host[]; now: number; range: Range };

const links =
  "UTC GMT Etc/GMT+12 Etc/GMT-14 EST5EDT CST6CDT MST7MDT PST8PDT CET EET MET WET US/Eastern US/Samoa Brazil/East " +
  "Canada/Newfoundland Mexico/General Chile/Continental Cuba GB Eire Poland Portugal Turkey Egypt Israel Iran Japan " +
  "PRC ROC ROK Singapore NZ NZ-CHAT Australia/LHI Asia/Kathmandu Asia/Kolkata Asia/Ho_Chi_Minh Asia/Yangon " +
  "America/Nuuk America/Godthab America/Argentina/Buenos_Aires Europe/Kyiv Atlantic/Faroe";

/** Every zone there is, by its present name and by some of the old ones that schedules may still carry. */
export const ZONES = [...new Set([...Intl.supportedValuesOf("timeZone"), ...links.split(" ")])];

const dial = fc
  .array(fc.integer({ min: 0, max: 288 }), { minLength: 0, maxLength: 6 })
  .map((ticks) => [...new Set(ticks)].sort((a, b) => a - b).map((tick) => tick * 5))
  .map((minutes) => (minutes.length % 2 === 0 ? minutes : minutes.slice(1)));

/** One to three hosts in these zones, near a clock change of the first one's, with every rule at times. */
export function questionIn(zones: readonly string[]): fc.Arbitrary<Question> {
  return seedIn(zones).map(questionOf);
}

function seedIn(zones: readonly string[]) {
  return fc.record({
    zones: fc.array(fc.constantFrom(...zones), { minLength: 1, maxLength: 3 }),
    isOneZone: fc.boolean(),
    year: fc.integer({ min: 1990, max: 2037 }),
    pick: fc.nat(400),
    fromHours: fc.integer({ min: -48, max: 24 }),
    length: fc.integer({ min: 1, max: 72 }),
    weekly: fc.array(dial, { minLength: 7, maxLength: 7 }),
    override: fc.option(fc.tuple(fc.integer({ min: -1, max: 2 }), dial)),
    allNight: fc.boolean(),
    duration: fc.constantFrom(5, 15, 30, 45, 60, 180, 600),
    interval: fc.constantFrom(5, 15, 20, 30, 50, 60),
    before: fc.constantFrom(0, 0, 5, 30),
    after: fc.constantFrom(0, 0, 10, 45),
    notice: fc.constantFrom(0, 60, 600),
    nowHours: fc.integer({ min: -80, max: 10 }),
    windowDays: fc.option(fc.integer({ min: 0, max: 4 })),
    excluded: fc.option(fc.integer({ min: -1, max: 3 })),
    maxPerDay: fc.option(fc.integer({ min: 1, max: 2 })),
    maxPerWeek: fc.option(fc.integer({ min: 1, max: 3 })),
    stretches: fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 0, max: 50 })), {
      maxLength: 12,
    }),
    booked: fc.array(fc.integer({ min: -1800, max: 1800 }), { maxLength: 4 }),
  });
}

type Seed = ReturnType<typeof seedIn> extends fc.Arbitrary<infer Value> ? Value : never;

function questionOf(seed: Seed): Question {
  const centre = moment(seed.zones[0]!, seed.year, seed.pick);
  const instants = seed.stretches.map(([at, length]) => [
    centre + at * 5 * MINUTE,
    centre + (at + length) * 5 * MINUTE,
  ]);
  const hosts = seed.zones.map((zone, i) => {
    const timeZone = seed.isOneZone ? seed.zones[0]! : zone;
    const weekly = seed.allNight ? Array.from({ length: 7 }, () => [0, 360, 1200, 1440]) : seed.weekly;
    const day = localDay(timeZone, centre) + (seed.override?.[0] ?? 0);
    const overrides = new Map(seed.override ? [[day, seed.override[1]]] : []);
    return {
      id: `host ${i}`,
      schedule: { timeZone, weekly, overrides },
      claims: instants.filter((_, at) => at % 4 === i % 4).flat(),
      busy: instants.filter((_, at) => at % 4 === (i + 1) % 4).flat(),
      bookedStarts: seed.booked.map((at) => centre + at * 5 * MINUTE),
    };
  });
  const from = centre + seed.fromHours * HOUR;
  const excluded = seed.excluded === null ? [] : [localDay(seed.zones[0]!, centre) + seed.excluded];
  return {
    hosts,
    now: centre + seed.nowHours * HOUR,
    range: { from, to: from + seed.length * HOUR },
    rules: {
      durationMs: seed.duration * MINUTE,
      intervalMs: seed.interval * MINUTE,
      bufferBeforeMs: seed.before * MINUTE,
      bufferAfterMs: seed.after * MINUTE,
      minimumNoticeMs: seed.notice * MINUTE,
      windowDays: seed.windowDays,
      excludedDates: new Set(excluded),
      maxPerDay: seed.maxPerDay,
      maxPerWeek: seed.maxPerWeek,
    },
  };
}

/** The start of a UTC day in the zone's year, one with a clock change if there is any. */
function moment(zone: string, year: number, pick: number): number {
  const weeks = Array.from({ length: 52 }, (_, week) => Date.UTC(year, 0, 1 + 7 * week));
  const changed = weeks.filter((week) => offset(zone, week) !== offset(zone, week + 7 * DAY));
  const week = changed.length > 0 ? changed[pick % changed.length]! : weeks[pick % 52]!;
  const days = Array.from({ length: 7 }, (_, day) => week + day * DAY);
  return days.find((day) => offset(zone, day) !== offset(zone, day + DAY)) ?? days[pick % 7]!;
}
