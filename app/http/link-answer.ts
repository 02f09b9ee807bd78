import { z } from "zod";
import { weekdays } from "~/domain/availability/schedule";
import { oneTimeStates } from "~/domain/links/link";
import { instantAnswer, locationAnswer, SlotAnswer } from "./booking-answer";
import { questionAnswer } from "./template-answer";

/** What is answered about links, as schemas: for the API's document. */

const hours = z.strictObject({ weekday: z.enum(weekdays), start: z.string(), end: z.string() });

const LinkSettings = z
  .strictObject({
    durations: z.array(z.int()),
    buffer_before: z.int(),
    buffer_after: z.int(),
    business_hours: z.array(hours).nullable().describe("Null where its owner's usual hours count."),
    excluded_dates: z.array(z.iso.date()),
    max_per_day: z.int().nullable(),
    max_per_week: z.int().nullable(),
    min_notice_minutes: z.int(),
    booking_window_days: z.int(),
    timezone: z.string(),
  })
  .meta({ id: "LinkSettings" });

export const LinkAnswer = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    settings: LinkSettings,
    template_id: z.uuid().nullable(),
    is_active: z.boolean(),
    url: z.url().describe("What is given to people."),
    token: z.string(),
    owner_id: z.uuid(),
    event_type_id: z.uuid(),
    views: z.int(),
    bookings: z.int(),
    conversion_rate: z.number().min(0).max(1),
    created_at: instantAnswer,
    updated_at: instantAnswer,
  })
  .meta({ id: "Link" });

const oneTime = {
  id: z.uuid(),
  link_id: z.uuid().nullable().describe("The link that it was made from, if any."),
  event_type_id: z.uuid(),
  recipient_email: z.string(),
  recipient_name: z.string(),
  expires_at: instantAnswer.nullable(),
  slots: z.array(SlotAnswer).nullable().describe("The picked times; null for all that are free."),
  created_at: instantAnswer,
  status: z.enum(oneTimeStates),
};

export const MadeLinkAnswer = z
  .strictObject({
    ...oneTime,
    url: z.url().describe("What its recipient opens. Told this once."),
    token: z.string().describe("Told this once."),
  })
  .meta({ id: "MadeOneTimeLink" });

export const OneTimeAnswer = z
  .strictObject({
    ...oneTime,
    opens: z.int(),
    first_opened_at: instantAnswer.nullable(),
    last_opened_at: instantAnswer.nullable(),
    booking_id: z.uuid().nullable(),
  })
  .meta({ id: "OneTimeLink" });

export const FiguresAnswer = z
  .strictObject({
    views: z.int(),
    bookings: z.int(),
    conversion_rate: z.number().min(0).max(1),
    by_day: z.array(z.strictObject({ date: z.iso.date(), views: z.int(), bookings: z.int() })),
  })
  .meta({ id: "Figures" });

export const PublicLinkAnswer = z
  .strictObject({
    title: z.string(),
    description: z.string(),
    durations: z.array(z.int()),
    default_duration: z.int(),
    timezone: z.string().describe("Of its hours."),
    location: locationAnswer,
    requires_confirmation: z.boolean(),
    questions: z.array(questionAnswer),
    workspace: z.strictObject({ name: z.string(), slug: z.string() }),
    hosts: z.array(z.strictObject({ name: z.string() })),
    one_time: z
      .strictObject({ recipient_name: z.string(), expires_at: instantAnswer.nullable() })
      .nullable()
      .describe("Whom it is for, where it books one meeting."),
  })
  .meta({ id: "PublicLink" });
