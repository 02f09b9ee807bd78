import { json } from "@remix-run/node";
import { z } from "zod";
import { reasonField } from "~/domain/bookings/booking";
import { cancel } from "~/domain/bookings/cancel.server";
import { ChangeBookingInput } from "~/domain/bookings/change-booking";
import { changeBooking } from "~/domain/bookings/change-booking.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { api, noContent, operation } from "~/http/api.server";
import { BookingAnswer } from "~/http/booking-answer";
import { bookingJson, slotTaken } from "~/http/booking-json.server";
import { requireBooking } from "~/http/host-booking.server";
import { problem } from "~/http/problem.server";

const read = operation({
  auth: "user",
  summary: "Read a booking",
  answers: { 200: BookingAnswer },
  async handle({ user, params }) {
    const { booking } = await requireBooking(user, params);
    return json(bookingJson(booking));
  },
});

const change = operation({
  auth: "user",
  summary: "Move, answer, cancel or annotate a booking",
  description: "A new time or a new status, not both at once. A time that is not free is a 409 with `alternatives`.",
  body: ChangeBookingInput,
  answers: { 200: BookingAnswer },
  example: { status: "confirmed", notes: "Room 4" },
  async handle({ user, params, body: input, now }) {
    const { booking } = await requireBooking(user, params);
    const result = await changeBooking({ booking, input, actor: { kind: "user", userId: user.id }, now });
    if (result.ok) return json(bookingJson(result.booking));
    if (result.reason === "not_yours" || result.reason === "answered") return notAnswered(result.reason);
    if (result.reason !== "slot_unavailable") return illegal(("booking" in result ? result.booking : booking).status);
    const { minimumNoticeMinutes: noticeMinutes } = (await findEventType(booking.workspaceId, booking.eventTypeId))!;
    return slotTaken(result, { start: input.start_time ?? booking.start, zone: user.timezone, noticeMinutes, now });
  },
});

const remove = operation({
  auth: "user",
  summary: "Cancel a booking",
  description: "It is kept, and says so.",
  query: z.object({ reason: reasonField.optional().describe("For those who take part.") }),
  answers: { 204: null },
  async handle({ user, params, query, now }) {
    const { booking } = await requireBooking(user, params);
    const actor = { kind: "user", userId: user.id } as const;
    const result = await cancel({ booking, reason: query.reason ?? "", actor, now });
    return result.ok ? noContent() : illegal(result.booking.status);
  },
});

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/bookings/{id}", {
  GET: read,
  PATCH: change,
  DELETE: remove,
});

function illegal(status: string) {
  return problem(409, `A booking that is ${status} cannot change like that now.`, { code: "illegal_transition" });
}

/** A meeting of all hands: its status follows from what each of them says. */
function notAnswered(reason: "not_yours" | "answered") {
  const detail =
    reason === "not_yours"
      ? "Each host of this meeting answers for themselves, and you are not one of them."
      : "You have answered for yourself already. The meeting's status follows from the answers of all its hosts.";
  return problem(409, detail, { code: reason });
}
