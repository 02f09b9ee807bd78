import type { z } from "zod";
import { formatMinutes, pairs, weekdays, type Schedule } from "~/domain/availability/schedule";
import { isoInstant } from "~/domain/time";
import type { ScheduleAnswer } from "./schedule-answer";

/** A schedule as the API answers it. */
export function scheduleJson(schedule: Schedule): z.input<typeof ScheduleAnswer> {
  return {
    id: schedule.id,
    name: schedule.name,
    timezone: schedule.timezone,
    is_default: schedule.isDefault,
    availability: schedule.weekly.flatMap((intervals, day) =>
      ranges(intervals).map((range) => ({ weekday: weekdays[day]!, ...range })),
    ),
    overrides: schedule.overrides.map(({ date, intervals }) => ({ date, intervals: ranges(intervals) })),
    created_at: isoInstant(schedule.createdAt.getTime()),
    updated_at: isoInstant(schedule.updatedAt.getTime()),
  };
}

function ranges(intervals: number[]) {
  return pairs(intervals).map(({ start, end }) => ({ start: formatMinutes(start), end: formatMinutes(end) }));
}
