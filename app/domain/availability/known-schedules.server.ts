import type { ScheduleHours } from "./working-hours";

/** A schedule as it was read, whole. */
export type KnownSchedule = {
  id: string;
  /** Another one after each change of the schedule, its hours and its dates. */
  version: string;
  hours: ScheduleHours;
  /** The hours and dates as text. */
  stamp: string;
};

/** How many stretches and dates are kept in all, and how many schedules. */
type Limits = { parts: number; schedules: number };

/**
 * Schedules change seldom, and to read and unpack one takes longer than to compare its version. So a process remembers what
 * it has read. No answer rests on that: who asks the database says which version they know, and is sent the schedule as it
 * is now where that is another one.
 */
export class KnownSchedules {
  private readonly known = new Map<string, KnownSchedule>();
  private parts = 0;

  constructor(private readonly limits: Limits = { parts: 200_000, schedules: 20_000 }) {}

  get(key: string): KnownSchedule | undefined {
    return this.known.get(key);
  }

  /** Forgets those that were learned longest ago, where there are too many. */
  learn(key: string, schedule: KnownSchedule) {
    this.forget(key);
    this.known.set(key, schedule);
    this.parts += partsOf(schedule);
    for (const eldest of this.known.keys()) {
      if (this.parts <= this.limits.parts && this.known.size <= this.limits.schedules) break;
      this.forget(eldest);
    }
  }

  private forget(key: string) {
    const schedule = this.known.get(key);
    if (!schedule) return;
    this.parts -= partsOf(schedule);
    this.known.delete(key);
  }
}

function partsOf({ hours: { weekly, overrides } }: KnownSchedule) {
  let numbers = 0;
  for (const day of weekly) numbers += day.length;
  for (const date of overrides.values()) numbers += date.length + 2;
  return numbers / 2;
}
