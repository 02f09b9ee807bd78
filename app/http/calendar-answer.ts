import { z } from "zod";
import { providers } from "~/domain/providers";
import { instantAnswer } from "./booking-answer";

/** What is answered about calendars, as schemas: for the API's document. */

export const CalendarAnswer = z
  .strictObject({
    id: z.uuid(),
    provider: z.enum(providers),
    calendar_id: z.string().describe("As the provider names it."),
    calendar_name: z.string(),
    account_email: z.string(),
    timezone: z.string(),
    is_writable: z.boolean(),
    is_primary: z.boolean(),
    sync_enabled: z.boolean(),
    check_conflicts: z.boolean().describe("Whether what it holds makes its owner busy."),
    create_events: z.boolean().describe("Whether bookings are written into it."),
    tentative_blocks: z.boolean().describe("Whether tentative events make busy, too."),
    stale_after_minutes: z.int(),
    stale_stops_offers: z.boolean().describe("Whether nothing is offered while it is not up to date."),
    needs_reconnect: z.boolean(),
    needs_reconnect_since: instantAnswer.nullable(),
    reconnect_reason: z.string().nullable(),
    last_synced_at: instantAnswer.nullable(),
    next_sync_at: instantAnswer.nullable(),
    events_held: z.int(),
    held_until: instantAnswer.nullable(),
    channel_expires_at: instantAnswer.nullable(),
    last_error: z.string().nullable(),
    last_error_at: instantAnswer.nullable(),
    created_at: instantAnswer,
    updated_at: instantAnswer,
  })
  .meta({ id: "Calendar" });

export const ConsentAnswer = z
  .strictObject({
    auth_url: z.url().describe("Where the calendar's owner says yes."),
    state: z.string().describe("What the provider's redirect brings back, for ten minutes."),
  })
  .meta({ id: "Consent" });
