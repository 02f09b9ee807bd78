import type { z } from "zod";
import {
  addDate,
  addFreshHours,
  addPending,
  chooseDate,
  closeDates,
  removeDate,
} from "~/domain/availability/draft-dates";
import { missingFrom, type HolidayOffer, type HolidaysAdded } from "~/domain/availability/holidays";
import { isWeekday, weekdays } from "~/domain/availability/schedule";
import {
  addHours,
  copyHours,
  draftInput,
  noDate,
  removeHours,
  tidy,
  type DraftRow,
  type ScheduleDraft,
} from "~/domain/availability/schedule-draft";
import { SchedulePageInput } from "~/domain/availability/schedule-input";
import { readDraft } from "~/domain/availability/typed-schedule";
import { isZone, weekdayNames } from "~/domain/time";
import { fieldErrors, type FieldError } from "./form.server";
import { chosenHolidays, holidayOffer } from "./holiday-choice.server";

/** The label is the message with the row it is about, for where messages stand apart from their fields. */
type Problem = FieldError & { label?: string };
type Edited = { draft: ScheduleDraft; errors: Problem[]; focus: string | null; added?: HolidaysAdded };
type Page = Edited & { offer: HolidayOffer; unfolded: string[] };
type Read = { page: Page; input: SchedulePageInput | null; status: 200 | 400 };

/** The form of a schedule after the button that was pressed. Only Save gives an input; every other changes the page alone. */
export async function readSchedule(form: URLSearchParams, now: number): Promise<Read> {
  const typed = readDraft(form);
  const saved = (form.get("intent") ?? "save") === "save" ? readInput(typed) : null;
  const edited = saved ?? (await edit(typed, form, now));
  // The months of the list that stay open, such as those that holidays came into.
  const months = [...form.getAll("unfolded"), ...(edited.added?.added ?? []).map(({ date }) => date.slice(0, 7))];
  const offer = await holidayOffer(form, zoneOf(typed), now);
  const page = { ...edited, offer, unfolded: [...new Set(months)].slice(0, 100) };
  return { page, input: saved?.input ?? null, status: edited.errors.length > 0 ? 400 : 200 };
}

function readInput(typed: ScheduleDraft): Edited & { input: SchedulePageInput | null } {
  const { draft, problems } = addPending(tidy(typed));
  const parsed = SchedulePageInput.safeParse(draftInput(draft));
  const errors = parsed.success ? problems : [...scheduleErrors(parsed.error, draft), ...problems];
  return { draft, errors, focus: null, input: parsed.success && errors.length === 0 ? parsed.data : null };
}

/** `focus` is the place on the page where the change is: a field's name, or the id of what is no field. */
async function edit(typed: ScheduleDraft, form: URLSearchParams, now: number): Promise<Edited> {
  const [intent = "", which = ""] = (form.get("intent") ?? "").split(":");
  const at = (focus: string | null, draft = typed, errors: Problem[] = []): Edited => ({ draft, errors, focus });
  switch (intent) {
    case "add": {
      if (!isWeekday(which)) return at(null);
      const draft = addHours(typed, which);
      return at(`availability.${draft.rows.findLastIndex((row) => row.weekday === which)}.start`, draft);
    }
    case "remove":
      return at(typed.rows[Number(which)]?.weekday ?? null, removeHours(typed, Number(which)));
    case "copy": {
      const [first] = typed.copy.to.filter((day) => day !== typed.copy.from);
      if (!first) return at(null, typed, [{ path: "copy_to", message: "Tick the days that get these hours." }]);
      return at(first, copyHours(typed));
    }
    case "add_fresh":
      return at(`fresh.ranges.${typed.fresh.ranges.length}.start`, addFreshHours(typed));
    case "add_date": {
      const { draft, problems } = addDate({ ...typed, fresh: tidy(typed).fresh });
      return at(`date-${typed.fresh.date}`, draft, problems);
    }
    case "date": {
      const { draft, problems } = chooseDate(typed, which);
      return at("fresh.date", draft, problems);
    }
    case "clear_date":
      return at("fresh.date", { ...typed, fresh: noDate });
    case "remove_date": {
      const draft = removeDate(typed, Number(which));
      const next = draft.dates[Number(which)] ?? draft.dates.at(-1);
      return at(next ? `date-${next.date}` : "other-dates", draft);
    }
    case "reset_date":
      return at("other-dates", removeDate(typed, Number(which)));
    case "month":
      return at(`month-${which}`);
    case "preview":
      return at("preview");
    case "show_regions":
      return at("public-holidays");
    case "add_holidays": {
      const found = await chosenHolidays(form, zoneOf(typed), now);
      if (!found.ok) return at(null, typed, found.errors);
      const dates = typed.dates.map(({ date }) => date);
      const added = missingFrom(dates, found.place, found.holidays);
      return { ...at("public-holidays", closeDates(typed, added.added)), added };
    }
    default:
      return at(null);
  }
}

/** What is wrong with a draft, in the order of the page. A listed date is one line, whatever is wrong within. */
function scheduleErrors(error: z.ZodError, draft: ScheduleDraft): Problem[] {
  const errors = fieldErrors(error).map(({ path, message }): Problem => {
    const [list, place, ...within] = path.split(".");
    const row = list === "availability" ? draft.rows[Number(place)] : undefined;
    if (row) return { path, message, label: `${dayName(row)}: ${message}` };
    const listed = list === "overrides" ? draft.dates[Number(place)] : undefined;
    if (!listed || within.length === 0) return { path, message };
    return { path: `${list}.${place}`, message, label: `${listed.date}: ${message}` };
  });
  const collator = new Intl.Collator("en", { numeric: true });
  return errors.sort((a, b) => rank(a) - rank(b) || collator.compare(a.path, b.path));
}

function dayName({ weekday }: DraftRow) {
  return weekdayNames("en")[weekdays.indexOf(weekday)];
}

function rank({ path }: FieldError) {
  const order = ["name", "timezone", "availability"];
  const place = order.indexOf(path.split(".")[0] ?? "");
  return place === -1 ? order.length : place;
}

function zoneOf({ timezone }: ScheduleDraft) {
  return isZone(timezone) ? timezone : "UTC";
}
