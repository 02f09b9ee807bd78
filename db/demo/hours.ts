import { randomUUID } from "node:crypto";
import type { Transaction } from "../client";
import { bookingAvailability, bookingDateOverrides, bookingSchedules } from "../schema";
import { keys, people, type Firm, type PersonKey } from "./people";
import { workday } from "./wall-clock";

/** Ranges of each weekday, Monday first. */
type Week = [string, string, string, string, string];

const lateThursday = "14:00-18:00 20:00-24:00";

export const weeks: Record<PersonKey, Week> = {
  maya: ["09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-15:00"],
  daniel: [
    "08:00-12:00 13:00-17:00",
    "08:00-12:00 13:00-17:00",
    "08:00-12:00 13:00-17:00",
    "08:00-12:00 13:00-17:00",
    "08:00-12:00 13:00-16:00",
  ],
  // Her Thursday goes on after midnight.
  anjali: ["12:30-17:30", "12:30-17:30", "12:30-17:30", lateThursday, "00:00-01:00 12:30-17:30"],
};

/** When all three are awake: early in Chicago, late in Kolkata. Maya's second schedule, for what needs everybody. */
export const together: Week = Array.from({ length: 5 }, () => "15:00-17:30") as Week;

/** A half day, and a day off; no booking of the demo lies on them. */
const overrides: { who: PersonKey; day: number; ranges: string }[] = [
  { who: "maya", day: 5, ranges: "09:00-12:00" },
  { who: "anjali", day: 6, ranges: "" },
];

/** The id of the schedule for what needs everybody. */
export async function insertHours(tx: Transaction, { workspaceId, userIds }: Firm, now: number): Promise<string> {
  const scheduleOf = (key: PersonKey, name: string, isDefault: boolean) => ({
    workspaceId,
    id: randomUUID(),
    userId: userIds[key],
    name,
    timezone: people[key].timezone,
    isDefault,
  });
  const own = keys.map((key) => scheduleOf(key, "Working hours", true));
  const shared = scheduleOf("maya", "When all are awake", false);
  const scheduleIds = Object.fromEntries(keys.map((key, index) => [key, own[index]!.id]));
  const hoursOf = (scheduleId: string, week: Week) =>
    week.flatMap((ranges, weekday) =>
      minutePairs(ranges).map(([startMinute, endMinute]) => ({
        workspaceId,
        scheduleId,
        weekday,
        startMinute,
        endMinute,
      })),
    );
  const hours = [...keys.flatMap((key) => hoursOf(scheduleIds[key]!, weeks[key])), ...hoursOf(shared.id, together)];
  const dates = overrides.map(({ who, day, ranges }) => ({
    workspaceId,
    scheduleId: scheduleIds[who]!,
    date: workday(people[who].timezone, now, day),
    intervals: minutePairs(ranges).flat(),
  }));
  await tx.insert(bookingSchedules).values([...own, shared]);
  await tx.insert(bookingAvailability).values(hours);
  await tx.insert(bookingDateOverrides).values(dates);
  return shared.id;
}

export function minutePairs(ranges: string): [number, number][] {
  return ranges
    .split(" ")
    .filter(Boolean)
    .map((range) => range.split("-").map(minutesOf) as [number, number]);
}

function minutesOf(time: string) {
  const [hours, minutes] = time.split(":").map(Number);
  return hours! * 60 + minutes!;
}
