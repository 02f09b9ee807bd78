import { z } from "zod";
import type { User } from "../accounts/account";
import { BookFields, notesField, reasonField, type Booking } from "../bookings/booking";
import { maySeeBooking } from "../bookings/booking-rights";
import { sessionLength } from "../event-types/event-type";
import { instantField, uuidField } from "../fields";
import type { Role } from "../workspaces/roles";

const { min, max } = sessionLength;

/** In minutes. */
export const sessionMinutesField = z
  .number({ error: "The length is a number of minutes." })
  .int("The length is a whole number of minutes.")
  .min(min, `A session takes ${min} minutes or more.`)
  .max(max, `A session takes ${max} minutes at most.`);

/** What a client sends to book a session. */
export const SessionInput = z.strictObject({
  coach_id: uuidField,
  session_datetime: instantField,
  duration_minutes: sessionMinutesField,
  notes: notesField.default(""),
  answers: BookFields.shape.answers,
});

const statuses = ["pending", "confirmed", "cancelled", "completed"] as const;

export const sessionStatusField = z.enum(statuses, { error: `The status is one of ${statuses.join(", ")}.` });

export const SessionStatusInput = z.strictObject({ status: sessionStatusField, reason: reasonField.optional() });

/** Whose session it is, or for whom they see to it; owners and admins see to all of their workspace. */
export type Part = "client" | "host";

/** What somebody has to do with a session; null where it is not theirs to see. */
export function partIn(booking: Booking, user: Pick<User, "id">, role: Role): Part | null {
  if (maySeeBooking(booking, user.id, role)) return "host";
  return booking.clientId === user.id ? "client" : null;
}
