import { z } from "zod";
import { DAY_MS, parseDate } from "./availability/calendar-days";
import { isZone, parseInstant } from "./time";

/**
 * The fields that several inputs share, each with its limits and its words for what is wrong. What `meta` says is for the API's
 * document alone, and is said of the text that comes in.
 */

// Control characters, halves of surrogate pairs and direction overrides: none belongs into a name or an address.
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Without spaces around it, and nothing at all where nothing of it would be seen. */
function trimmed(text: string) {
  return /[^\p{Cf}\s]/u.test(text) ? text.normalize("NFC").trim() : "";
}

/** One line of text, trimmed. `what` is how messages call it, such as "The name". */
export function line(what: string, max: number, min = 1) {
  return z
    .string({ error: ({ input }) => (input === undefined ? `${what} is missing.` : `${what} must be text.`) })
    .meta({ ...(min > 0 && { minLength: min }), description: `One line, ${max} characters at most.` })
    .transform(trimmed)
    .refine(
      (value) => !unprintable.test(value) && !/[\r\n\t]/.test(value),
      `${what} has characters that cannot be kept.`,
    )
    .refine(
      (value) => value.length >= min,
      min <= 1 ? `${what} is missing.` : `${what} needs ${min} characters or more.`,
    )
    .refine((value) => value.length <= max, `${what} is too long: ${max} characters at most.`);
}

/** Text of several lines, trimmed; may be empty. */
export function paragraph(what: string, max: number) {
  return z
    .string({ error: ({ input }) => (input === undefined ? `${what} is missing.` : `${what} must be text.`) })
    .meta({ description: `Text, ${max} characters at most.` })
    .transform((value) => trimmed(value).replaceAll("\r\n", "\n"))
    .refine((value) => !unprintable.test(value), `${what} has characters that cannot be kept.`)
    .refine((value) => value.length <= max, `${what} is too long: ${max} characters at most.`);
}

/** Kept as typed, without spaces around it. Says what is most often wrong with it. */
export const emailField = z
  .string({ error: "The email address is missing." })
  .meta({ format: "email" })
  .transform((value) => value.trim())
  .superRefine((value, context) => {
    const message = emailProblem(value);
    if (message) context.addIssue({ code: "custom", message });
  });

function emailProblem(value: string) {
  if (value === "") return "The email address is missing.";
  if (value.length > 254) return "The email address is too long: 254 characters at most.";
  const comma = /^([^@\s]+@[^@\s,]+),([^@\s,]+)$/.exec(value);
  if (comma) return `There is a comma in the address. Did you mean ${comma[1]}.${comma[2]}?`;
  if (!value.includes("@")) return "An email address has an @ in it, like name@example.com.";
  if (
    !/^[^\s@"(),:;<>[\\\]\u0000-\u001f\u007f]{1,64}@[^\s@"(),:;<>[\\\]\u0000-\u001f\u007f.]+(\.[^\s@"(),:;<>[\\\]\u0000-\u001f\u007f.]+)+$/u.test(
      value,
    )
  )
    return "That is not an email address. It looks like name@example.com.";
  return unprintable.test(value) ? "The email address has characters that cannot be kept." : null;
}

export const zoneField = z
  .string({ error: "The time zone is missing." })
  .refine(isZone, "That is not a time zone. It looks like Europe/Oslo.")
  .meta({ description: "An IANA time zone.", examples: ["Europe/Oslo"] });

// Buffers and weeks are added to what comes in, and Postgres reads four-digit years only.
const latest = Date.UTC(9000, 0, 1);

/** An instant with its offset, as milliseconds since 1970. */
export const instantField = z
  .string({ error: "The time is missing." })
  .meta({ format: "date-time" })
  .transform((value, context) => {
    const ms = parseInstant(value);
    if (ms !== null && ms < latest) return ms;
    context.addIssue({ code: "custom", message: "That is not a time. It looks like 2026-11-23T10:30:00Z." });
    return z.NEVER;
  });

const isDate = { format: "date" };
const dateText = z
  .string({ error: ({ input }) => (input === undefined ? "The date is missing." : dateProblem(input)) })
  .meta(isDate);

/** A calendar date, as it is written. */
export const writtenDateField = dateText
  .refine((text) => parseDate(text) !== null, { error: ({ input }) => dateProblem(input) })
  .meta(isDate);

/** A calendar date, as an epoch day. */
export const dateField = dateText.transform((text, context) => {
  const day = parseDate(text);
  if (day !== null && day >= 0 && day * DAY_MS < latest) return day;
  context.addIssue({ code: "custom", message: dateProblem(text) });
  return z.NEVER;
});

/** Names the date, since it may be one of a list. */
function dateProblem(input: unknown) {
  const what = typeof input === "string" && input ? `“${input.slice(0, 40)}”` : "That";
  return `${what} is not a date. It looks like 2026-12-24.`;
}

/** An instant, or a date, which a caller means in their own zone. */
export const momentField = z
  .string()
  .meta({ description: "An instant, or a date in the caller's time zone.", examples: ["2026-11-23"] })
  .transform((text, context): Moment => {
    const date = dateField.safeParse(text);
    if (date.success) return { day: date.data };
    const instant = instantField.safeParse(text);
    if (instant.success) return { ms: instant.data };
    context.addIssue({ code: "custom", message: "That is neither a time nor a date, like 2026-11-23." });
    return z.NEVER;
  });

export type Moment = { day: number } | { ms: number };

export const slugField = z
  .string({ error: "The address is missing." })
  .meta({ description: "Small letters, digits and single hyphens, 60 at most.", examples: ["intro-call"] })
  .transform((value) => value.trim().toLowerCase())
  .refine((value) => value !== "", "The address is missing.")
  .refine((value) => value.length <= 60, "The address is too long: 60 characters at most.")
  .refine((value) => value === "" || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), {
    message: "The address takes small letters, digits and single hyphens, like intro-call.",
  });

/** What may be a slug. Anything else is not asked for: the database refuses some bytes. */
export function isSlug(value: string | undefined): value is string {
  return value !== undefined && /^[a-z0-9-]{1,60}$/.test(value);
}

export function isUuid(value: string | undefined): value is string {
  return value !== undefined && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}

export const uuidField = z
  .string({ error: "An id is missing." })
  .refine(isUuid, "That is not an id.")
  .meta({ format: "uuid" });
