import { readDateText } from "./draft-dates";
import { isWeekday, type Weekday } from "./schedule";
import type { DraftRange, DraftRow, ScheduleDraft } from "./schedule-draft";

/** The form of a schedule as it was typed. */
export function readDraft(form: URLSearchParams): ScheduleDraft {
  const text = (name: string) => form.get(name) ?? "";
  return {
    name: text("name"),
    timezone: text("timezone"),
    isDefault: form.has("is_default"),
    rows: readAll(form, "availability", 200, "weekday", (place) => readRow(form, place)),
    copy: { from: weekdayOf(form.get("copy_from")), to: form.getAll("copy_to").filter(isWeekday) },
    dates: form.getAll("overrides").slice(0, 500).map(readDateText),
    fresh: {
      date: text("fresh.date"),
      note: text("fresh.note"),
      isClosed: form.has("fresh.closed"),
      ranges: readAll(form, "fresh.ranges", 20, "start", (place) => readRange(form, `fresh.ranges.${place}`)),
      given: text("fresh.given"),
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

function weekdayOf(text: string | null): Weekday {
  return isWeekday(text) ? text : "monday";
}
