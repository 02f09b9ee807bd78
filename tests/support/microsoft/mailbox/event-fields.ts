import type { PatternedRecurrence } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import { localDateTime } from "./date-times";
import { problemOfRecurrence } from "./recurrence";
import { ianaOf } from "./zones";

/** What may be written of an event. Anything else is refused: a name that Graph doesn't know, or one it sets itself. */

const dateTimeTimeZone = z.strictObject({
  dateTime: z.string().regex(localDateTime, "a dateTime is local: without Z and without an offset"),
  timeZone: z.string().refine((name) => ianaOf(name) !== null, { error: "TimeZoneNotSupportedException" }),
});

const emailAddress = z.strictObject({ address: z.email(), name: z.string().optional() });

const attendee = z.strictObject({
  emailAddress,
  type: z.enum(["required", "optional", "resource"]).optional(),
});

const location = z.strictObject({
  displayName: z.string().optional(),
  locationEmailAddress: z.string().optional(),
  locationUri: z.string().optional(),
  locationType: z.string().optional(),
});

const extendedProperty = z.strictObject({
  id: z
    .string()
    .regex(
      /^(String|Integer|Boolean|Double|SystemTime|Binary) \{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\} (Name \S.*|Id 0x[0-9a-f]+)$/i,
      "the id of an extended property is like 'String {guid} Name Name'",
    ),
  value: z.string(),
});

export const eventFields = z.strictObject({
  subject: z.string().max(255).optional(),
  body: z.strictObject({ contentType: z.enum(["html", "text", "HTML", "Text"]), content: z.string() }).optional(),
  start: dateTimeTimeZone.optional(),
  end: dateTimeTimeZone.optional(),
  isAllDay: z.boolean().optional(),
  attendees: z.array(attendee).max(500).optional(),
  location: location.optional(),
  locations: z.array(location).optional(),
  showAs: z.enum(["free", "tentative", "busy", "oof", "workingElsewhere", "unknown"]).optional(),
  sensitivity: z.enum(["normal", "personal", "private", "confidential"]).optional(),
  importance: z.enum(["low", "normal", "high"]).optional(),
  categories: z.array(z.string()).optional(),
  isReminderOn: z.boolean().optional(),
  reminderMinutesBeforeStart: z.int().optional(),
  responseRequested: z.boolean().optional(),
  allowNewTimeProposals: z.boolean().optional(),
  hideAttendees: z.boolean().optional(),
  isOnlineMeeting: z.boolean().optional(),
  onlineMeetingProvider: z.enum(["unknown", "teamsForBusiness", "skypeForBusiness", "skypeForConsumer"]).optional(),
  recurrence: z
    .custom<PatternedRecurrence>((value) => typeof value === "object")
    .superRefine((value, context) => {
      const problem = value === null ? null : problemOfRecurrence(value);
      if (problem) context.addIssue({ code: "custom", message: problem });
    })
    .nullable()
    .optional(),
  transactionId: z.string().optional(),
  singleValueExtendedProperties: z.array(extendedProperty).optional(),
});

export type EventFields = z.infer<typeof eventFields>;
