import { and, eq } from "drizzle-orm";
import { createHash } from "node:crypto";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import type { EventType } from "../event-types/event-type";
import type { BookInput, Booking } from "./booking";
import { findBooking } from "./bookings.server";

/** What was sent, with the form's own key. */
type Submitted = {
  eventType: Pick<EventType, "workspaceId" | "id">;
  input: Pick<BookInput, "start" | "email">;
  submissionKey?: string;
};

/** One form, one time, one person: a form that was gone back to and changed is a new one. */
export function submissionOf({ submissionKey, input }: Pick<Submitted, "submissionKey" | "input">) {
  if (!submissionKey) return null;
  const said = JSON.stringify([submissionKey, input.start, input.email.toLowerCase()]);
  return createHash("sha256").update(said).digest("base64url");
}

/** What this form's first submit made. */
export async function submittedBefore(order: Submitted): Promise<Booking | null> {
  const { workspaceId, id } = order.eventType;
  const submission = submissionOf(order);
  if (!submission) return null;
  const [found] = await db
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(eq(bookings.workspaceId, workspaceId), eq(bookings.eventTypeId, id), eq(bookings.submissionKey, submission)),
    );
  return found ? findBooking(workspaceId, found.id) : null;
}
