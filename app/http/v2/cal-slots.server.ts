import { z } from "zod";
import { momentMs, SlotsQuery } from "~/domain/availability/slots-query";
import { zoneField, type Moment } from "~/domain/fields";
import type { EventType } from "~/domain/event-types/event-type";
import { operation } from "../api.server";
import { withEtag } from "../etag.server";
import { findMeeting } from "../meeting-page.server";
import { invalid } from "../problem.server";
import { isNamed, nameOf } from "./cal-booking-input";
import { successOf } from "./envelope.server";
import { requireBookable } from "./event-types.server";
import { calMomentField, numberText } from "./fields";
import { byDate, readStarts, zonedInstant } from "./slots.server";

const longest = 366 * 86_400_000;

const text = z.string().max(250, "That is too long.");
const instant = z.iso.datetime({ offset: true });
const { duration } = SlotsQuery.shape;

const unnamed = {
  path: ["eventTypeId"],
  message: "Either eventTypeId or eventTypeSlug + username or eventTypeSlug + teamSlug must be provided",
};

/** `GET /v2/slots`, version 2024-09-04. */
export const calSlots = operation({
  auth: "none",
  summary: "List free slots",
  description:
    "Of the event type of this id, or of this address in a workspace: `eventTypeSlug` with `username`. A year at most; what is asked beyond it is left out. Days without slots are left out.",
  query: z
    .object({
      start: calMomentField.describe("An instant, or a date of UTC."),
      end: calMomentField.describe("An instant, or a date of UTC with its last moment."),
      eventTypeId: numberText.optional(),
      eventTypeSlug: text.optional(),
      username: text.optional().describe("The workspace's address."),
      teamSlug: text.optional(),
      organizationSlug: text.optional(),
      timeZone: zoneField.default("UTC"),
      duration,
      format: z.enum(["time", "range"], { error: "The format is time or range." }).default("time"),
      bookingUidToReschedule: text.optional(),
    })
    .refine(isNamed, unnamed),
  answers: {
    200: successOf(
      z.record(z.iso.date(), z.array(z.strictObject({ start: instant, end: instant.optional() }))).describe("By date."),
    ),
  },
  refusals: [404],
  hasEtag: true,
  async handle({ request, query, now }) {
    const { timeZone, format } = query;
    const { eventType: named, wish } = nameOf(query);
    const range = readRange(query.start, query.end, "end", "Invalid time range given - end is before start.");
    const eventType = await requireBookable(named);
    const ignoreBookingId = await movedBooking(eventType, query.bookingUidToReschedule);
    const asked = { eventType, durationMinutes: query.duration, range, wish, ignoreBookingId, now };
    const { starts, durationMinutes } = await readStarts(asked, "duration");
    const data = byDate(starts, timeZone, (start) => ({
      start: zonedInstant(start, timeZone),
      ...(format === "range" && { end: zonedInstant(start + durationMinutes * 60_000, timeZone) }),
    }));
    return withEtag(request, { status: "success", data });
  },
});

/** `GET /v2/slots/available`, the versions before. */
export const calSlotsAvailable = operation({
  auth: "none",
  summary: "List free slots, by the older versions",
  description: "With `slotFormat=range` the slots have a `startTime` and an `endTime`, else a `time`.",
  query: z
    .object({
      startTime: calMomentField,
      endTime: calMomentField,
      eventTypeId: numberText.optional(),
      eventTypeSlug: text.optional(),
      "usernameList[]": text.optional().describe("The workspace's address."),
      usernameList: text.optional(),
      duration,
      timeZone: zoneField.optional(),
      rescheduleUid: text.optional(),
      slotFormat: z.enum(["time", "range"], { error: "The slotFormat is time or range." }).optional(),
    })
    .refine((query) => isNamed(namingOf(query)), unnamed),
  answers: {
    200: successOf(
      z.strictObject({
        slots: z.record(
          z.iso.date(),
          z.array(
            z.union([z.strictObject({ time: instant }), z.strictObject({ startTime: instant, endTime: instant })]),
          ),
        ),
      }),
    ),
  },
  refusals: [404],
  hasEtag: true,
  async handle({ request, query, now }) {
    const { timeZone: zone = "UTC", slotFormat } = query;
    const range = readRange(
      query.startTime,
      query.endTime,
      "endTime",
      "Invalid time range given - check the 'startTime' and 'endTime' query parameters.",
    );
    const eventType = await requireBookable(nameOf(namingOf(query)).eventType);
    const ignoreBookingId = await movedBooking(eventType, query.rescheduleUid);
    const asked = { eventType, durationMinutes: query.duration, range, ignoreBookingId, now };
    const { starts, durationMinutes } = await readStarts(asked, "duration");
    const slots = byDate(starts, zone, (start) => {
      const time = zonedInstant(start, zone);
      if (slotFormat !== "range") return { time };
      return { startTime: time, endTime: zonedInstant(start + durationMinutes * 60_000, zone) };
    });
    return withEtag(request, { status: "success", data: { slots } });
  },
});

type Listed = { eventTypeId?: number; eventTypeSlug?: string; "usernameList[]"?: string; usernameList?: string };

function namingOf({ "usernameList[]": listed, usernameList, ...rest }: Listed) {
  return { ...rest, username: listed ?? usernameList };
}

function readRange(start: Moment, end: Moment, path: string, message: string) {
  const from = momentMs(start, "UTC", "start");
  const to = momentMs(end, "UTC", "end");
  if (from >= to) throw invalid([{ path, message }]);
  return { from, to: Math.min(to, from + longest) };
}

/** A booking that is to be moved may overlap its own time. */
async function movedBooking(eventType: EventType, uid: string | undefined) {
  const booking = uid === undefined ? null : await findMeeting(uid);
  return booking?.eventTypeId === eventType.id ? booking.id : undefined;
}
