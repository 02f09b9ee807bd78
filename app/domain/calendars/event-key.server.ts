import { eventKey } from "~/integrations/google-event-key.server";

/** The UID that Google gives to an event with our key: an invitation of ours that carries it makes no second entry. */
export function googleUid(bookingId: string): string {
  return `${eventKey(bookingId, 0)}@google.com`;
}
