import { z } from "zod";
import { nameField } from "~/domain/accounts/account";
import { BookFields, reasonField } from "~/domain/bookings/booking";
import { emailField, line, zoneField } from "~/domain/fields";
import { calInstantField, numberField } from "./fields";

const { duration_minutes, guests, notes, answers } = BookFields.shape;

const metadataField = z
  .record(line("A key of the metadata", 40), line("A value of the metadata", 500, 0), {
    error: "The metadata is an object of texts.",
  })
  .refine((metadata) => Object.keys(metadata).length <= 50, "The metadata has more than 50 keys.");

const slug = (what: string) => z.string({ error: `${what} must be text.` }).max(100, `${what} is too long.`);

/** What Cal.com's own fields are called among the answers; the rest are questions of the event type. */
const ownFields = ["name", "email", "title", "location", "notes", "guests", "rescheduleReason", "attendeePhoneNumber"];

/** A booking as Cal.com's clients send it. What it does not know is left out, as there. */
export const CalBook = z
  .object({
    start: calInstantField,
    attendee: z.object(
      {
        name: nameField,
        email: emailField,
        timeZone: zoneField,
        language: z.string().max(20).optional().describe("What their mails are written in, such as de."),
      },
      { error: "The attendee has a name, an email and a timeZone." },
    ),
    eventTypeId: numberField.optional(),
    eventTypeSlug: slug("eventTypeSlug").optional(),
    username: slug("username").optional().describe("The workspace's address."),
    teamSlug: slug("teamSlug").optional().describe("The workspace's address; with organizationSlug that of its team."),
    organizationSlug: slug("organizationSlug").nullable().optional().describe("The workspace's address."),
    lengthInMinutes: duration_minutes,
    bookingFieldsResponses: z.record(z.string(), z.unknown()).default({}),
    guests,
    metadata: metadataField.default({}),
    instant: z.literal(false, "Meetings at once cannot be booked here.").optional(),
    recurrenceCount: z.literal(1, "One meeting at a time can be booked here.").optional(),
  })
  .refine(isNamed, {
    path: ["eventTypeId"],
    message: "Either eventTypeId or eventTypeSlug + username or eventTypeSlug + teamSlug must be provided",
  })
  .transform((body, context) => {
    const { responses, errors } = readResponses(body.bookingFieldsResponses);
    for (const { path, message } of errors) context.addIssue({ code: "custom", path, message });
    return errors.length > 0 ? z.NEVER : { ...body, ...responses, named: nameOf(body) };
  });

type Naming = {
  eventTypeId?: number;
  eventTypeSlug?: string;
  username?: string;
  teamSlug?: string;
  organizationSlug?: string | null;
};

export function isNamed({ eventTypeId, eventTypeSlug, username, teamSlug }: Naming) {
  return eventTypeId !== undefined || (eventTypeSlug !== undefined && (username ?? teamSlug) !== undefined);
}

/** Which event type is meant, and which team is to hold it. */
export function nameOf({ eventTypeId: id, eventTypeSlug, username, teamSlug, organizationSlug }: Naming) {
  if (id !== undefined) return { eventType: { id }, wish: {} };
  const isTeam = Boolean(organizationSlug) && teamSlug !== undefined;
  const workspace = isTeam ? organizationSlug! : (username ?? teamSlug);
  return { eventType: { workspace, slug: eventTypeSlug }, wish: isTeam ? { team: teamSlug } : {} };
}

function readResponses({ notes: written, ...rest }: Record<string, unknown>) {
  const asked = Object.fromEntries(Object.entries(rest).filter(([name]) => !ownFields.includes(name)));
  const read = z.object({ notes, answers }).safeParse({ notes: written, answers: asked });
  if (read.success) return { responses: read.data, errors: [] };
  const errors = read.error.issues.map(({ path, message }) => {
    return {
      path: ["bookingFieldsResponses", ...(path[0] === "answers" ? path.slice(1) : path)] as (string | number)[],
      message,
    };
  });
  return { responses: null, errors };
}

/** What our fields are called in what is refused. */
export const calBookNames = {
  duration_minutes: "lengthInMinutes",
  answers: "bookingFieldsResponses",
  team: "teamSlug",
  timezone: "attendee.timeZone",
};

export const CalCancel = z.object({ cancellationReason: reasonField.default("") });

export const CalReschedule = z.object({ start: calInstantField, reschedulingReason: reasonField.default("") });

export const CalDecline = z.object({ reason: reasonField.default("") });

export const CalReassign = z.object({ reason: reasonField.optional() });

export const CalAbsent = z.object({
  host: z.literal(false, "Whether a host came is not kept here.").optional(),
  attendees: z
    .array(z.object({ email: emailField, absent: z.boolean({ error: "absent is true or false." }) }))
    .max(50, "50 attendees at most.")
    .default([]),
});
