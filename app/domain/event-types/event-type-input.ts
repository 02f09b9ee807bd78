import { z } from "zod";
import { line, paragraph, slugField, uuidField, writtenDateField } from "~/domain/fields";
import { assignmentTypes, locationTypes, quorums, sortedUnique } from "./event-type";
import { reservedSlugs } from "./slug";

const day = 1440;

const id = uuidField.transform((value) => value.toLowerCase());

const fields = {
  name: line("The name", 100),
  slug: slugField.refine(
    (slug) => !reservedSlugs.has(slug),
    "That address is kept for the product itself. Choose another.",
  ),
  description: paragraph("The description", 2000),
  duration_minutes: whole("The length is", 5, day, "minutes"),
  duration_options: listOf(whole("Each length is", 5, day, "minutes"), "Lengths", 10).transform(sortedUnique),
  slot_interval_minutes: whole("The distance between starts is", 5, day, "minutes").nullable(),
  buffer_before: whole("The free time before is", 0, 720, "minutes"),
  buffer_after: whole("The free time after is", 0, 720, "minutes"),
  minimum_notice_minutes: whole("The notice is", 0, 525_600, "minutes, a year at most"),
  booking_window_days: whole("The booking window is", 1, 730, "days"),
  max_per_day: whole("The limit for a day is", 1, 1000, "meetings").nullable(),
  max_per_week: whole("The limit for a week is", 1, 1000, "meetings").nullable(),
  excluded_dates: listOf(writtenDateField, "Days left out", 366).transform((dates) => [...new Set(dates)].sort()),
  location: z.strictObject(
    { type: choice("The place", locationTypes), value: line("The place", 500, 0).default("") },
    { error: "The location has a type and a value." },
  ),
  requires_confirmation: flag("requires_confirmation"),
  is_team_event: flag("is_team_event"),
  team_id: id.nullable(),
  assignment_type: choice("The assignment", assignmentTypes).nullable(),
  member_ids: peopleField("Hosts"),
  rsvp_quorum: choice("The quorum", quorums),
  schedule_id: id.nullable(),
  template_id: id.nullable(),
  invitee_may_cancel: flag("invitee_may_cancel"),
  cancel_notice_hours: whole("The notice for cancelling is", 0, 8760, "hours, a year at most"),
  invitee_may_reschedule: flag("invitee_may_reschedule"),
  reschedule_notice_hours: whole("The notice for moving is", 0, 8760, "hours, a year at most"),
  requires_reason: flag("requires_reason"),
  takes_time_requests: flag("takes_time_requests"),
  shows_hosts: flag("shows_hosts"),
  email_followup_enabled: flag("email_followup_enabled"),
  is_active: flag("is_active"),
  is_listed: flag("is_listed"),
};

/** A change: what is left out stays as it is. */
export const EventTypePatch = z.strictObject(fields).partial();

/** A new event type. Without a slug it gets one from its name, without hosts its maker is the host. */
export const EventTypeInput = EventTypePatch.extend({
  name: fields.name,
  duration_minutes: fields.duration_minutes,
  description: fields.description.default(""),
  duration_options: fields.duration_options.default([]),
  slot_interval_minutes: fields.slot_interval_minutes.default(null),
  buffer_before: fields.buffer_before.default(0),
  buffer_after: fields.buffer_after.default(0),
  minimum_notice_minutes: fields.minimum_notice_minutes.default(0),
  booking_window_days: fields.booking_window_days.default(60),
  max_per_day: fields.max_per_day.default(null),
  max_per_week: fields.max_per_week.default(null),
  excluded_dates: fields.excluded_dates.default([]),
  location: fields.location.default({ type: "google_meet", value: "" }),
  requires_confirmation: fields.requires_confirmation.default(false),
  is_team_event: fields.is_team_event.default(false),
  team_id: fields.team_id.default(null),
  assignment_type: fields.assignment_type.default(null),
  rsvp_quorum: fields.rsvp_quorum.default("all"),
  schedule_id: fields.schedule_id.default(null),
  template_id: fields.template_id.default(null),
  invitee_may_cancel: fields.invitee_may_cancel.default(true),
  cancel_notice_hours: fields.cancel_notice_hours.default(0),
  invitee_may_reschedule: fields.invitee_may_reschedule.default(true),
  reschedule_notice_hours: fields.reschedule_notice_hours.default(0),
  requires_reason: fields.requires_reason.default(false),
  takes_time_requests: fields.takes_time_requests.default(true),
  shows_hosts: fields.shows_hosts.default(true),
  email_followup_enabled: fields.email_followup_enabled.default(false),
  is_active: fields.is_active.default(true),
  is_listed: fields.is_listed.default(true),
});

const share = z.object({
  weight: whole("The weight is", 1, 100),
  priority: whole("The priority is", 0, 1000),
});

/** Each one's weight and priority, by their ids: what pages send beside the ids. */
export const sharesField = z.record(z.string(), share).optional();

/** The pages set each host's weight and priority too, and what the days left out are called. */
const onPages = {
  shares: sharesField,
  excluded_date_notes: z.record(z.string(), line("The name of a day", 300, 0)).optional(),
};
export const EventTypeForm = EventTypeInput.extend(onPages);
export const EventTypePatchForm = EventTypePatch.extend(onPages);

export type EventTypeInput = z.output<typeof EventTypeForm>;
export type EventTypePatch = z.output<typeof EventTypePatchForm>;

/** The ids of up to a hundred people, each once. */
export function peopleField(what: string) {
  return listOf(id, what, 100).transform((ids) => [...new Set(ids)]);
}

function whole(what: string, min: number, max: number, unit = "") {
  const message = `${what} a whole number, ${min} to ${max}${unit && ` ${unit}`}.`;
  return z
    .number({ error: message })
    .int({ error: message, abort: true })
    .min(min, { error: message, abort: true })
    .max(max, message);
}

function listOf<Item extends z.ZodType>(item: Item, what: string, max: number) {
  return z.array(item, { error: `${what} come as a list.` }).max(max, `${what}: ${max} at most.`);
}

function choice<const Values extends readonly [string, ...string[]]>(what: string, values: Values) {
  return z.enum(values, { error: `${what} is one of ${values.join(", ")}.` });
}

function flag(name: string) {
  return z.boolean({ error: `${name} is true or false.` });
}
