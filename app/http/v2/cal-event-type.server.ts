import { z } from "zod";
import type { EventType, LocationType } from "~/domain/event-types/event-type";
import { numbersOf } from "~/domain/numbers.server";
import { askedQuestions } from "~/domain/templates/asked-questions.server";
import { takesSeveral, type Question } from "~/domain/templates/question";

const disabled = z.strictObject({ disabled: z.literal(true) });

const Location = z.strictObject({
  type: z.enum(["integration", "address", "link", "phone", "attendeePhone"]),
  integration: z.string().optional(),
  address: z.string().optional(),
  link: z.string().optional(),
  phone: z.string().optional(),
  public: z.boolean().optional(),
});

const Field = z.strictObject({
  type: z.string(),
  slug: z.string().describe("Its name among `bookingFieldsResponses`."),
  label: z.string(),
  required: z.boolean(),
  options: z.array(z.string()).optional(),
  isDefault: z.boolean(),
});

/** An event type as clients of Cal.com read it. */
export const CalEventType = z
  .strictObject({
    id: z.int(),
    ownerId: z.int(),
    lengthInMinutes: z.int(),
    lengthInMinutesOptions: z.array(z.int()).optional(),
    title: z.string(),
    slug: z.string(),
    description: z.string(),
    locations: z.array(Location),
    bookingFields: z.array(Field),
    disableGuests: z.literal(false),
    slotInterval: z.int().nullable(),
    minimumBookingNotice: z.int(),
    beforeEventBuffer: z.int(),
    afterEventBuffer: z.int(),
    recurrence: z.null(),
    metadata: z.strictObject({}),
    price: z.literal(0),
    currency: z.literal("usd"),
    lockTimeZoneToggleOnBookingPage: z.literal(false),
    seats: z.null(),
    successRedirectUrl: z.null(),
    isInstantEvent: z.literal(false),
    scheduleId: z.int().nullable(),
    teamId: z.int().nullable(),
    schedulingType: z.enum(["roundRobin", "collective"]).nullable(),
    bookingLimitsCount: z.union([disabled, z.strictObject({ day: z.int().optional(), week: z.int().optional() })]),
    bookingWindow: z.strictObject({ type: z.literal("calendarDays"), value: z.int(), rolling: z.literal(false) }),
    confirmationPolicy: z.union([
      disabled,
      z.strictObject({ type: z.literal("always"), blockUnconfirmedBookingsInBooker: z.literal(true) }),
    ]),
    requiresBookerEmailVerification: z.literal(false),
    hidden: z.boolean(),
    users: z.array(
      z.strictObject({
        id: z.int(),
        name: z.string(),
        username: z.string(),
        avatarUrl: z.null(),
        weekStart: z.literal("Monday"),
        brandColor: z.null(),
        darkBrandColor: z.null(),
        metadata: z.strictObject({}),
      }),
    ),
  })
  .meta({ id: "CalEventType" });

type Home = { id: string; slug: string };

export async function calEventType(workspace: Home, eventType: EventType) {
  return (await calEventTypes(workspace, [eventType], true))[0]!;
}

/** Of one workspace. `isMember`: whether who asks may know what only members do. */
export async function calEventTypes(workspace: Home, eventTypes: EventType[], isMember: boolean) {
  const numbers = await numbersOf({
    workspaceId: workspace.id,
    users: eventTypes.flatMap(({ ownerId, members }) => [ownerId, ...members.map(({ userId }) => userId)]),
    schedules: eventTypes.flatMap(({ scheduleId }) => scheduleId ?? []),
    teams: eventTypes.flatMap(({ teamId }) => teamId ?? []),
  });
  return Promise.all(
    eventTypes.map(async (eventType) => {
      const asked = (await askedQuestions(eventType))?.questions ?? [];
      return rendered(eventType, asked, { numbers, workspace, isMember });
    }),
  );
}

type Seen = { numbers: Map<string, number>; workspace: Home; isMember: boolean };

