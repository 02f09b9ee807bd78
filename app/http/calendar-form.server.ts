import { CalendarPatch } from "~/domain/calendars/calendar-patch";
import { readForm } from "./form.server";

const yesOrNo = [
  "is_primary",
  "sync_enabled",
  "check_conflicts",
  "create_events",
  "tentative_blocks",
  "stale_stops_offers",
] as const;

/** What a form says about a connection: `of` names the boxes that it has, since one that is not ticked is not sent. */
export function readCalendarForm(request: Request) {
  return readForm(request, CalendarPatch, (form) => {
    const asked = new Set(form.getAll("of"));
    const boxes = yesOrNo.filter((name) => asked.has(name)).map((name) => [name, form.has(name)]);
    const minutes = form.get("stale_after_minutes");
    return { ...Object.fromEntries(boxes), ...(minutes !== null && { stale_after_minutes: numberOf(minutes) }) };
  });
}

/** What is no number stays what it is, for the schema to refuse. */
function numberOf(text: string) {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : text;
}
