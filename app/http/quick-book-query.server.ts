import { carriedAnswerFields } from "~/domain/templates/carried-answers";
import { isSlug, isUuid } from "~/domain/fields";
import { isZone, presentZone } from "~/domain/time";
import { isLanguage } from "~/messages/translate";
import { formValues } from "./form.server";
import { readWish } from "./slot-choice.server";
import { isLocale } from "./visitor.server";

/**
 * What the address of a quick book says, as far as it makes sense: `kept` is what all its links carry on, `wish` the month,
 * day and time asked for.
 */
export function readQuickBookQuery(query: URLSearchParams) {
  const text = (name: string, limit: number) => query.get(name)?.replaceAll("\0", "").trim().slice(0, limit) || null;
  const id = (name: string) => {
    const value = text(name, 36)?.toLowerCase();
    return isUuid(value) ? value : null;
  };
  const kept = {
    event: text("event", 36)?.toLowerCase() ?? null,
    from: id("from"),
    host: id("host"),
    team: readSlug(query.get("team")),
    members: readIds(query.get("members")),
    duration: text("duration", 4),
    name: text("name", 100),
    email: text("email", 254),
    timezone: readZone(query.get("timezone")),
    locale: readLocale(query.get("locale")),
    guests: text("guests", 1000),
    notes: text("notes", 2000),
  };
  return { kept, answers: carriedAnswerFields(formValues(query)), wish: readWish(withTime(query)) };
}

function readSlug(text: string | null) {
  const slug = text?.trim().toLowerCase();
  return isSlug(slug) ? slug : null;
}

const mostMembers = 100;

/** Ids parted by commas, each once; what is no id is left out. */
function readIds(text: string | null) {
  const ids = (text ?? "").split(",").map((id) => id.trim().toLowerCase());
  return [...new Set(ids.filter(isUuid))].slice(0, mostMembers).join(",") || null;
}

export function readZone(text: string | null) {
  return text && isZone(text) ? presentZone(text) : null;
}

/** A language that invitees are written to in, with habits where they are known: "de", "de-AT". */
export function readLocale(text: string | null) {
  return text && text.length <= 35 && isLanguage(text.split("-")[0]) && isLocale(text) ? text : null;
}

/** The time goes by the name that it has in the form. */
function withTime(query: URLSearchParams) {
  const all = new URLSearchParams(query);
  const start = query.get("start");
  if (start) all.set("time", start);
  else all.delete("time");
  return all;
}
