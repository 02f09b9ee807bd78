import { guestsOf } from "~/domain/bookings/guest-lines";
import type { MessageKey, Translate } from "~/messages/translate";
import type { FormError } from "./form-state";

type Problem = { values: Record<string, string[]>; errors: { path: string }[] };

const labels = {
  wish: "book.ask.wish",
  name: "book.form.name",
  email: "book.form.email",
  guests: "book.form.guests",
  notes: "book.form.notes",
  reason: "meeting.reason",
} as const satisfies Record<string, MessageKey>;

type Field = keyof typeof labels;

/** The fields that were refused, each with one sentence in the visitor's language. */
export function bookingErrors(t: Translate, { values, errors }: Problem, noEmail?: MessageKey): FormError[] {
  return (Object.keys(labels) as Field[]).flatMap((path) => {
    const found = errors.find((error) => error.path.split(".")[0] === path);
    if (!found) return [];
    const value = values[path]?.[0]?.trim() ?? "";
    return [{ path, label: t(labels[path]), message: explain(t, path, value, { path: found.path, noEmail }) }];
  });
}

/** `noEmail`: what to say where there is no address, in place of where the confirmation goes. */
type Details = { path: string; noEmail?: MessageKey };

function explain(
  t: Translate,
  field: Field,
  value: string,
  { path, noEmail = "error.email.missing" }: Details,
): string {
  switch (field) {
    case "name":
      if (value === "") return t("error.name.missing");
      return value.length > 100 ? t("error.long", { max: 100 }) : t("error.characters");
    case "email":
      return value === "" ? t(noEmail) : aboutEmail(t, value);
    case "guests": {
      const wrong = guestsOf(value)[Number(path.split(".")[1] ?? NaN)];
      return wrong
        ? t("error.guests.one", { address: wrong.slice(0, 80), problem: aboutEmail(t, wrong) })
        : t("error.guests.many");
    }
    case "notes":
      return value.length > 2000 ? t("error.long", { max: 2000 }) : t("error.characters");
    case "reason":
      if (value === "") return t("error.reason.missing");
      return value.length > 500 ? t("error.long", { max: 500 }) : t("error.characters");
    case "wish":
      if (value === "") return t("error.wish.missing");
      return value.length > 2000 ? t("error.long", { max: 2000 }) : t("error.characters");
  }
}

function aboutEmail(t: Translate, value: string): string {
  if (value.length > 254) return t("error.long", { max: 254 });
  const comma = /^([^@\s]+@)([^@\s,]+),([^@\s,]+)$/.exec(value);
  if (comma) return t("error.email.comma", { before: comma[2]!, suggestion: `${comma[1]}${comma[2]}.${comma[3]}` });
  return value.includes("@") ? t("error.email.form") : t("error.email.at");
}
