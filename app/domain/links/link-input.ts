import { z } from "zod";
import { weekdays } from "../availability/schedule";
import { SchedulePatch } from "../availability/schedule-input";
import { EventTypePatch } from "../event-types/event-type-input";
import { line, zoneField } from "../fields";
import type { LinkChange } from "./link-rules";

export const titleField = line("The title", 100);

const rules = EventTypePatch.shape;

/** At least one: a link without a length has nothing on offer. */
export const durationsField = rules.duration_options
  .unwrap()
  .refine((lengths) => lengths.length > 0, "Choose one length or more.");

/** What the document says of hours that are read by hand. */
const writtenHours = {
  type: ["array", "object", "null"],
  items: {
    type: "object",
    properties: {
      weekday: { type: "string", enum: weekdays },
      start: { type: "string", examples: ["09:00"] },
      end: { type: "string", examples: ["17:00"] },
    },
    required: ["weekday", "start", "end"],
  },
  description: "Ranges with their weekdays; or by weekday a range, several or null; null for the owner's usual hours.",
} as const;

const settings = z
  .strictObject(
    {
      durations: durationsField,
      buffer_before: rules.buffer_before,
      buffer_after: rules.buffer_after,
      business_hours: z.unknown().meta(writtenHours).transform(readHours),
      excluded_dates: rules.excluded_dates,
      max_per_day: rules.max_per_day,
      max_per_week: rules.max_per_week,
      min_notice_minutes: rules.minimum_notice_minutes,
      booking_window_days: rules.booking_window_days,
      timezone: zoneField,
    },
    { error: "The settings are an object." },
  )
  .partial();

const fields = {
  title: titleField,
  settings,
  template_id: rules.template_id,
  is_active: z.boolean({ error: "is_active is true or false." }),
  /** The event type that it follows; null for rules of its own. */
  event_type_id: z
    .string({ error: "The event type goes by its id." })
    .nullable()
    .transform((id) => id?.toLowerCase() ?? null),
};

/** A change: what is left out stays as it is. */
export const LinkPatch = z.strictObject(fields).partial();
export const LinkInput = LinkPatch.extend({ title: fields.title });

export type LinkPatch = z.output<typeof LinkPatch>;

/** The hours that count so far; `isNamed`: by a schedule that is named for it, and not by default. */
type Present = { timezone: string; weekly: number[][]; isNamed: boolean };

/** What the API says of a link, as the domain takes it. */
export function linkChange(
  { title, settings = {}, is_active, event_type_id, template_id }: LinkPatch,
  present: Present,
) {
  const { durations, business_hours: weekly, timezone, min_notice_minutes, ...rules } = settings;
  const isMoved = timezone !== undefined && timezone !== present.timezone;
  const change: LinkChange = {
    title,
    isActive: is_active,
    follows: event_type_id,
    rules: { ...rules, durations, minimum_notice_minutes: min_notice_minutes, template_id },
  };
  const zone = timezone ?? present.timezone;
  const hours = weekly ?? present.weekly;
  if (weekly === null && !isMoved) change.hours = { kind: "default" };
  else if (isMoved || (weekly && !(present.isNamed && isSame(weekly, present.weekly)))) {
    change.hours = { kind: "own", timezone: zone, weekly: hours };
  }
  return change;
}

function isSame(a: number[][], b: number[][]) {
  return JSON.stringify(a) === JSON.stringify(b);
}

type Row = { at: (string | number)[]; row: unknown };

/** A list of ranges with their weekdays, or for each weekday its range or ranges; null for the usual hours. */
function readHours(value: unknown, context: z.RefinementCtx): number[][] | null {
  if (value === null) return null;
  const days = Array.isArray(value) ? [] : Object.entries(value ?? {});
  for (const [key, hours] of days) {
    if (typeof enabledOf(hours) === "boolean") continue;
    context.addIssue({ code: "custom", path: [key, "enabled"], message: "enabled is true or false." });
  }
  const rows = rowsIn(value);
  const parsed = SchedulePatch.shape.availability.unwrap().safeParse(rows ? rows.map(({ row }) => row) : value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const [place, ...within] = issue.path;
    const at = rows?.[Number(place)]?.at ?? (place === undefined ? [] : [place]);
    context.addIssue({ ...issue, path: [...at, ...within] });
  }
  return z.NEVER;
}

function rowsIn(value: unknown): Row[] | null {
  if (Array.isArray(value)) return value.map((row: unknown, place) => ({ at: [place], row }));
  if (typeof value !== "object" || value === null) return null;
  return Object.entries(value).flatMap(([key, hours]: [string, unknown]) => {
    const weekday = key.toLowerCase();
    const isDay = (weekdays as readonly string[]).includes(weekday);
    if (!isDay) return [{ at: [key], row: { weekday } }];
    if (Array.isArray(hours))
      return hours.map((row: unknown, place) => ({ at: [key, place], row: dated(weekday, row) }));
    if (hours === null || enabledOf(hours) === false) return [];
    return [{ at: [key], row: dated(weekday, withoutEnabled(hours)) }];
  });
}

/** It belongs to a weekday and not to its hours. */
function enabledOf(hours: unknown): unknown {
  if (typeof hours !== "object" || hours === null || Array.isArray(hours)) return true;
  return Object.hasOwn(hours, "enabled") ? (hours as { enabled?: unknown }).enabled : true;
}

function withoutEnabled(hours: unknown): unknown {
  if (typeof hours !== "object" || hours === null) return hours;
  const { enabled: _, ...range } = hours as { enabled?: unknown };
  return range;
}

function dated(weekday: string, hours: unknown): unknown {
  return typeof hours === "object" && hours !== null ? { ...hours, weekday } : hours;
}
