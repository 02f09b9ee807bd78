import { Remembered, type Limits } from "../remembered.server";
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

/**
 * Schedules change seldom, and to read and unpack one takes longer than to compare its version. So a process remembers what
 * it has read. No answer rests on that: who asks the database says which version they know, and is sent the schedule as it
 * is now where that is another one.
 */
export class KnownSchedules extends Remembered<KnownSchedule> {
  constructor(limits: Limits = { values: 20_000, size: 200_000 }) {
    super(limits, partsOf);
  }
}

/** Its stretches and dates. */
function partsOf({ hours: { weekly, overrides } }: KnownSchedule) {
  let numbers = 0;
  for (const day of weekly) numbers += day.length;
  for (const date of overrides.values()) numbers += date.length + 2;
  return numbers / 2;
}
