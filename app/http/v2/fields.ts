import { z } from "zod";
import { parseInstant } from "~/domain/time";
import { instantField, momentField } from "~/domain/fields";

/** An integer id, in a body. */
export const numberField = z
  .number({ error: "An id is a number." })
  .int("An id is a whole number.")
  .min(1, "That is not an id.")
  .max(Number.MAX_SAFE_INTEGER, "That is not an id.");

/** The same in a query. */
export const numberText = z
  .string()
  .regex(/^\d{1,15}$/, "An id is a whole number.")
  .transform(Number);

/** An integer id in a path; null for what can be none. */
export function readNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** An instant as clients of Cal.com write it: one without an offset is UTC. */
export const calInstantField = z.string({ error: "The time is missing." }).transform(inUtc).pipe(instantField);

/** The same, or a date, which is one of UTC. */
export const calMomentField = z.string({ error: "The time is missing." }).transform(inUtc).pipe(momentField);

function inUtc(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(text.trim());
  if (!match) return text;
  const [, minute, rest = ":00", offset = "Z"] = match;
  const whole = `${minute}${rest}${offset.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`;
  return parseInstant(whole) === null ? text : whole;
}
