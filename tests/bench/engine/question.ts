import type { Host, SlotRules, TeamMode } from "~/domain/availability/slots";
import type { Scenario } from "./scenarios/generate";

export type Question = { rules: SlotRules; hosts: Host[]; mode: TeamMode; now: number; range: Scenario["range"] };

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * A scenario as the product would ask it, with every rule there and none that changes the answer: two limits and
 * bookings on every weekday, one short of each; a window that ends after the range; an excluded Saturday and Sunday;
 * a date whose override repeats its weekday's hours and a closed Sunday; blocks half as claims and half as busy time;
 * hours of each host in lists of its own, as they come from the database. Buffers are nought: others would change it.
 */
export function ask(scenario: Scenario): Question {
  const { range, now } = scenario;
  const saturday = Date.UTC(2027, 2, 6) / DAY;
  return {
    mode: scenario.mode,
    now,
    range,
    rules: {
      durationMs: scenario.slotMs,
      intervalMs: scenario.slotMs,
      bufferBeforeMs: 0,
      bufferAfterMs: 0,
      minimumNoticeMs: scenario.noticeMs,
      windowDays: Math.ceil((range.to - now) / DAY) + 1,
      excludedDates: new Set([saturday, saturday + 1]),
      maxPerDay: 2,
      maxPerWeek: 6,
    },
    hosts: scenario.hosts.map((busy, index) => ({
      id: `host ${index}`,
      schedule: {
        timeZone: scenario.timeZone,
        weekly: scenario.weekly.map((minutes) => [...minutes]),
        overrides: new Map([
          [saturday - 4, [540, 1020]],
          [saturday + 8, []],
        ]),
      },
      claims: every(busy, 0),
      busy: every(busy, 1),
      bookedStarts: bookedDaily(scenario),
    })),
  };
}

function every(list: readonly number[], odd: number): number[] {
  return list.filter((_, index) => (index >> 1) % 2 === odd);
}

function bookedDaily({ range }: Scenario): number[] {
  const days = Array.from({ length: Math.ceil((range.to - range.from) / DAY) + 14 }, (_, day) => day - 7);
  const starts = days.map((day) => Math.floor(range.from / DAY + day) * DAY + 15 * 60 * MINUTE);
  return starts.filter((start) => new Date(start).getUTCDay() % 6 !== 0);
}
