import { z } from "zod";
import { ScheduleInput, SchedulePatch } from "~/domain/availability/schedule-input";
import { formatMinutes, pairs, weekdays, type Schedule } from "~/domain/availability/schedule";
import { line, writtenDateField, zoneField } from "~/domain/fields";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const time = z
  .string({ error: "The time is missing." })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "A time looks like 09:00, from 00:00 to 24:00.");

const hours = { startTime: time, endTime: time };

const fields = {
  name: line("The name", 100),
  timeZone: zoneField,
  isDefault: z.boolean({ error: "isDefault is true or false." }),
  availability: z
    .array(
      z.object(
        {
          days: z.array(z.enum(days, { error: "A day is one of Monday to Sunday." })).max(7, "A week has 7 days."),
          ...hours,
        },
        { error: "Hours have days, a startTime and an endTime." },
      ),
      { error: "The availability comes as a list." },
    )
    .max(84, "84 ranges at most."),
  overrides: z
    .array(
      z.object({ date: writtenDateField, ...hours }, { error: "A date has a date, a startTime and an endTime." }),
      {
        error: "Overrides come as a list.",
      },
    )
    .max(400, "400 dates at most.")
    .describe("From 00:00 to 00:00: closed on that date."),
};

const Patch = z.object(fields).partial();
type Patch = z.output<typeof Patch>;

/** A change as Cal.com's clients send it, read as ours. */
export const CalSchedulePatch = Patch.transform((patch, context) => read(SchedulePatch, patch, context));

/** Monday to Friday, 9 to 17. */
const officeHours: Patch["availability"] = [{ days: [...days.slice(0, 5)], startTime: "09:00", endTime: "17:00" }];

export const CalScheduleInput = z
  .object({
    ...fields,
    availability: fields.availability.default(officeHours),
    overrides: fields.overrides.default([]),
  })
  .transform((input, context) => read(ScheduleInput, input, context));

function read<Own extends z.ZodType>(schema: Own, patch: Patch, context: z.RefinementCtx): z.output<Own> {
  const { name, timeZone: timezone, isDefault: is_default, availability, overrides } = patch;
  const own = { name, timezone, is_default, availability: availability?.flatMap(weekly), overrides: byDate(overrides) };
  const read = schema.safeParse(Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)));
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) {
    context.addIssue({ code: "custom", path: path.slice(0, 1), message });
  }
  return z.NEVER;
}

type Range = { startTime: string; endTime: string };

function weekly({ days: chosen, startTime: start, endTime: end }: Range & { days: readonly (typeof days)[number][] }) {
  return [...new Set(chosen)].map((day) => ({ weekday: weekdays[days.indexOf(day)]!, start, end }));
}

/** One date may stand there several times, once for each of its ranges. */
function byDate(overrides: Patch["overrides"]) {
  if (!overrides) return undefined;
  const dates = new Map<string, { start: string; end: string }[]>();
  for (const { date, startTime: start, endTime: end } of overrides) {
    const isClosed = start === end && start === "00:00";
    dates.set(date, [...(dates.get(date) ?? []), ...(isClosed ? [] : [{ start, end }])]);
  }
  return [...dates].map(([date, intervals]) => ({ date, intervals }));
}

const shown = { startTime: z.string(), endTime: z.string() };

export const CalSchedule = z
  .strictObject({
    id: z.int(),
    ownerId: z.int(),
    name: z.string(),
    timeZone: z.string(),
    availability: z.array(z.strictObject({ days: z.array(z.enum(days)), ...shown })),
    isDefault: z.boolean(),
    overrides: z.array(z.strictObject({ date: z.iso.date(), ...shown })),
  })
  .meta({ id: "CalSchedule" });

/** Days with the same hours stand together, as Cal.com writes them. */
export function calSchedule(schedule: Schedule, ownerId: number): z.input<typeof CalSchedule> {
  const { number: id, name, timezone: timeZone, isDefault, weekly: week, overrides } = schedule;
  const together = new Map<string, (typeof days)[number][]>();
  for (const [index, intervals] of week.entries()) {
    for (const range of pairs(intervals)) {
      const key = `${formatMinutes(range.start)} ${formatMinutes(range.end)}`;
      together.set(key, [...(together.get(key) ?? []), days[index]!]);
    }
  }
  const availability = [...together].map(([key, on]) => {
    const [startTime = "", endTime = ""] = key.split(" ");
    return { days: on, startTime, endTime };
  });
  return { id, ownerId, name, timeZone, availability, isDefault, overrides: overrides.flatMap(override) };
}

function override({ date, intervals }: Schedule["overrides"][number]) {
  if (intervals.length === 0) return [{ date, startTime: "00:00", endTime: "00:00" }];
  return pairs(intervals).map(({ start, end }) => {
    return { date, startTime: formatMinutes(start), endTime: formatMinutes(end) };
  });
}
