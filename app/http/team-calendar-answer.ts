import { z } from "zod";
import { instantAnswer, SlotAnswer } from "./booking-answer";

/** What is answered about the time of several hosts, as schemas: for the API's document. */

const Member = z
  .strictObject({
    user_id: z.uuid(),
    name: z.string(),
    timezone: z.string(),
    open: z.array(SlotAnswer).describe("Their hours."),
    busy: z.array(SlotAnswer).describe("What takes time: calendars, meetings and the free time around them."),
  })
  .meta({ id: "MemberTime" });

const overlaps = z.array(SlotAnswer).describe("When all of them are free.");

const CalendarBooking = z
  .strictObject({
    id: z.uuid().optional().describe("Only where the booking is the caller's to see."),
    invitee_name: z.string().optional(),
    user_ids: z.array(z.uuid()),
    start_time: instantAnswer,
    end_time: instantAnswer,
    status: z.enum(["pending", "confirmed", "completed"]),
  })
  .meta({ id: "CalendarBooking" });

export const TeamAvailabilityAnswer = z
  .strictObject({ timezone: z.string(), members: z.array(Member), overlaps })
  .meta({ id: "TeamAvailability" });

export const TeamCalendarAnswer = z
  .strictObject({ timezone: z.string(), members: z.array(Member), bookings: z.array(CalendarBooking), overlaps })
  .meta({ id: "TeamCalendar" });

export type MemberAnswer = z.input<typeof Member>;
export type CalendarBookingAnswer = z.input<typeof CalendarBooking>;
