import { offeredDurations, type EventType, type EventTypeMember } from "./event-type";
import type { EventTypePatch } from "./event-type-input";
import { notesFor } from "./excluded-dates";

export type Host = Pick<EventTypeMember, "userId" | "weight" | "priority">;
export type FieldProblem = { path: string; message: string };

const keys = [
  "name",
  "description",
  "durationMinutes",
  "durationOptions",
  "slotIntervalMinutes",
  "bufferBefore",
  "bufferAfter",
  "minimumNoticeMinutes",
  "bookingWindowDays",
  "maxPerDay",
  "maxPerWeek",
  "excludedDates",
  "excludedDateNotes",
  "locationType",
  "locationValue",
  "requiresConfirmation",
  "isTeamEvent",
  "teamId",
  "assignmentType",
  "rsvpQuorum",
  "scheduleId",
  "templateId",
  "inviteeMayCancel",
  "cancelNoticeHours",
  "inviteeMayReschedule",
  "rescheduleNoticeHours",
  "requiresReason",
  "takesTimeRequests",
  "showsHosts",
  "emailFollowupEnabled",
  "isActive",
  "isListed",
] as const satisfies (keyof EventType)[];

/** What a host decides about an event type, besides its address and its hosts. */
export type Settings = Pick<EventType, (typeof keys)[number]>;

export function settingsOf(eventType: Settings): Settings {
  return Object.fromEntries(keys.map((key) => [key, eventType[key]])) as Settings;
}

/** A change laid over what there is; for a new event type there is nothing yet, and the input is complete. */
export function mergeSettings(current: Partial<Settings>, patch: EventTypePatch): Settings {
  const merged = { ...current, ...columnsOf(patch) } as Settings;
  if (!merged.isTeamEvent) {
    merged.assignmentType = patch.assignment_type ?? null;
    merged.teamId = patch.team_id ?? null;
  }
  const excludedDateNotes = notesFor(merged.excludedDates, merged.excludedDateNotes ?? {});
  const durations = merged.durationOptions.length > 0 ? offeredDurations(merged) : [];
  return { ...merged, excludedDateNotes, durationOptions: durations.length > 1 ? durations : [] };
}

/** The rules that more than one field has a part in, by the names of the fields as callers know them. */
export function settingProblems(settings: Settings, hosts: Host[]): FieldProblem[] {
  const { isTeamEvent, assignmentType, teamId } = settings;
  const found = [
    settings.durationOptions.length > 10 && problem("duration_options", "Ten lengths at most, the usual one included."),
    isTeamEvent &&
      !assignmentType &&
      problem("assignment_type", "Say how the host is found: round_robin, collective or all_hands."),
    !isTeamEvent && assignmentType && problem("assignment_type", "Only a team event has an assignment type."),
    !isTeamEvent && teamId && problem("team_id", "Only a team event belongs to a team."),
    hosts.length === 0 && problem("member_ids", "Choose who hosts it."),
    !isTeamEvent && hosts.length > 1 && problem("member_ids", "Only a team event has several hosts. Choose one."),
    locationProblem(settings),
  ];
  return found.filter((each) => typeof each === "object" && each !== null);
}

function locationProblem({ locationType, locationValue }: Settings): FieldProblem | null {
  const isEmpty = locationValue === "";
  switch (locationType) {
    case "in_person":
      return isEmpty ? problem("location.value", "Say where you meet: the address of the place.") : null;
    case "zoom":
      return null;
    case "custom":
      return isEmpty ? problem("location.value", "Say where you meet: a link or a few words.") : null;
    case "phone":
      return isEmpty || /^\+?[\d\s().\-/]{3,40}$/.test(locationValue)
        ? null
        : problem("location.value", "That is not a phone number. It looks like +47 22 12 34 56.");
    default:
      return isEmpty || /^https:\/\/[^\s/]+/.test(locationValue)
        ? null
        : problem("location.value", "A link begins with https://. Leave it empty to get a new one for each meeting.");
  }
}

function columnsOf(patch: EventTypePatch): Partial<Settings> {
  const all = {
    name: patch.name,
    description: patch.description,
    durationMinutes: patch.duration_minutes,
    durationOptions: patch.duration_options,
    slotIntervalMinutes: patch.slot_interval_minutes,
    bufferBefore: patch.buffer_before,
    bufferAfter: patch.buffer_after,
    minimumNoticeMinutes: patch.minimum_notice_minutes,
    bookingWindowDays: patch.booking_window_days,
    maxPerDay: patch.max_per_day,
    maxPerWeek: patch.max_per_week,
    excludedDates: patch.excluded_dates,
    excludedDateNotes: patch.excluded_date_notes,
    locationType: patch.location?.type,
    locationValue: patch.location?.value,
    requiresConfirmation: patch.requires_confirmation,
    isTeamEvent: patch.is_team_event,
    teamId: patch.team_id,
    assignmentType: patch.assignment_type,
    rsvpQuorum: patch.rsvp_quorum,
    scheduleId: patch.schedule_id,
    templateId: patch.template_id,
    inviteeMayCancel: patch.invitee_may_cancel,
    cancelNoticeHours: patch.cancel_notice_hours,
    inviteeMayReschedule: patch.invitee_may_reschedule,
    rescheduleNoticeHours: patch.reschedule_notice_hours,
    requiresReason: patch.requires_reason,
    takesTimeRequests: patch.takes_time_requests,
    showsHosts: patch.shows_hosts,
    emailFollowupEnabled: patch.email_followup_enabled,
    isActive: patch.is_active,
    isListed: patch.is_listed,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function problem(path: string, message: string): FieldProblem {
  return { path, message };
}
