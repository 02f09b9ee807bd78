import { data } from "@remix-run/node";
import { parseDate } from "~/domain/availability/calendar-days";
import { missingFrom, type HolidaysAdded } from "~/domain/availability/holidays";
import {
  freshDate,
  listedDates,
  withDates,
  writeExcluded,
  type ExcludedDate,
} from "~/domain/event-types/excluded-dates";
import { formValues, type FieldError } from "./form.server";
import { chosenHolidays, holidayOffer } from "./holiday-choice.server";

/** `focus` is the place on the page where the change is. */
type Edited = {
  dates: ExcludedDate[];
  focus?: string;
  isFreshTaken?: boolean;
  errors?: FieldError[];
  added?: HolidaysAdded;
};

type Again = Pick<Edited, "errors" | "focus" | "added"> & { timezone: string; now: number };

/** The page after any button but Save: the days left out are changed on it, and nothing is saved. Null after Save. */
export async function editedForm(form: URLSearchParams, timezone: string, now: number) {
  const edited = await editDates(form, timezone, now);
  return edited && formAgain(edited.form, { timezone, now, ...edited });
}

/** The form with the days left out as they are after the button that was pressed; null if it was none of theirs. */
export async function editDates(form: URLSearchParams, timezone: string, now: number) {
  const edited = await edit(form, timezone, now);
  if (!edited) return null;
  const next = new URLSearchParams(form);
  next.delete("excluded_dates");
  for (const each of edited.dates) next.append("excluded_dates", writeExcluded(each));
  if (edited.isFreshTaken) {
    next.set("fresh_date", "");
    next.set("fresh_name", "");
  }
  return { ...edited, form: next };
}

/** The form's page with everything as it was typed, and status 400 where something is wrong with it. */
export async function formAgain(form: URLSearchParams, { timezone, now, errors = [], focus, added }: Again) {
  const offer = await holidayOffer(form, timezone, now);
  return data({ values: formValues(form), errors, focus, offer, added }, { status: errors.length > 0 ? 400 : 200 });
}

async function edit(form: URLSearchParams, timezone: string, now: number): Promise<Edited | null> {
  const [intent, which = ""] = (form.get("intent") ?? "save").split(":");
  const dates = listedDates(form);
  switch (intent) {
    case "add_date":
      return addFresh(dates, freshDate(form));
    case "remove_date":
      return removed(dates, which);
    case "show_regions":
      return { dates, focus: "public-holidays" };
    case "add_holidays": {
      const found = await chosenHolidays(form, timezone, now);
      if (!found.ok) return { dates, errors: found.errors };
      const before = dates.map(({ date }) => date);
      const added = missingFrom(before, found.place, found.holidays);
      return { dates: withDates(dates, found.holidays), focus: "public-holidays", added };
    }
    default:
      return null;
  }
}

/** The focus goes to the date that stands in the place of the one that went. */
function removed(dates: ExcludedDate[], gone: string): Edited {
  const left = withDates([], dates).filter(({ date }) => date !== gone);
  const next = left.find(({ date }) => date > gone) ?? left.at(-1);
  return { dates: left, focus: next ? `date-${next.date}` : "days-left-out" };
}

function addFresh(dates: ExcludedDate[], fresh: ExcludedDate): Edited {
  const { date } = fresh;
  const isDate = parseDate(date) !== null;
  if (isDate) return { dates: withDates(dates, [fresh]), focus: `date-${date}`, isFreshTaken: true };
  const message = date
    ? `“${date.slice(0, 40)}” is not a date. It looks like 2026-12-24.`
    : "Choose a date to leave out.";
  return { dates, errors: [{ path: "fresh_date", message }] };
}
