import { isWeekday, weekdays, type Weekday } from "~/domain/availability/schedule";
import {
  addDate,
  addFreshHours,
  addHours,
  copyHours,
  removeDate,
  removeHours,
  tidy,
  type DraftDate,
  type DraftRange,
  type DraftRow,
  type ScheduleDraft,
} from "~/domain/availability/schedule-draft";
import type { z } from "zod";
import { fieldErrors, type FieldError } from "./form.server";

type Edited = { draft: ScheduleDraft; isSave: boolean; errors: FieldError[] };

/** The form of a schedule after the button that was pressed: every button but Save only changes what is on the page. */
export function editSchedule(form: URLSearchParams): Edited {
  const draft = tidy(readDraft(form));
  const typed = readDraft(form);
  const [intent = "", which = ""] = (form.get("intent") ?? "save").split(":");
  const edit = (next: ScheduleDraft): Edited => ({ draft: next, isSave: false, errors: [] });
  switch (intent) {
    case "add":
      return edit(isWeekday(which) ? addHours(typed, which) : typed);
    case "remove":
      return edit(removeHours(typed, Number(which)));
    case "copy":
      return edit(copyHours(typed, weekdayOf(form.get("copy_from")), copyTargets(form.get("copy_to"))));
    case "add_fresh":
      return edit(addFreshHours(typed));
    case "remove_date":
      return edit(removeDate(typed, Number(which)));
    case "add_date": {
      const added = addDate({ ...typed, fresh: draft.fresh });
      return { draft: added.draft, isSave: false, errors: added.problems };
    }
    default: {
      // A date that was typed and not added counts, too.
      const added = draft.fresh.date ? addDate(draft) : { draft, problems: [] };
      return { draft: added.draft, isSave: true, errors: added.problems };
    }
  }
}

/** What is wrong with a draft, in the order of the page. The listed dates have no fields: theirs stand in the summary alone. */
export function scheduleErrors(error: z.ZodError): FieldError[] {
  const errors = fieldErrors(error).map((each) => (each.path.startsWith("overrides") ? { ...each, path: "" } : each));
  const collator = new Intl.Collator("en", { numeric: true });
  return errors.sort((a, b) => rank(a) - rank(b) || collator.compare(a.path, b.path));
}

function rank({ path }: FieldError) {
  const order = ["name", "timezone", "availability"];
  const place = order.indexOf(path.split(".")[0] ?? "");
  return place === -1 ? order.length : place;
}

/** "tuesday", or one of the groups that the select offers. */
function copyTargets(text: string | null): Weekday[] {
  if (text === "workdays") return weekdays.slice(0, 5);
  if (text === "all") return [...weekdays];
  return isWeekday(text) ? [text] : [];
}

function weekdayOf(text: string | null): Weekday {
  return isWeekday(text) ? text : "monday";
}

function readDraft(form: URLSearchParams): ScheduleDraft {
  const text = (name: string) => form.get(name) ?? "";
  return {
    name: text("name"),
    timezone: text("timezone"),
    isDefault: form.has("is_default"),
    rows: readAll(form, "availability", 200, "weekday", (place) => readRow(form, place)),
    dates: form.getAll("overrides").slice(0, 500).map(readDate),
    fresh: {
      date: text("fresh.date"),
      isClosed: form.has("fresh.closed"),
      ranges: readAll(form, "fresh.ranges", 20, "start", (place) => readRange(form, `fresh.ranges.${place}`)),
    },
  };
}

function readAll<Item>(
  form: URLSearchParams,
  name: string,
  most: number,
  key: string,
  read: (place: number) => Item,
): Item[] {
  const items: Item[] = [];
  for (let place = 0; place < most && form.has(`${name}.${place}.${key}`); place++) items.push(read(place));
  return items;
}

function readRow(form: URLSearchParams, place: number): DraftRow {
  const name = `availability.${place}`;
  return { weekday: weekdayOf(form.get(`${name}.weekday`)), ...readRange(form, name) };
}

function readRange(form: URLSearchParams, name: string): DraftRange {
  return { start: form.get(`${name}.start`) ?? "", end: form.get(`${name}.end`) ?? "" };
}

/** "2026-11-20 08:00-12:00 13:00-15:00", as the hidden fields of the listed dates carry it. */
function readDate(text: string): DraftDate {
  const [date = "", ...ranges] = text.split(" ");
  return {
    date,
    intervals: ranges.map((range) => {
      const [start = "", end = ""] = range.split("-");
      return { start, end };
    }),
  };
}
