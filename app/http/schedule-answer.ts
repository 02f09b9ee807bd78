import { z } from "zod";
import { weekdays } from "~/domain/availability/schedule";
import { instantAnswer } from "./booking-answer";

/** What is answered about schedules, as schemas: for the API's document. */

const time = z.string().regex(/^\d\d:\d\d$/);
const range = { start: time, end: time.describe("24:00 is midnight at its end.") };

export const ScheduleAnswer = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    timezone: z.string(),
    is_default: z.boolean(),
    availability: z.array(z.strictObject({ weekday: z.enum(weekdays), ...range })),
    overrides: z
      .array(z.strictObject({ date: z.iso.date(), intervals: z.array(z.strictObject(range)) }))
      .describe("Dates that replace their weekly hours; without intervals they are closed."),
    created_at: instantAnswer,
    updated_at: instantAnswer,
  })
  .meta({ id: "Schedule" });
