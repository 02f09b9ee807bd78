import { z } from "zod";
import { isoInstant } from "~/domain/time";
import { knownTriggers, triggers, type Delivery, type Webhook } from "~/domain/webhooks/webhook";

const instant = z.iso.datetime();

export const PlainWebhook = z
  .strictObject({
    id: z.int(),
    subscriber_url: z.string(),
    event_triggers: z.array(z.enum(knownTriggers)),
    active: z.boolean(),
    secret: z.string().nullable().describe("Null: what is sent is not signed."),
    failing_since: instant.nullable().describe("Since when nothing but failures."),
    switched_off_at: instant.nullable().describe("When it was switched off by itself."),
    switched_off_reason: z.enum(["failing", "gone"]).nullable(),
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: "V2Webhook" });

export function plainWebhook(webhook: Webhook): z.input<typeof PlainWebhook> {
  return {
    id: webhook.number,
    subscriber_url: webhook.subscriberUrl,
    event_triggers: webhook.eventTriggers,
    active: webhook.isActive,
    secret: webhook.secret,
    failing_since: written(webhook.failingSince),
    switched_off_at: written(webhook.switchedOffAt),
    switched_off_reason: webhook.switchedOffReason,
    created_at: isoInstant(webhook.createdAt),
    updated_at: isoInstant(webhook.updatedAt),
  };
}

export const PlainDelivery = z
  .strictObject({
    id: z.int(),
    trigger: z.enum([...triggers, "PING"]),
    state: z.enum(["waiting", "delivered", "failed"]),
    body: z.string().describe("The very text that is sent and signed."),
    next_try_at: instant.nullable(),
    delivered_at: instant.nullable(),
    created_at: instant,
    attempts: z
      .array(
        z.strictObject({
          attempt: z.int(),
          response_status: z.int().nullable().describe("Null where no answer came; then `failure` says why."),
          response_body: z.string().nullable(),
          failure: z.string().nullable(),
          duration_ms: z.int(),
          created_at: instant,
        }),
      )
      .describe("The first one first."),
  })
  .meta({ id: "V2Delivery" });

export function plainDelivery(delivery: Delivery): z.input<typeof PlainDelivery> {
  return {
    id: delivery.number,
    trigger: delivery.trigger,
    state: delivery.state,
    body: delivery.body,
    next_try_at: written(delivery.nextTryAt),
    delivered_at: written(delivery.deliveredAt),
    created_at: isoInstant(delivery.createdAt),
    attempts: delivery.attempts.map((each) => ({
      attempt: each.attempt,
      response_status: each.responseStatus,
      response_body: each.responseBody,
      failure: each.failure,
      duration_ms: each.durationMs,
      created_at: isoInstant(each.createdAt),
    })),
  };
}

function written(ms: number | null) {
  return ms === null ? null : isoInstant(ms);
}
