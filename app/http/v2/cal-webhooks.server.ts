import { z } from "zod";
import { changeWebhook, createWebhook, deleteWebhook } from "~/domain/webhooks/save-webhook.server";
import { knownTriggers, WebhookFields, type Webhook } from "~/domain/webhooks/webhook";
import { listWebhooks } from "~/domain/webhooks/webhooks.server";
import { operation } from "../api.server";
import type { Operations } from "../openapi/registry.server";
import { requireOwnWorkspace } from "../own-workspace.server";
import { notFound } from "../problem.server";
import { CalBookingsQuery } from "./cal-bookings-query";
import { success, successCreated, successOf } from "./envelope.server";
import { requireWebhook, unsaved } from "./webhooks.server";

const CalWebhook = z
  .strictObject({
    id: z.int(),
    userId: z.int(),
    subscriberUrl: z.string(),
    triggers: z.array(z.enum(knownTriggers)),
    active: z.boolean(),
    secret: z.string().nullable(),
    payloadTemplate: z.null(),
    version: z.literal("2021-10-20"),
  })
  .meta({ id: "CalWebhook" });

const { subscriber_url, event_triggers, active, secret } = WebhookFields.shape;

const fields = {
  subscriberUrl: subscriber_url,
  triggers: event_triggers,
  active: active.unwrap(),
  secret,
  payloadTemplate: z.null({ error: "Payloads have the usual shape here, and no template." }).optional(),
  version: z.literal("2021-10-20", "The version of the payloads is 2021-10-20.").optional(),
};

const one = successOf(CalWebhook);
const { take, skip } = CalBookingsQuery.shape;

export const calWebhookList: Operations = {
  GET: operation({
    auth: "user",
    summary: "List webhooks",
    query: z.object({ take: take.default(250), skip }),
    answers: { 200: successOf(z.array(CalWebhook)) },
    async handle({ request, user, query }) {
      const { workspace } = await requireOwnWorkspace(request, user, "webhooks.own");
      const page = { limit: query.take, offset: query.skip };
      const found = await listWebhooks({ userId: user.id, workspaceId: workspace.id, ...page });
      return success(found.map(calWebhook));
    },
  }),
  POST: operation({
    auth: "user",
    creates: true,
    reachesOut: true,
    summary: "Subscribe to what happens to bookings",
    body: z.object(fields),
    answers: { 201: one },
    example: {
      subscriberUrl: "https://example.com/webhooks/bookings",
      triggers: ["BOOKING_CREATED", "BOOKING_RESCHEDULED", "BOOKING_CANCELLED"],
      active: true,
      secret: "a-secret-of-your-own",
    },
    async handle({ request, user, body, now }) {
      const { workspace } = await requireOwnWorkspace(request, user, "webhooks.own");
      // Without a secret Cal.com signs nothing.
      const { subscriberUrl, triggers: eventTriggers, active: isActive, secret: key = null } = body;
      const input = { subscriberUrl, eventTriggers, isActive, secret: key };
      const made = await createWebhook({ workspaceId: workspace.id, userId: user.id, input, now });
      if (!made.ok) return unsaved(made, "subscriberUrl");
      return successCreated(calWebhook(made.webhook), `/v2/webhooks/${made.webhook.number}`);
    },
  }),
};

export const calWebhookById: Operations = {
  GET: operation({
    auth: "user",
    summary: "Read a webhook",
    answers: { 200: one },
    async handle({ user, params }) {
      return success(calWebhook(await requireWebhook(user, params.id)));
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change a webhook",
    body: z.object(fields).partial(),
    answers: { 200: one },
    example: { active: false },
    async handle({ user, params, body, now }) {
      const webhook = await requireWebhook(user, params.id);
      const { subscriberUrl, triggers: eventTriggers, active: isActive, secret: key } = body;
      const patch = { subscriberUrl, eventTriggers, isActive, secret: key };
      const changed = await changeWebhook({ webhook, userId: user.id, patch, now });
      return changed.ok ? success(calWebhook(changed.webhook)) : unsaved(changed, "subscriberUrl");
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Delete a webhook",
    answers: { 200: one },
    async handle({ user, params }) {
      const webhook = await requireWebhook(user, params.id);
      return (await deleteWebhook({ webhook, userId: user.id })) ? success(calWebhook(webhook)) : notFound();
    },
  }),
};

function calWebhook(webhook: Webhook): z.input<typeof CalWebhook> {
  return {
    id: webhook.number,
    userId: webhook.ownerNumber,
    subscriberUrl: webhook.subscriberUrl,
    triggers: webhook.eventTriggers,
    active: webhook.isActive,
    secret: webhook.secret,
    payloadTemplate: null,
    version: "2021-10-20",
  };
}
