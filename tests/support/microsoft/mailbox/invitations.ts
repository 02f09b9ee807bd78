import type { Attendee, Event } from "@microsoft/microsoft-graph-types";
import type { World } from "../world";
import type { Account, StoredEvent } from "./types";

/** A mail that Exchange sends by itself as soon as an event has attendees. */
export type Invitation = {
  to: string;
  from: string;
  kind: "request" | "update" | "cancellation";
  eventId: string;
  subject: string;
  comment: string | null;
  at: number;
};

type Sending = { world: World; account: Account; event: StoredEvent };

export function mailAttendees(
  { world, account, event }: Sending,
  kind: Invitation["kind"],
  to: Attendee[],
  comment = "",
) {
  const { subject, isOrganizer } = event.fields;
  if (!isOrganizer) return;
  for (const { emailAddress } of to) {
    world.sentInvitations.push({
      to: emailAddress?.address ?? "",
      from: account.email,
      kind,
      eventId: event.id,
      subject: subject ?? "",
      comment: comment || null,
      at: world.clock.now(),
    });
  }
}

const told: (keyof Event)[] = [
  "subject",
  "body",
  "start",
  "end",
  "isAllDay",
  "location",
  "recurrence",
  "isOnlineMeeting",
];

/** A change of attendees alone is told to those who come or go, any other one to everybody. */
export function mailChange(sending: Sending, before: Event, patch: Event) {
  const [old, now] = [before.attendees ?? [], sending.event.fields.attendees ?? []];
  mailAttendees(sending, "cancellation", without(old, now));
  mailAttendees(sending, "request", without(now, old));
  if (told.some((name) => name in patch)) mailAttendees(sending, "update", without(now, without(now, old)));
}

function without(list: Attendee[], others: Attendee[]) {
  const addresses = new Set(others.map(addressOf));
  return list.filter((each) => !addresses.has(addressOf(each)));
}

function addressOf({ emailAddress }: Attendee) {
  return emailAddress?.address?.toLowerCase();
}
