import { dateField, isUuid } from "~/domain/fields";
import type { FieldError } from "./form.server";

/** What the address of the team calendar asks for. Members come as a list, or one by one from a form's boxes. */
export function readTeamCalendarQuery(query: URLSearchParams) {
  const text = (name: string) => (query.get(name) ?? "").replaceAll("\0", "").trim().slice(0, 100);
  const ids = query.getAll("members").flatMap((each) => each.split(",").map((id) => id.trim().toLowerCase()));
  const week = dateField.safeParse(text("week"));
  const day = dateField.safeParse(text("day"));
  const errors: FieldError[] = [];
  if (text("week") && !week.success) errors.push({ path: "week", message: week.error.issues[0]!.message });
  return {
    team: text("team").toLowerCase(),
    event: text("event").toLowerCase(),
    memberIds: [...new Set(ids.filter(isUuid))],
    week: week.success ? week.data : null,
    day: day.success ? day.data : null,
    isList: text("view") === "list",
    page: Math.min(Math.max(Number.parseInt(text("page")) || 1, 1), 10_000),
    errors,
  };
}
