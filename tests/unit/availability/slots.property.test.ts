import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { contains, merge, overlaps } from "~/domain/availability/intervals";
import {
  explainSlots,
  heldSpan,
  hostSlots,
  hostsFreeAt,
  teamSlots,
  type Host,
  type Range,
  type SlotRules,
} from "~/domain/availability/slots";
import { openHours } from "~/domain/availability/working-hours";
import { localDay } from "~/domain/availability/zones";
import { DAY, HOUR, MINUTE } from "./builders";
import { offset, slotsByMinute } from "./by-minute";

const ZONES = [...Intl.supportedValuesOf("timeZone"), "UTC"];
const realZone = process.env.TZ;

vi.setConfig({ testTimeout: 60_000 });

afterEach(() => {
  vi.useRealTimers();
  if (realZone === undefined) delete process.env.TZ;
  else process.env.TZ = realZone;
});

type Question = { rules: SlotRules; hosts: Host[]; now: number; range: Range };

/** The start of a UTC day in the zone's year, one with a clock change if there is any. */
function moment(zone: string, year: number, pick: number): number {
  const weeks = Array.from({ length: 52 }, (_, week) => Date.UTC(year, 0, 1 + 7 * week));
  const changed = weeks.filter((week) => offset(zone, week) !== offset(zone, week + 7 * DAY));
  const week = changed.length > 0 ? changed[pick % changed.length]! : weeks[pick % 52]!;
  const days = Array.from({ length: 7 }, (_, day) => week + day * DAY);
  return days.find((day) => offset(zone, day) !== offset(zone, day + DAY)) ?? days[pick % 7]!;
}

const dial = fc
  .array(fc.integer({ min: 0, max: 288 }), { minLength: 0, maxLength: 6 })
  .map((ticks) => [...new Set(ticks)].sort((a, b) => a - b).map((tick) => tick * 5))
  .map((minutes) => (minutes.length % 2 === 0 ? minutes : minutes.slice(1)));

const question: fc.Arbitrary<Question> = fc
  .record({
    zones: fc.array(fc.constantFrom(...ZONES), { minLength: 1, maxLength: 3 }),
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
    stretches: fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 1, max: 50 })), {
      maxLength: 12,
    }),
    booked: fc.array(fc.integer({ min: -1800, max: 1800 }), { maxLength: 4 }),
  })
  .map((seed) => {
    const centre = moment(seed.zones[0]!, seed.year, seed.pick);
    const instants = seed.stretches.map(([at, length]) => [
      centre + at * 5 * MINUTE,
      centre + (at + length) * 5 * MINUTE,
    ]);
    const hosts = seed.zones.map((timeZone, i) => {
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
  });

function holds(runs: number, check: (question: Question) => void) {
  fc.assert(fc.property(question, check), { numRuns: runs });
}

describe("slots in every zone, near clock changes", () => {
  it("are those that counting minute by minute finds", () => {
    let found = 0;
    holds(150, ({ rules, hosts, now, range }) => {
      const slots = hostSlots(rules, hosts[0]!, now, range);
      expect(slots).toEqual(slotsByMinute(rules, hosts[0]!, now, range));
      found += slots.length;
    });
    expect(found).toBeGreaterThan(50);
  });

  it("come in order and once, inside open hours, clear of claims and busy blocks with their buffers", () => {
    holds(250, ({ rules, hosts, now, range }) => {
      const own = hosts[0]!;
      const slots = hostSlots(rules, own, now, range);
      const zone = own.schedule.timeZone;
      const { joined } = openHours(own.schedule, localDay(zone, range.from) - 3, localDay(zone, range.to) + 3);
      slots.forEach((start, i) => {
        if (i > 0) expect(start).toBeGreaterThan(slots[i - 1]!);
        expect(contains(joined, start, start + rules.durationMs)).toBe(true);
        const [from, to] = heldSpan(rules, start);
        expect(overlaps(merge(own.claims), from, to)).toBe(false);
        expect(overlaps(merge(own.busy), from, to)).toBe(false);
      });
    });
  });

  it("of a range are those of its parts, one after the other", () => {
    fc.assert(
      fc.property(question, fc.double({ min: 0, max: 1, noNaN: true }), ({ rules, hosts, now, range }, share) => {
        const cut = range.from + Math.floor((range.to - range.from) * share);
        for (const mode of ["any", "all"] as const) {
          const ask = (from: number, to: number) => teamSlots(rules, hosts, mode, now, { from, to });
          expect([...ask(range.from, cut), ...ask(cut, range.to)]).toEqual(ask(range.from, range.to));
        }
      }),
      { numRuns: 250 },
    );
  });

  it("only grow when a busy block goes", () => {
    holds(250, ({ rules, hosts, now, range }) => {
      const freed = hosts.map((host) => ({ ...host, busy: host.busy.slice(2) }));
      for (const mode of ["any", "all"] as const) {
        const after = teamSlots(rules, freed, mode, now, range);
        expect(after).toEqual(expect.arrayContaining(teamSlots(rules, hosts, mode, now, range)));
      }
    });
  });

  it("stay on the grid of the open hours whatever is taken", () => {
    holds(200, ({ rules, hosts, now, range }) => {
      const bare = { ...rules, windowDays: null, excludedDates: new Set<number>(), maxPerDay: null, maxPerWeek: null };
      const empty = { ...hosts[0]!, claims: [], busy: [], bookedStarts: [] };
      const grid = hostSlots({ ...bare, minimumNoticeMs: 0 }, empty, range.from - DAY, range);
      expect(grid).toEqual(expect.arrayContaining(hostSlots(rules, hosts[0]!, now, range)));
    });
  });

  it("are for any host the hosts' slots together", () => {
    holds(200, ({ rules, hosts, now, range }) => {
      const together = new Set(hosts.flatMap((host) => hostSlots(rules, host, now, range)));
      expect(teamSlots(rules, hosts, "any", now, range)).toEqual([...together].sort((a, b) => a - b));
    });
  });

  it("are exactly the grid points at which the explanation finds no reason, and the check of one start agrees", () => {
    holds(200, ({ rules, hosts, now, range }) => {
      for (const mode of ["any", "all"] as const) {
        const points = explainSlots(rules, hosts, mode, now, range);
        const free = points.filter(({ hosts: answers }) => {
          const clear = answers.filter((answer) => answer.reasons.length === 0).length;
          return mode === "any" ? clear > 0 : clear === hosts.length;
        });
        expect(free.map((point) => point.start)).toEqual(teamSlots(rules, hosts, mode, now, range));
        for (const point of points.slice(0, 10)) {
          expect(hostsFreeAt(rules, hosts, mode, point.start, now)).toEqual(point.hosts);
        }
      }
    });
  });

  it("do not depend on the process's zone or on today's date", () => {
    holds(60, ({ rules, hosts, now, range }) => {
      const offsets = new Set<number>();
      const answers = ["UTC", "Pacific/Apia", "America/St_Johns"].map((zone, i) => {
        process.env.TZ = zone;
        vi.useFakeTimers({ now: Date.UTC(1999 + 20 * i, 1, 28), toFake: ["Date"] });
        offsets.add(new Date(2026, 0, 1).getTimezoneOffset());
        return teamSlots(rules, hosts, "any", now, range);
      });
      expect(offsets.size).toBe(3);
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    });
  });
});
