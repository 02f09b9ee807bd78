import type { z } from "zod";
import { sentDates } from "~/domain/event-types/excluded-dates";
import type { Invalid, SlugTaken } from "~/domain/event-types/refusals.server";
import { typedLimit, typedList, typedMinutes, typedWhole } from "~/domain/event-types/typed";
import { editedForm, formAgain } from "./event-type-dates.server";
import { slugTaken } from "./event-type-refusal.server";
import { parseForm, readFields, type FieldError } from "./form.server";

/**
 * What the form of an event type sends, and how its page comes back where that is refused; or the page that comes back
 * at once, for a button that is not Save and for what cannot be read.
 */
export async function readEventTypeForm<Schema extends z.ZodType>(
  request: Request,
  { timezone }: { timezone: string },
  schema: Schema,
  shape: (form: URLSearchParams) => unknown,
) {
  const form = await readFields(request);
  const now = Date.now();
  const edited = await editedForm(form, timezone, now);
  if (edited) return { ok: false as const, page: edited };
  const again = (errors: FieldError[]) => formAgain(form, { timezone, now, errors });
  const read = parseForm(form, schema, shape);
  if (!read.ok) return { ok: false as const, page: await again(atFields(read.problem.errors)) };
  const refuse = (refused: Invalid | SlugTaken) => again(eventTypeErrors(refused));
  return { ok: true as const, data: read.data, refuse };
}

/** The form's fields as the API's body: an empty address of a new one is left to be made from its name. */
export function newEventTypeFields(form: URLSearchParams) {
  return { ...eventTypeFields(form), slug: form.get("slug")?.trim() || undefined };
}

export function eventTypeFields(form: URLSearchParams) {
  const text = (name: string) => form.get(name) ?? "";
  const isOn = (name: string) => form.has(name);
  const dates = sentDates(form);
  return {
    name: text("name"),
    slug: text("slug"),
    description: text("description"),
    duration_minutes: typedWhole(text("duration_minutes")),
    duration_options: typedList(text("duration_options")),
    slot_interval_minutes: typedLimit(text("slot_interval_minutes")),
    buffer_before: typedWhole(text("buffer_before") || "0"),
    buffer_after: typedWhole(text("buffer_after") || "0"),
    minimum_notice_minutes: typedMinutes(text("minimum_notice_minutes"), text("notice_unit")),
    booking_window_days: typedWhole(text("booking_window_days")),
    max_per_day: typedLimit(text("max_per_day")),
    max_per_week: typedLimit(text("max_per_week")),
    excluded_dates: dates.map(({ date }) => date),
    excluded_date_notes: Object.fromEntries(dates.map(({ date, name }) => [date, name])),
    location: { type: text("location.type"), value: text("location.value") },
    requires_confirmation: isOn("requires_confirmation"),
    schedule_id: text("schedule_id") || null,
    template_id: text("template_id") || null,
    invitee_may_cancel: isOn("invitee_may_cancel"),
    cancel_notice_hours: typedWhole(text("cancel_notice_hours") || "0"),
    invitee_may_reschedule: isOn("invitee_may_reschedule"),
    reschedule_notice_hours: typedWhole(text("reschedule_notice_hours") || "0"),
    requires_reason: isOn("requires_reason"),
    takes_time_requests: isOn("takes_time_requests"),
    shows_hosts: isOn("shows_hosts"),
    email_followup_enabled: isOn("email_followup_enabled"),
    ...(isOn("is_session") ? {} : { is_active: isOn("is_active") }),
    is_listed: isOn("is_listed"),
    ...(isOn("assignment_type") && teamFields(form)),
  };
}

function eventTypeErrors(refused: Invalid | SlugTaken): FieldError[] {
  return refused.reason === "slug_taken" ? [slugTaken] : atFields(refused.errors);
}

/** The errors of a list stand at its one field. */
export function atFields(errors: FieldError[]): FieldError[] {
  const placed = errors.map(({ path, message }) => ({
    path: path.replace(/^(duration_options|member_ids)\.\d+$/, "$1").replace(/^excluded_date.*$/, "fresh_date"),
    message,
  }));
  return placed.filter(
    (error, index) => placed.findIndex((each) => each.message === error.message && each.path === error.path) === index,
  );
}

function teamFields(form: URLSearchParams) {
  const assignment = form.get("assignment_type") || null;
  return {
    is_team_event: assignment !== null,
    assignment_type: assignment,
    team_id: assignment ? form.get("team_id") || null : null,
    rsvp_quorum: form.get("rsvp_quorum") ?? undefined,
    ...hostFields(form),
  };
}

/** What the table of hosts sends: those who are chosen, and their weight and priority. */
export function hostFields(form: URLSearchParams) {
  const hosts = form.getAll("member_ids");
  const share = (id: string) => ({
    weight: typedWhole(form.get(`shares.${id}.weight`) ?? "1"),
    priority: typedWhole(form.get(`shares.${id}.priority`) || "0"),
  });
  return { member_ids: hosts, shares: Object.fromEntries(hosts.map((id) => [id, share(id)])) };
}
