import { z } from "zod";
import { line, writtenDateField, zoneField } from "~/domain/fields";
import { rangeProblems } from "./ranges";
import { parseMinutes, weekdays } from "./schedule";

const time = z
  .string({ error: "The time is missing." })
  .refine((value) => parseMinutes(value) !== null, "A time looks like 09:00, from 00:00 to 24:00.")
  .meta({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$", examples: ["09:00"] })
  .transform((value) => parseMinutes(value) ?? 0);

const range = z.strictObject({ start: time, end: time }, { error: "Hours have a start and an end." });

const weekdayRange = z.strictObject(
  { weekday: z.enum(weekdays, { error: "The weekday is one of monday to sunday." }), start: time, end: time },
  { error: "Hours have a weekday, a start and an end." },
);

const availability = z
  .array(weekdayRange, { error: "The weekly hours come as a list." })
  .max(84, "Weekly hours: 84 ranges at most.")
  .superRefine((ranges, context) => {
    for (const weekday of weekdays) {
      const places = ranges.flatMap((range, place) => (range.weekday === weekday ? [place] : []));
      for (const { index, path, message } of rangeProblems(places.map((place) => ranges[place]!))) {
        context.addIssue({ code: "custom", path: [places[index]!, path], message });
      }
    }
  })
  .transform((ranges) => weekdays.map((weekday) => inOrder(ranges.filter((range) => range.weekday === weekday))));

const dateOverride = {
  date: writtenDateField,
  intervals: z
    .array(range, { error: "The hours of a date come as a list; an empty one closes it." })
    .superRefine((intervals, context) => {
      for (const { index, path, message } of rangeProblems(intervals)) {
        context.addIssue({ code: "custom", path: [index, path], message });
      }
    })
    .transform(inOrder),
};

type Dated = { date: string; intervals: number[]; note?: string };

/** One date that replaces its weekly hours; without intervals it is closed. Its note stays what it was. */
const DateOverrideInput: z.ZodType<Dated> = z.strictObject(dateOverride, {
  error: "A date has a date and its intervals.",
});

/** The same as the schedule's page knows it: with what the date is. */
export const NamedDateInput = z.strictObject({ ...dateOverride, note: line("The name", 100, 0) });

/** Most dates that one schedule keeps. */
const mostDates = 400;

function eachOnce(date: z.ZodType<Dated>) {
  return z
    .array(date, { error: "Other dates come as a list." })
    .max(mostDates, `Other dates: ${mostDates} at most.`)
    .superRefine((all, context) => {
      all.forEach(({ date }, index) => {
        if (all.findIndex((each) => each.date === date) === index) return;
        context.addIssue({ code: "custom", path: [index, "date"], message: "This date is in the list twice." });
      });
    });
}

const fields = {
  name: line("The name", 100),
  timezone: zoneField,
  is_default: z.boolean({ error: "is_default is true or false." }),
  availability,
  overrides: eachOnce(DateOverrideInput),
};

/** A change: what is left out stays as it is; a list that is given replaces the whole list. */
export const SchedulePatch = z.strictObject(fields).partial();

/** A new schedule. Without weekly hours it is closed but for its other dates. */
export const ScheduleInput = z.strictObject({
  ...fields,
  is_default: fields.is_default.default(false),
  availability: fields.availability.default([[], [], [], [], [], [], []]),
  overrides: fields.overrides.default([]),
});

/** What the page of a schedule sends: everything it shows. */
export const SchedulePageInput = z.strictObject({
  ...fields,
  is_default: fields.is_default.optional(),
  overrides: eachOnce(NamedDateInput),
});

export type SchedulePageInput = z.output<typeof SchedulePageInput>;
export type SchedulePatch = z.output<typeof SchedulePatch>;
export type ScheduleInput = z.output<typeof ScheduleInput>;

function inOrder(ranges: { start: number; end: number }[]): number[] {
  return [...ranges].sort((a, b) => a.start - b.start).flatMap(({ start, end }) => [start, end]);
}
