import type { Intervals } from "~/domain/availability/intervals";
import { pairs } from "~/domain/availability/schedule";
import type { CalendarBooking, MemberTime } from "~/domain/availability/team-calendar";
import { isoInstant } from "~/domain/time";
import { slotJson } from "./booking-json.server";
import type { CalendarBookingAnswer, MemberAnswer } from "./team-calendar-answer";

/** A member's time, and of what takes it no more than when. */
export function memberTimeJson({ userId, name, timezone, open, taken }: MemberTime): MemberAnswer {
  return { user_id: userId, name, timezone, open: stretchesJson(open), busy: stretchesJson(taken) };
}

export function stretchesJson(list: Intervals) {
  return pairs(list).map(slotJson);
}

/** A meeting that is not the caller's to see says when it is and who is in it, as the hosts' free time does anyway. */
export function calendarBookingJson({ userIds, start, end, status, seen }: CalendarBooking): CalendarBookingAnswer {
  return {
    ...(seen && { id: seen.id, invitee_name: seen.invitee }),
    user_ids: userIds,
    start_time: isoInstant(start),
    end_time: isoInstant(end),
    status,
  };
}
