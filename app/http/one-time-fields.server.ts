import { parseMinutes } from "~/domain/availability/schedule";
import { tidyTime } from "~/domain/availability/schedule-draft";
import { wallToInstant } from "~/domain/availability/zones";
import { dateField } from "~/domain/fields";
import { expiryProblem, OneTimeInput } from "~/domain/links/one-time-input";
import { readSlots } from "~/domain/links/slot-week";
import { isoInstant } from "~/domain/time";
import { fieldErrors, type FieldError, type FormValues } from "./form.server";

/** What the form of a new link says, as the domain takes it. `zone`: in which its end is written. */
export function readOneTimeFields(values: FormValues, { zone, now }: { zone: string; now: number }) {
  const expiry = readExpiry(values, zone);
  const late = expiryProblem(expiry.at, now);
  const parsed = OneTimeInput.safeParse(shape(values, expiry.at));
  const errors = [...(parsed.success ? [] : fieldErrors(parsed.error)), ...expiry.errors];
  // Told with everything else that is wrong, and not when that is mended.
  if (late !== null) errors.push({ path: "expires_at", message: late });
  return parsed.success && errors.length === 0
    ? { ok: true as const, input: parsed.data }
    : { ok: false as const, errors };
}

function shape(values: FormValues, expiresAt: number | null) {
  const text = (name: string) => values[name]?.[0] ?? "";
  const slots = readSlots(values.slot ?? []).map(({ start, end }) => ({
    start: isoInstant(start),
    end: isoInstant(end),
  }));
  return {
    recipient_email: text("email"),
    recipient_name: text("name"),
    expires_at: expiresAt === null ? null : isoInstant(expiresAt),
    slots: text("times") === "picked" ? slots : null,
    send_email: text("send_email") !== "",
  };
}

/** The end that a form names: no date for none, and a date without a time for the end of that day. */
function readExpiry(values: FormValues, zone: string): { at: number | null; errors: FieldError[] } {
  const [day, time] = ["expires_on", "expires_time"].map((name) => values[name]?.[0]?.trim() ?? "") as [string, string];
  if (day === "") return { at: null, errors: [] };
  const date = dateField.safeParse(day);
  const minutes = time === "" ? 1440 : parseMinutes(tidyTime(time));
  const errors = [
    ...(date.success ? [] : [{ path: "expires_on", message: date.error.issues[0]!.message }]),
    ...(minutes === null ? [{ path: "expires_time", message: "That is not a time. It looks like 18:00." }] : []),
  ];
  const at = date.success && minutes !== null ? wallToInstant(zone, date.data, minutes) : null;
  return { at, errors };
}

const names: Record<string, string> = {
  recipient_email: "email",
  recipient_name: "name",
  expires_at: "expires_on",
};

/** Errors under the names that the form's fields have, in their order. Of several picked times one, as each is marked. */
export function formErrors(errors: FieldError[]): FieldError[] {
  const named = errors.map(({ path, message }) =>
    path.startsWith("slots.")
      ? { path: "picked", message: "Some of the times that you picked are not free any more. Remove them." }
      : { path: path === "slots" ? "picked" : (names[path] ?? path), message },
  );
  const unique = [...new Map(named.map((error) => [error.path + error.message, error])).values()];
  const order = ["email", "name", "for", "expires_on", "expires_time", "picked"];
  return unique.sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
}
