import { z } from "zod";
import { line } from "../fields";

/** What is told of bookings, by Cal.com's names. */
export const triggers = [
  "BOOKING_REQUESTED",
  "BOOKING_CREATED",
  "BOOKING_REJECTED",
  "BOOKING_RESCHEDULED",
  "BOOKING_CANCELLED",
  "BOOKING_PAID",
  "BOOKING_NO_SHOW_UPDATED",
  "MEETING_ENDED",
] as const;

/** Cal.com's others: a subscription may name them, so that its clients need no change, and hears nothing of them. */
export const silentTriggers = [
  "BOOKING_PAYMENT_INITIATED",
  "MEETING_STARTED",
  "RECORDING_READY",
  "RECORDING_TRANSCRIPTION_GENERATED",
  "INSTANT_MEETING",
  "OOO_CREATED",
  "AFTER_HOSTS_CAL_VIDEO_NO_SHOW",
  "AFTER_GUESTS_CAL_VIDEO_NO_SHOW",
  "FORM_SUBMITTED",
  "FORM_SUBMITTED_NO_EVENT",
  "DELEGATION_CREDENTIAL_ERROR",
  "WRONG_ASSIGNMENT_REPORT",
] as const;

export const knownTriggers = [...triggers, ...silentTriggers] as const;

export type Trigger = (typeof triggers)[number];
export type KnownTrigger = (typeof knownTriggers)[number];

/** How many of them a workspace has room for. */
export const mostWebhooks = 50;

/** A subscription. Instants are epoch milliseconds. */
export type Webhook = {
  workspaceId: string;
  id: string;
  number: number;
  ownerId: string;
  ownerNumber: number;
  subscriberUrl: string;
  eventTriggers: KnownTrigger[];
  isActive: boolean;
  /** Null: its deliveries are not signed. */
  secret: string | null;
  /** Until when the secret before signs as well; null where it doesn't. */
  formerSecretUntil: number | null;
  /** Since when nothing but failures; null while it works. */
  failingSince: number | null;
  /** When it was switched off by us, and why; null where its owner did it. */
  switchedOffAt: number | null;
  switchedOffReason: "failing" | "gone" | null;
  createdAt: number;
  updatedAt: number;
};

/** One event, or a ping, on its way to one subscriber. */
export type Delivery = {
  workspaceId: string;
  id: string;
  number: number;
  webhookId: string;
  /** Null for a ping. */
  eventId: string | null;
  trigger: Trigger | "PING";
  /** The very text that is sent and signed. */
  body: string;
  state: "waiting" | "delivered" | "failed";
  nextTryAt: number | null;
  deliveredAt: number | null;
  createdAt: number;
  /** The first one first. */
  attempts: Attempt[];
};

export type Attempt = {
  attempt: number;
  /** Null where no answer came; then `failure` says why. */
  responseStatus: number | null;
  responseBody: string | null;
  failure: string | null;
  durationMs: number;
  createdAt: number;
};

/** What happened to a booking, as those read it who ask instead of being told. */
export type BookingEvent = {
  id: string;
  number: number;
  workspaceId: string;
  bookingId: string;
  /** The first of a booking is 1. */
  sequence: number;
  trigger: Trigger;
  payload: Record<string, unknown>;
  createdAt: number;
};

const urlField = line("The address", 2000).superRefine((value, context) => {
  const problem = urlProblem(value);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

function urlProblem(value: string) {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    return "That is not an address. It looks like https://example.com/hook.";
  const url = new URL(value);
  return url.username || url.password ? "The address takes no name and no password." : null;
}

const triggersField = z
  .array(z.enum(knownTriggers, { error: `An event is one of ${triggers.join(", ")}.` }), {
    error: "The events are a list of names.",
  })
  .min(1, "Name one event at least.")
  .transform((names) => [...new Set(names)]);

/** Empty means none, as from a form whose field is left empty. */
const secretField = z
  .union([line("The secret", 200, 0), z.null()], { error: "The secret is text." })
  .transform((secret) => secret || null);

/**
 * `secret`: left out, one is made; null or empty, deliveries are not signed. `whsec_` and base64 is the key of Standard
 * Webhooks; any other text is itself the key.
 */
export const WebhookFields = z.strictObject({
  subscriber_url: urlField,
  event_triggers: triggersField,
  active: z.boolean({ error: "Active is true or false." }).default(true),
  secret: secretField.optional(),
});

export const WebhookInput = WebhookFields.transform(toInput);
export type WebhookInput = z.output<typeof WebhookInput>;

export const WebhookPatch = WebhookFields.extend({ active: WebhookFields.shape.active.unwrap() })
  .partial()
  .transform(toInput);
export type WebhookPatch = z.output<typeof WebhookPatch>;

type Fields = z.output<typeof WebhookFields>;

function toInput<Given extends Partial<Fields>>({ subscriber_url, event_triggers, active, secret }: Given) {
  return {
    subscriberUrl: subscriber_url as Given["subscriber_url"],
    eventTriggers: event_triggers as Given["event_triggers"],
    isActive: active as Given["active"],
    secret: secret as Given["secret"],
  };
}