function rendered(
  eventType: EventType,
  asked: Question[],
  { numbers, workspace, isMember }: Seen,
): z.input<typeof CalEventType> {
  const { durationOptions, maxPerDay, maxPerWeek, members, showsHosts } = eventType;
  return {
    id: eventType.number,
    ownerId: numbers.get(eventType.ownerId)!,
    lengthInMinutes: eventType.durationMinutes,
    ...(durationOptions.length > 0 && { lengthInMinutesOptions: durationOptions }),
    title: eventType.name,
    slug: eventType.slug,
    description: eventType.description,
    locations: [locationOf(eventType, isMember)],
    bookingFields: [...usualFields, ...asked.map(fieldOf)],
    disableGuests: false,
    slotInterval: eventType.slotIntervalMinutes,
    minimumBookingNotice: eventType.minimumNoticeMinutes,
    beforeEventBuffer: eventType.bufferBefore,
    afterEventBuffer: eventType.bufferAfter,
    recurrence: null,
    metadata: {},
    price: 0,
    currency: "usd",
    lockTimeZoneToggleOnBookingPage: false,
    seats: null,
    successRedirectUrl: null,
    isInstantEvent: false,
    scheduleId: isMember ? (numbers.get(eventType.scheduleId ?? "") ?? null) : null,
    teamId: numbers.get(eventType.teamId ?? "") ?? null,
    schedulingType: schedulingOf(eventType),
    bookingLimitsCount:
      maxPerDay === null && maxPerWeek === null
        ? { disabled: true }
        : { ...(maxPerDay !== null && { day: maxPerDay }), ...(maxPerWeek !== null && { week: maxPerWeek }) },
    bookingWindow: { type: "calendarDays", value: eventType.bookingWindowDays, rolling: false },
    confirmationPolicy: eventType.requiresConfirmation
      ? { type: "always", blockUnconfirmedBookingsInBooker: true }
      : { disabled: true },
    requiresBookerEmailVerification: false,
    hidden: !eventType.isListed,
    users: (isMember || showsHosts ? members : []).map(({ userId, name }) => ({
      id: numbers.get(userId)!,
      name,
      username: workspace.slug,
      avatarUrl: null,
      weekStart: "Monday",
      brandColor: null,
      darkBrandColor: null,
      metadata: {},
    })),
  };
}

/** Ours that any free host takes goes round; where all are needed it is Cal.com's collective. */
function schedulingOf({ assignmentType }: EventType) {
  if (assignmentType === null) return null;
  return assignmentType === "all_hands" ? ("collective" as const) : ("roundRobin" as const);
}

const integrations: Partial<Record<LocationType, string>> = {
  google_meet: "google-meet",
  microsoft_teams: "office365-video",
  zoom: "zoom",
};

/** A link to join is for those who have booked. */
function locationOf({ locationType, locationValue }: EventType, isMember: boolean): z.input<typeof Location> {
  const value = isMember ? locationValue : "";
  switch (locationType) {
    case "in_person":
      return { type: "address", address: locationValue, public: true };
    case "phone":
      return locationValue ? { type: "phone", phone: value, public: false } : { type: "attendeePhone" };
    case "custom":
      return { type: "link", link: value, public: false };
    default:
      return { type: "integration", integration: integrations[locationType] };
  }
}

const usualFields: z.input<typeof Field>[] = [
  { type: "name", slug: "name", label: "Your name", required: true, isDefault: true },
  { type: "email", slug: "email", label: "Email", required: true, isDefault: true },
  { type: "textarea", slug: "notes", label: "Notes", required: false, isDefault: true },
  { type: "multiemail", slug: "guests", label: "Guests", required: false, isDefault: true },
];

function fieldOf({ id, type, label, required, options }: Question): z.input<typeof Field> {
  const choices = options.length > 0 && { options };
  return { type: typeOf({ type, options }), slug: id, label, required, ...choices, isDefault: false };
}

function typeOf(question: Pick<Question, "type" | "options">) {
  if (question.type === "checkbox") return takesSeveral(question) ? "checkbox" : "boolean";
  return question.type === "email" || question.type === "date" ? "text" : question.type;
}
