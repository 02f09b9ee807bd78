import type { z } from "zod";
import type { Booking } from "~/domain/bookings/booking";
import type { Coach } from "~/domain/coaches/coach";
import type { changeSession } from "~/domain/coaches/change-session.server";
import { isoInstant } from "~/domain/time";
import { placeOf } from "./meeting-page.server";
import { invalid, problem } from "./problem.server";
import type { CoachAnswer, SessionAnswer } from "./session-answer";

/** How the dialect of coaches and clients writes them. */
export function sessionJson(booking: Booking): z.input<typeof SessionAnswer> {
  return {
    id: booking.id,
    client_id: booking.clientId!,
    coach_id: booking.hostId,
    session_datetime: isoInstant(booking.start),
    duration_minutes: (booking.end - booking.start) / 60_000,
    status: booking.status,
    payment_id: null,
    meeting_link: placeOf(booking).url,
    notes: booking.notes,
    created_at: isoInstant(booking.createdAt),
    updated_at: isoInstant(booking.updatedAt),
  };
}

export function coachJson(coach: Coach): z.input<typeof CoachAnswer> {
  return {
    user_id: coach.userId,
    name: coach.name,
    about: coach.about,
    timezone: coach.timezone,
    next_available: coach.nextFree === null ? null : isoInstant(coach.nextFree),
    workspace_id: coach.workspaceId,
  };
}

type Refusal = Extract<Awaited<ReturnType<typeof changeSession>>, { ok: false }>;

/** Why a session keeps its status. */
export function sessionRefusal({ reason }: Refusal, booking: Booking) {
  switch (reason) {
    case "only_cancel":
      return problem(403, "A client may cancel their session. The rest is for the coach.");
    case "not_allowed":
      return problem(403, "The coach does not let clients cancel by themselves. Write to the coach.");
    case "too_late":
      return problem(409, "It is too late to cancel this session. Write to the coach.", { code: reason });
    case "reason_required":
      return invalid([{ path: "reason", message: "Say why: the coach asks for a reason." }]);
    default:
      return problem(409, `A session that is ${booking.status} cannot change like that now.`, {
        code: "illegal_transition",
      });
  }
}
