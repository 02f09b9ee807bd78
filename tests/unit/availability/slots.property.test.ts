import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  countedSpan,
  explainSlots,
  heldSpan,
  hostSlots,
  hostsFreeAt,
  hostsWithMore,
  neededSpan,
  teamSlots,
} from "~/domain/availability/slots";
import { openHours } from "~/domain/availability/working-hours";
import { localDay } from "~/domain/availability/zones";
import { DAY } from "./builders";
import { slotsByMinute } from "./by-minute";
import { questionIn, ZONES, type Question } from "./questions";

vi.setConfig({ testTimeout: 120_000 });

const modes = ["any", "all"] as const;
const question = questionIn(ZONES);
const bare = {
  minimumNoticeMs: -1000 * DAY,
  windowDays: null,
  excludedDates: new Set<number>(),
  maxPerDay: null,
  maxPerWeek: null,
};

function holds(runs: number, check: (question: Question) => void) {
  fc.assert(fc.property(question, check), { numRuns: runs });
}

/** The first and the last instants of the pairs. */
function pairs(list: readonly number[]): [number, number][] {
  return Array.from({ length: list.length / 2 }, (_, i) => [list[2 * i]!, list[2 * i + 1]!]);
}

describe("slots in every zone, near clock changes", () => {
  it("are those that counting minute by minute finds, zone by zone", () => {
    let found = 0;
    ZONES.forEach((zone, seed) => {
      const { rules, hosts, now, range } = fc.sample(questionIn([zone]), { seed, numRuns: 1 })[0]!;
      const slots = hostSlots(rules, hosts[0]!, now, range);
      expect(slots, `${zone}, seed ${seed}`).toEqual(slotsByMinute(rules, hosts[0]!, now, range));
      found += slots.length;
    });
    expect(found).toBeGreaterThan(1000);
  });

  it("are those that counting minute by minute finds, whatever is asked", () => {
    holds(150, ({ rules, hosts, now, range }) => {
      expect(hostSlots(rules, hosts[0]!, now, range)).toEqual(slotsByMinute(rules, hosts[0]!, now, range));
    });
  });

  it("come in order and once, inside open hours, clear of claims and busy blocks with their buffers", () => {
    holds(250, ({ rules, hosts, now, range }) => {
      const own = hosts[0]!;
      const slots = hostSlots(rules, own, now, range);
      const zone = own.schedule.timeZone;
      const { joined } = openHours(own.schedule, localDay(zone, range.from) - 3, localDay(zone, range.to) + 3);
      const taken = pairs([...own.claims, ...own.busy]).filter(([from, to]) => from < to);
      slots.forEach((start, i) => {
        if (i > 0) expect(start).toBeGreaterThan(slots[i - 1]!);
        expect(pairs(joined).some(([from, to]) => from <= start && start + rules.durationMs <= to)).toBe(true);
        const [from, to] = heldSpan(rules, start);
        expect(taken.filter((block) => block[0] < to && from < block[1])).toEqual([]);
      });
    });
  });

  it("of a range are those of its parts, one after the other", () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(question, cuts, ({ rules, hosts, now, range }, shares) => {
        const inner = shares.map((share) => range.from + Math.floor((range.to - range.from) * share));
        const edges = [range.from, ...inner.sort((a, b) => a - b), range.to];
        for (const mode of modes) {
          const parts = edges.slice(1).map((to, i) => teamSlots(rules, hosts, mode, now, { from: edges[i]!, to }));
          expect(parts.flat()).toEqual(teamSlots(rules, hosts, mode, now, range));
        }
      }),
      { numRuns: 250 },
    );
  });

  it("only grow when a busy block or a claim goes", () => {
    holds(250, ({ rules, hosts, now, range }) => {
      const withoutBusy = hosts.map((host) => ({ ...host, busy: host.busy.slice(2) }));
      const withoutClaim = hosts.map((host) => ({ ...host, claims: host.claims.slice(0, -2) }));
      for (const mode of modes) {
        const before = teamSlots(rules, hosts, mode, now, range);
        for (const freed of [withoutBusy, withoutClaim]) {
          expect(teamSlots(rules, freed, mode, now, range)).toEqual(expect.arrayContaining(before));
        }
      }
    });
  });

  it("of any are those of the first hosts and of those whose hours have more, whoever the first are", () => {
    const firsts = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(question, firsts, ({ rules, hosts, now, range }, first) => {
        const some = hosts.slice(0, first);
        const found = teamSlots(rules, some, "any", now, range);
        const more = hostsWithMore(rules, hosts.slice(first), now, range, found);
        expect(teamSlots(rules, [...some, ...more], "any", now, range)).toEqual(
          teamSlots(rules, hosts, "any", now, range),
        );
      }),
      { numRuns: 250 },
    );
  });

  it("need no more claims, blocks and bookings than their spans hold", () => {
    holds(200, ({ rules, hosts, now, range }) => {
      const needed = neededSpan(rules, range);
      const counted = countedSpan(range);
      const loaded = hosts.map((host) => ({
        ...host,
        claims: pairs(host.claims)
          .filter(([from, to]) => from < needed.to && needed.from < to)
          .flat(),
        busy: pairs(host.busy)
          .filter(([from, to]) => from < needed.to && needed.from < to)
          .flat(),
        bookedStarts: host.bookedStarts.filter((start) => counted.from <= start && start < counted.to),
      }));
      for (const mode of modes) {
        expect(explainSlots(rules, loaded, mode, now, range)).toEqual(explainSlots(rules, hosts, mode, now, range));
      }
    });
  });

  it("stay on the grid of the open hours whatever is taken", () => {
    holds(200, ({ rules, hosts, now, range }) => {
      const empty = { ...hosts[0]!, claims: [], busy: [], bookedStarts: [] };
      const grid = hostSlots({ ...rules, ...bare }, empty, now, range);
      expect(grid).toEqual(expect.arrayContaining(hostSlots(rules, hosts[0]!, now, range)));
    });
  });

  it("do not depend on the order in which blocks, bookings and hosts are given", () => {
    holds(150, ({ rules, hosts, now, range }) => {
      const turned = hosts
        .map((host) => ({
          ...host,
          claims: pairs(host.claims).reverse().flat(),
          busy: pairs(host.busy).reverse().flat(),
          bookedStarts: [...host.bookedStarts].sort((a, b) => a - b),
        }))
        .reverse();
      for (const mode of modes) {
        expect(teamSlots(rules, turned, mode, now, range)).toEqual(teamSlots(rules, hosts, mode, now, range));
      }
    });
  });

  it("are for any host the hosts' slots together, and for all hosts those that they share", () => {
    holds(250, ({ rules, hosts, now, range }) => {
      const each = hosts.map((host) => hostSlots(rules, host, now, range));
      const together = [...new Set(each.flat())].sort((a, b) => a - b);
      expect(teamSlots(rules, hosts, "any", now, range)).toEqual(together);
      const shared = teamSlots(rules, hosts, "all", now, range);
      expect(together).toEqual(expect.arrayContaining(shared));
      if (isOneZone(hosts)) {
        expect(shared).toEqual(together.filter((start) => each.every((slots) => slots.includes(start))));
      }
    });
  });

  it("are exactly the grid points at which the explanation finds no reason, and the check of one start agrees", () => {
    holds(200, ({ rules, hosts, now, range }) => {
      for (const mode of modes) {
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

  it("lack for a reason exactly where that rule alone would refuse them", () => {
    holds(150, ({ rules, hosts, now, range }) => {
      const { durationMs, intervalMs, bufferBeforeMs, bufferAfterMs } = rules;
      const plain = { ...bare, durationMs, intervalMs, bufferBeforeMs, bufferAfterMs };
      const own = hosts[0]!;
      const empty = { ...own, claims: [], busy: [], bookedStarts: [] };
      const open = hostSlots(plain, empty, now, range);
      const alone: Record<string, number[]> = {
        notice: hostSlots({ ...plain, minimumNoticeMs: rules.minimumNoticeMs }, empty, now, range),
        window: hostSlots({ ...plain, windowDays: rules.windowDays }, empty, now, range),
        excluded_date: hostSlots({ ...plain, excludedDates: rules.excludedDates }, empty, now, range),
        daily_limit: hostSlots({ ...plain, maxPerDay: rules.maxPerDay }, { ...own, claims: [], busy: [] }, now, range),
        weekly_limit: hostSlots(
          { ...plain, maxPerWeek: rules.maxPerWeek },
          { ...own, claims: [], busy: [] },
          now,
          range,
        ),
        claimed: hostSlots(plain, { ...empty, claims: own.claims }, now, range),
        busy: hostSlots(plain, { ...empty, busy: own.busy }, now, range),
      };
      for (const { start, hosts: answers } of explainSlots(rules, [own], "any", now, range)) {
        const { reasons } = answers[0]!;
        expect(reasons.includes("outside_hours")).toBe(!open.includes(start));
        if (!open.includes(start)) continue;
        const expected = Object.keys(alone).filter((reason) => !alone[reason]!.includes(start));
        expect([...reasons].sort()).toEqual(expected.sort());
      }
    });
  });
});

// Every host here has the same weekly hours, so one zone means one grid.
function isOneZone(hosts: Question["hosts"]) {
  return hosts.every((host) => host.schedule.timeZone === hosts[0]!.schedule.timeZone);
}
