import { sql } from "drizzle-orm";
import { googleUid } from "../calendars/event-key.server";
import { mailRows } from "../notifications/notify.server";
import { askingRows } from "./ask-hosts.server";
import type { Insertion } from "./insert-booking.server";
import { actorColumns } from "./record-move.server";
import { nextReminder } from "./reminders";

/** What is told of a booking to the statement that writes it, and as what Postgres reads it. Moments are milliseconds. */
const types = {
  workspace_id: "uuid",
  booking_id: "uuid",
  uid: "text",
  event_type_id: "uuid",
  host_id: "uuid",
  team_id: "uuid",
  client_id: "uuid",
  invitee_name: "text",
  invitee_email: "text",
  start_time: "float8",
  end_time: "float8",
  timezone: "text",
  locale: "text",
  status: "text",
  confirmed_at: "float8",
  notes: "text",
  answers: "jsonb",
  template_version_id: "uuid",
  link_id: "uuid",
  one_time_link_id: "uuid",
  location_type: "text",
  location_value: "text",
  sequence: "int",
  metadata: "jsonb",
  /** Its invitations' UID if the one who leads has their events at Google. */
  google_uid: "text",
  submission_key: "text",
  now: "float8",
  /** Whose time is claimed, and which, buffers included. */
  host_ids: "uuid[]",
  claim_from: "float8",
  claim_to: "float8",
  attendees: "json",
  move: "text",
  actor_kind: "text",
  actor_id: "uuid",
  mails: "json",
  /** When the next reminder is due, if one is left. */
  remind_at: "int8",
  askings: "json",
  pick: "json",
  /** What the rules were asked about. */
  asked_event_type: "float8",
  asked_schedules: "json",
  /** The same of what was not even read for this booking. */
  known_event_type: "text",
  known_host: "text",
  known_workspace: "text",
} as const;

/** The columns as a statement names them. */
export const insertionColumns = sql.raw(
  Object.entries(types)
    .map((column) => column.join(" "))
    .join(", "),
);

type InsertionRow = Record<keyof typeof types, unknown>;

export function insertionRow(insertion: Insertion): InsertionRow {
  const { booking, claim, teamId, through, pick, askings = [], mails, actor, submissionKey, asked, now } = insertion;
  const { actorKind, actorId } = actorColumns(actor);
  return {
    workspace_id: booking.workspaceId,
    booking_id: booking.id,
    uid: booking.uid,
    event_type_id: booking.eventTypeId,
    host_id: booking.hostId,
    team_id: teamId,
    client_id: booking.clientId,
    invitee_name: booking.inviteeName,
    invitee_email: booking.inviteeEmail,
    start_time: booking.start,
    end_time: booking.end,
    timezone: booking.timezone,
    locale: booking.locale,
    status: booking.status,
    confirmed_at: booking.confirmedAt,
    notes: booking.notes,
    answers: booking.answers,
    template_version_id: booking.templateVersionId,
    link_id: through?.kind === "evergreen" ? through.id : null,
    one_time_link_id: through?.kind === "one_time" ? through.id : null,
    location_type: booking.locationType,
    location_value: booking.locationValue,
    sequence: booking.sequence,
    metadata: booking.metadata,
    google_uid: googleUid(booking.id),
    submission_key: submissionKey,
    now,
    host_ids: inOrder(claim.hostIds),
    claim_from: claim.from,
    claim_to: claim.to,
    attendees: booking.attendees.map(({ userId, ...attendee }) => ({ ...attendee, user_id: userId })),
    move: booking.status === "pending" ? "requested" : "booked",
    actor_kind: actorKind,
    actor_id: actorId,
    mails: mailRows(mails),
    remind_at: nextReminder(booking, now)?.at,
    askings: askingRows(booking, askings, now),
    pick: pick && { team_id: pick.teamId, rule: pick.rule, candidates: pick.candidates },
    asked_event_type: asked?.eventType.getTime(),
    asked_schedules: asked?.schedules.map(({ id, version }) => ({ id, version })),
    known_event_type: asked?.known?.eventType,
    known_host: asked?.known?.host,
    known_workspace: asked?.known?.workspaceSlug,
  };
}

/** Claims are taken in the order of the hosts' ids, so that two bookings of the same hosts cannot wait for each other. */
function inOrder(hostIds: readonly string[]) {
  return [...hostIds].sort();
}
