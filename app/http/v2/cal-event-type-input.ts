import { z } from "zod";
import { EventTypeInput, EventTypePatch } from "~/domain/event-types/event-type-input";
import { numberField } from "./fields";

const own = EventTypePatch.shape;

const locationField = z
  .looseObject(
    {
      type: z.string({ error: "A location has a type." }),
      integration: z.string().optional(),
      address: z.string().optional(),
      link: z.string().optional(),
      phone: z.string().optional(),
    },
    { error: "A location has a type." },
  )
  .transform((given, context) => {
    const read = locationOf(given);
    if (read) return read;
    context.addIssue({ code: "custom", message: "Meetings cannot be held at such a location here." });
    return z.NEVER;
  });

const integrations: Record<string, "google_meet" | "microsoft_teams" | "zoom"> = {
  "google-meet": "google_meet",
  "cal-video": "google_meet",
  "office365-video": "microsoft_teams",
  zoom: "zoom",
};

type Given = { type: string; integration?: string; address?: string; link?: string; phone?: string };

function locationOf({ type, integration = "", address = "", link = "", phone = "" }: Given) {
  switch (type) {
    case "integration":
      return Object.hasOwn(integrations, integration) ? { type: integrations[integration]!, value: "" } : null;
    case "address":
      return { type: "in_person" as const, value: address };
    case "link":
      return { type: "custom" as const, value: link };
    case "phone":
      return { type: "phone" as const, value: phone };
    case "attendeePhone":
      return { type: "phone" as const, value: "" };
    default:
      return null;
  }
}

const switchedOff = z.object({ disabled: z.literal(true) });

const limitsField = z.union(
  [
    switchedOff.transform(() => ({ max_per_day: null, max_per_week: null })),
    z
      .strictObject({ day: z.int().min(1).max(1000).optional(), week: z.int().min(1).max(1000).optional() })
      .transform(({ day = null, week = null }) => ({ max_per_day: day, max_per_week: week })),
  ],
  { error: "The limits are those of a day and of a week, 1 to 1000, or {disabled: true}." },
);

const windowField = z.union(
  [
    switchedOff.transform(() => ({ booking_window_days: 730 })),
    z
      .object({ type: z.literal("calendarDays"), value: z.int().min(1).max(730) })
      .transform(({ value }) => ({ booking_window_days: value })),
  ],
  { error: "The booking window is of type calendarDays, 1 to 730, or {disabled: true}." },
);

const confirmationField = z.union(
  [
    switchedOff.transform(() => ({ requires_confirmation: false })),
    z.object({ type: z.literal("always") }).transform(() => ({ requires_confirmation: true })),
  ],
  { error: "The confirmation policy is of type always, or {disabled: true}." },
);

/** What we know nothing of, and must not leave out in silence: the meetings would be others than was meant. */
function unknownHere(what: string) {
  return z
    .union([z.null(), switchedOff], { error: `${what} cannot be had here.` })
    .optional()
    .describe("Not to be had here.");
}

const fields = {
  lengthInMinutes: own.duration_minutes,
  lengthInMinutesOptions: own.duration_options,
  title: own.name,
  slug: own.slug,
  description: own.description,
  locations: z.array(locationField, { error: "Locations come as a list." }).max(1, "One location at most.").optional(),
  slotInterval: own.slot_interval_minutes,
  minimumBookingNotice: own.minimum_notice_minutes.describe("In minutes."),
  beforeEventBuffer: own.buffer_before,
  afterEventBuffer: own.buffer_after,
  scheduleId: numberField.nullable().optional(),
  bookingLimitsCount: limitsField.optional(),
  bookingWindow: windowField.optional(),
  confirmationPolicy: confirmationField.optional(),
  hidden: z.boolean({ error: "hidden is true or false." }).optional(),
  recurrence: unknownHere("Meetings that repeat"),
  seats: unknownHere("Several attendees of one meeting"),
  bookingLimitsDuration: unknownHere("Limits of minutes"),
  bookerActiveBookingsLimit: unknownHere("A limit for each attendee"),
};

/** An event type as Cal.com's clients change it. What is not known is left out, as there. */
export const CalEventTypePatch = z.object(fields);

export const CalEventTypeInput = CalEventTypePatch.extend({
  lengthInMinutes: EventTypeInput.shape.duration_minutes,
  title: EventTypeInput.shape.name,
  slug: own.slug.unwrap(),
});

/** The same change in our own names, but for the schedule, which has to be looked up. */
export function ownFields(patch: z.output<typeof CalEventTypePatch>) {
  return {
    name: patch.title,
    slug: patch.slug,
    description: patch.description,
    duration_minutes: patch.lengthInMinutes,
    duration_options: patch.lengthInMinutesOptions,
    location: patch.locations?.[0],
    slot_interval_minutes: patch.slotInterval,
    minimum_notice_minutes: patch.minimumBookingNotice,
    buffer_before: patch.beforeEventBuffer,
    buffer_after: patch.afterEventBuffer,
    is_listed: patch.hidden === undefined ? undefined : !patch.hidden,
    ...patch.bookingLimitsCount,
    ...patch.bookingWindow,
    ...patch.confirmationPolicy,
  };
}

/** What our fields are called in what is refused. */
export const calEventTypeNames = {
  name: "title",
  duration_minutes: "lengthInMinutes",
  duration_options: "lengthInMinutesOptions",
  "location.type": "locations.0",
  "location.value": "locations.0",
  schedule_id: "scheduleId",
};
