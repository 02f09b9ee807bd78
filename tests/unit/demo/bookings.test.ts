import { describe, expect, it } from "vitest";
import { hostsOf, planBookings, type Planned } from "~db/demo/bookings";
import { offerOf } from "~db/demo/event-types";
import { minutePairs, together, weeks } from "~db/demo/hours";
import { people } from "~db/demo/people";
import { wallToInstant, workday } from "~db/demo/wall-clock";
import { hostSlots, type Host } from "~/domain/availability/slots";

const minute = 60_000;
const hour = 60 * minute;

/** Every 31 hours for a year: all weekdays, all hours, all clock changes. */
const moments = Array.from({ length: 283 }, (_, index) => Date.UTC(2026, 10, 20) + index * 31 * hour);

describe("the demo's bookings", () => {
  it("lie on slots of their host's hours, whenever the demo is made", () => {
    const stray = moments.flatMap((now) => planBookings(now).filter((booking) => !isOnSlot(booking)));
    expect(stray.map(({ host, start }) => `${host} ${new Date(start).toISOString()}`)).toEqual([]);
  });

  it("never claim the same time of one host twice", () => {
    for (const now of moments) {
      const live = planBookings(now).filter(({ status }) => status === "pending" || status === "confirmed");
      const spans = live.flatMap((each) => hostsOf(each).map((host) => ({ host, booking: each, ...claimOf(each) })));
      const overlapping = spans.filter((a) =>
        spans.some((b) => a.booking !== b.booking && a.host === b.host && a.from < b.to && b.from < a.to),
      );
      expect(overlapping).toEqual([]);
    }
  });

  it("are past where they are completed and ahead where they are not", () => {
    for (const now of moments) {
      for (const booking of planBookings(now)) {
        if (booking.status === "completed") expect(booking.end).toBeLessThan(now);
        if (booking.status === "pending" || booking.status === "confirmed") expect(booking.start).toBeGreaterThan(now);
        expect(booking.bookedAt).toBeLessThan(Math.min(now, booking.start));
      }
    }
  });
});

describe("wall clock", () => {
  it("follows the zone over its clock changes", () => {
    expect(new Date(wallToInstant("Europe/Oslo", "2027-03-27", "10:00")).toISOString()).toBe(
      "2027-03-27T09:00:00.000Z",
    );
    expect(new Date(wallToInstant("Europe/Oslo", "2027-03-28", "10:00")).toISOString()).toBe(
      "2027-03-28T08:00:00.000Z",
    );
    expect(new Date(wallToInstant("Asia/Kolkata", "2026-11-23", "15:30")).toISOString()).toBe(
      "2026-11-23T10:00:00.000Z",
    );
  });

  it("counts working days from the zone's own today", () => {
    const fridayEveningInLondon = Date.parse("2026-11-20T20:00:00Z");
    expect(workday("America/Chicago", fridayEveningInLondon, 1)).toBe("2026-11-23");
    expect(workday("Asia/Kolkata", fridayEveningInLondon, 0)).toBe("2026-11-21");
    expect(workday("Asia/Kolkata", fridayEveningInLondon, -1)).toBe("2026-11-20");
  });
});

function isOnSlot(booking: Planned) {
  const rules = rulesOf(booking);
  return hostSlots(rules, hostOf(booking), 0, { from: booking.start, to: booking.start + minute }).includes(
    booking.start,
  );
}

function rulesOf({ offer, start, end }: Planned) {
  const { slotIntervalMinutes, bufferBefore = 0, bufferAfter = 0 } = offerOf(offer);
  return {
    durationMs: end - start,
    intervalMs: slotIntervalMinutes ? slotIntervalMinutes * minute : end - start,
    bufferBeforeMs: bufferBefore * minute,
    bufferAfterMs: bufferAfter * minute,
    minimumNoticeMs: 0,
    windowDays: null,
    excludedDates: new Set<number>(),
    maxPerDay: null,
    maxPerWeek: null,
  };
}

/** What needs everybody has hours of its own. */
function hostOf({ host, accepted }: Planned): Host {
  const weekly = [...(accepted ? together : weeks[host]).map((ranges) => minutePairs(ranges).flat()), [], []];
  const schedule = { timeZone: people[host].timezone, weekly, overrides: new Map() };
  return { id: host, schedule, claims: [], busy: [], bookedStarts: [] };
}

function claimOf({ offer, start, end }: Planned) {
  const { bufferBefore = 0, bufferAfter = 0 } = offerOf(offer);
  return { from: start - bufferBefore * minute, to: end + bufferAfter * minute };
}
