import { z } from "zod";
import { momentMs } from "../availability/slots-query";
import { DAY_MS } from "../availability/calendar-days";
import { momentField } from "../fields";
import { isZone } from "../time";
import { sessionMinutesField } from "./session";

const mostDays = 62;

/** When a session shall begin: dates, both included, or instants, the second one not. */
export const SessionSlotsQuery = z.object({
  start_date: z.string("start_date is missing.").pipe(momentField),
  end_date: z.string("end_date is missing.").pipe(momentField),
  duration_minutes: z
    .string()
    .regex(/^\d{1,4}$/, "The length is a number of minutes.")
    .meta({ type: "integer", minimum: 15, maximum: 480 })
    .transform(Number)
    .pipe(sessionMinutesField)
    .default(60),
  timezone: z
    .string()
    .refine(isZone, "That is not a time zone. It looks like Europe/Oslo.")
    .optional()
    .describe("Whose dates they are; the coach's, if left out."),
  workspace: z.string().optional().describe("By its id or slug, where the coach is in several."),
});

type Asked = Pick<z.output<typeof SessionSlotsQuery>, "start_date" | "end_date">;
type Read = { range: { from: number; to: number } } | { path: "end_date"; message: string };

/** Half-open, in epoch milliseconds; or what is wrong with it. */
export function readSessionRange({ start_date: first, end_date: last }: Asked, zone: string): Read {
  const range = { from: momentMs(first, zone, "start"), to: momentMs(last, zone, "end") };
  const isBackwards = "day" in first && "day" in last ? last.day < first.day : range.to < range.from;
  if (isBackwards) return { path: "end_date", message: "end_date is before start_date." };
  // A day may have 25 hours.
  const isLong = range.to - range.from > mostDays * DAY_MS + DAY_MS / 12;
  return isLong ? { path: "end_date", message: `${mostDays} days at most.` } : { range };
}
