import { isWeekday } from "~/domain/availability/schedule";
import { addHours, copyHours, removeHours, type ScheduleDraft } from "~/domain/availability/schedule-draft";
import { readDraft } from "~/domain/availability/typed-schedule";
import { editDates } from "./event-type-dates.server";

/** The fields of a link's hours and dates after one of their buttons: what stands in them, and where the change is. */
export async function editedHours(form: URLSearchParams, timezone: string, now: number) {
  const typed = readDraft(form);
  const [intent = "", which = ""] = (form.get("intent") ?? "").split(":");
  if (intent === "add" && isWeekday(which)) {
    const draft = addHours(typed, which);
    const place = draft.rows.findLastIndex((row) => row.weekday === which);
    return at(form, draft, `availability.${place}.start`);
  }
  if (intent === "remove") {
    return at(form, removeHours(typed, Number(which)), typed.rows[Number(which)]?.weekday);
  }
  if (intent === "copy") {
    const [first] = typed.copy.to.filter((day) => day !== typed.copy.from);
    const errors = first ? [] : [{ path: "copy_to", message: "Tick the days that get these hours." }];
    return { ...at(form, first ? copyHours(typed) : typed, first), errors };
  }
  const edited = await editDates(form, timezone, now);
  return edited && { form: edited.form, focus: edited.focus, errors: edited.errors ?? [], added: edited.added };
}

/** Whoever presses a button of the hours means hours of the link's own. */
function at(form: URLSearchParams, { rows }: ScheduleDraft, focus: string | undefined) {
  const next = new URLSearchParams([...form].filter(([name]) => !name.startsWith("availability.")));
  next.set("hours", "own");
  rows.forEach(({ weekday, start, end }, place) => {
    for (const [name, value] of Object.entries({ weekday, start, end })) {
      next.append(`availability.${place}.${name}`, value);
    }
  });
  return { form: next, focus, errors: [], added: undefined };
}
