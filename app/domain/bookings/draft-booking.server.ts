import { randomBytes } from "node:crypto";
import type { Person } from "../availability/host-facts.server";
import type { EventType } from "../event-types/event-type";
import { timeOrderedId } from "../ids.server";
import type { Actor, Attendee, BookInput } from "./booking";
import type { DraftBooking } from "./insert-booking.server";
import type { QuestionSet } from "../templates/question";
import type { InviteePolicy } from "./invitee-policy";
import { beginning } from "./rsvp";

type Wanted = {
  eventType: EventType;
  input: BookInput;
  locale: string;
  durationMinutes: number;
  /** Who gives their time; the first one leads. */
  hosts: Person[];
  /** Through whose page it is booked. */
  team?: DraftBooking["team"];
  /** What was asked beside who comes. */
  asked?: QuestionSet | null;
  /** Who books; the invitee if left out. */
  actor?: Actor;
  clientId?: string | null;
  metadata?: Record<string, string>;
  now: number;
};

/** The booking that an invitee asks for, with new keys: confirmed, or pending where somebody has to say yes first. */
export function draftBooking({
  eventType,
  input,
  locale,
  durationMinutes,
  hosts,
  team = null,
  asked = null,
  actor = { kind: "invitee" },
  clientId = null,
  metadata = {},
  now,
}: Wanted): DraftBooking {
  const hostIds = hosts.map(({ userId }) => userId);
  const { status, accepted } = beginning({ eventType, hostIds, actor, isByHost: actor.kind === "user" });
  const [{ userId: hostId, ...host }] = hosts as [Person];
  return {
    workspaceId: eventType.workspaceId,
    id: timeOrderedId(now),
    uid: randomBytes(18).toString("base64url"),
    eventTypeId: eventType.id,
    hostId,
    clientId,
    inviteeName: input.name,
    inviteeEmail: input.email,
    start: input.start,
    end: input.start + durationMinutes * 60_000,
    timezone: input.timezone,
    locale,
    status,
    confirmedAt: status === "confirmed" ? now : null,
    notes: input.notes,
    answers: input.answers,
    templateVersionId: asked?.versionId ?? null,
    questions: asked?.questions ?? null,
    locationType: eventType.locationType,
    locationValue: eventType.locationValue,
    sequence: 0,
    metadata,
    attendees: attendeesOf(input, { hosts, accepted, clientId }),
    team: team && { name: team.name, slug: team.slug },
    createdAt: now,
    updatedAt: now,
    eventType: {
      name: eventType.name,
      slug: eventType.slug,
      policy: policyOf(eventType),
      rsvpQuorum: eventType.rsvpQuorum,
      emailFollowupEnabled: eventType.emailFollowupEnabled,
      isLinkOnly: eventType.isLinkOnly,
      isSession: eventType.isSession,
    },
    host,
  };
}

/** In the order in which they are always read: hosts, invitee, guests, each by name and its code points. */
function attendeesOf(
  { name, email, guests }: BookInput,
  { hosts, accepted, clientId }: { hosts: Person[]; accepted: string[]; clientId: string | null },
): Attendee[] {
  const outsider = { id: "", userId: null, status: "confirmed", isNoShow: false } as const;
  const others = guests.filter((guest) => guest.toLowerCase() !== email.toLowerCase());
  const people: Attendee[] = [
    ...byName(hosts).map((host) => ({
      id: "",
      userId: host.userId,
      kind: "host" as const,
      name: host.name,
      email: host.email,
      status: accepted.includes(host.userId) ? ("confirmed" as const) : ("pending" as const),
      isNoShow: false,
    })),
    { ...outsider, kind: "invitee", name, email, userId: clientId },
    ...others.sort().map((guest) => ({ ...outsider, kind: "guest" as const, name: guest, email: guest })),
  ];
  return people.map((person) => ({ ...person, id: timeOrderedId() }));
}

export function policyOf(eventType: EventType): InviteePolicy {
  return {
    mayCancel: eventType.inviteeMayCancel,
    cancelNoticeHours: eventType.cancelNoticeHours,
    mayReschedule: eventType.inviteeMayReschedule,
    rescheduleNoticeHours: eventType.rescheduleNoticeHours,
    requiresReason: eventType.requiresReason,
  };
}

function byName(hosts: Person[]) {
  return [...hosts].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
