import { z } from "zod";
import { changeWebhook, createWebhook, deleteWebhook } from "~/domain/webhooks/save-webhook.server";
import { countDeliveries, findDelivery, listDeliveries } from "~/domain/webhooks/deliveries.server";
import { pingWebhook, redeliver } from "~/domain/webhooks/redeliver.server";
import { WebhookInput, WebhookPatch } from "~/domain/webhooks/webhook";
import { countWebhooks, listWebhooks } from "~/domain/webhooks/webhooks.server";
import { noContent, operation, Page } from "../api.server";
import type { Operations } from "../openapi/registry.server";
import { requireOwnWorkspace } from "../own-workspace.server";
import { notFound, problem } from "../problem.server";
import { success, successCreated, successOf } from "./envelope.server";
import { PlainPage } from "./plain-page";
import { plainDelivery, PlainDelivery, plainWebhook, PlainWebhook } from "./plain-webhook";
import { requireWebhook, unsaved } from "./webhooks.server";

const one = successOf(PlainWebhook);

export const plainWebhookList: Operations = {
  GET: operation({
    auth: "user",
    summary: "List webhooks",
    description: "Newest first: owners and admins see all of the workspace, members their own.",
    query: Page,
    answers: { 200: successOf(z.array(PlainWebhook), { pagination: PlainPage }) },
    async handle({ request, user, query: { limit, offset } }) {
      const { workspace } = await requireOwnWorkspace(request, user, "webhooks.own");
      const wish = { userId: user.id, workspaceId: workspace.id };
      const [found, total] = await Promise.all([listWebhooks({ ...wish, limit, offset }), countWebhooks(wish)]);
      return success(found.map(plainWebhook), { pagination: { total, limit, offset } });
    },
  }),
  POST: operation({
    auth: "user",
    creates: true,
    reachesOut: true,
    summary: "Subscribe to what happens to bookings",
    description:
      "What is sent is signed: `x-cal-signature-256` is the hex HMAC-SHA256 of the body with the secret. Without a `secret` one is made; an empty one leaves it unsigned.",
    body: WebhookInput,
    answers: { 201: one },
    refusals: [409],
    example: {
      subscriber_url: "https://example.com/webhooks/bookings",
      event_triggers: ["BOOKING_CREATED", "BOOKING_CANCELLED"],
      active: true,
      secret: "a-secret-of-your-own",
    },
    async handle({ request, user, body: input, now }) {
      const { workspace } = await requireOwnWorkspace(request, user, "webhooks.own");
      const made = await createWebhook({ workspaceId: workspace.id, userId: user.id, input, now });
      if (!made.ok) return unsaved(made, "subscriber_url");
      return successCreated(plainWebhook(made.webhook), `/v2/webhooks/${made.webhook.number}`);
    },
  }),
};

export const plainWebhookById: Operations = {
  GET: operation({
    auth: "user",
    summary: "Read a webhook",
    answers: { 200: one },
    async handle({ user, params }) {
      return success(plainWebhook(await requireWebhook(user, params.id)));
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change a webhook",
    description: "A new secret signs at once; the one before signs as well for a while.",
    body: WebhookPatch,
    answers: { 200: one },
    example: { active: false },
    async handle({ user, params, body: patch, now }) {
      const webhook = await requireWebhook(user, params.id);
      const changed = await changeWebhook({ webhook, userId: user.id, patch, now });
      return changed.ok ? success(plainWebhook(changed.webhook)) : unsaved(changed, "subscriber_url");
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Delete a webhook",
    answers: { 204: null },
    async handle({ user, params }) {
      const webhook = await requireWebhook(user, params.id);
      return (await deleteWebhook({ webhook, userId: user.id })) ? noContent() : notFound();
    },
  }),
};

export const plainPing: Operations = {
  POST: operation({
    auth: "user",
    summary: "Send a test to a webhook",
    description: "A `PING`, also to one that is switched off. What came of it is in its deliveries a moment later.",
    answers: { 202: successOf(PlainDelivery) },
    async handle({ user, params, now }) {
      const webhook = await requireWebhook(user, params.id);
      const delivery = await pingWebhook({ webhook, now });
      return delivery ? accepted(delivery) : notFound();
    },
  }),
};

export const plainDeliveryList: Operations = {
  GET: operation({
    auth: "user",
    summary: "List what was sent to a webhook",
    description: "Of the last 30 days, newest first, each with its attempts.",
    query: Page,
    answers: { 200: successOf(z.array(PlainDelivery), { pagination: PlainPage }) },
    async handle({ user, params, query: { limit, offset } }) {
      const webhook = await requireWebhook(user, params.id);
      const [found, total] = await Promise.all([listDeliveries(webhook, { limit, offset }), countDeliveries(webhook)]);
      return success(found.map(plainDelivery), { pagination: { total, limit, offset } });
    },
  }),
};

export const plainRedeliver: Operations = {
  POST: operation({
    auth: "user",
    summary: "Send a delivery again",
    description: "The same text under the same id, at once.",
    answers: { 202: successOf(PlainDelivery) },
    refusals: [409],
    async handle({ user, params, now }) {
      const webhook = await requireWebhook(user, params.id);
      const delivery = await findDelivery(webhook, params.deliveryId);
      if (!delivery) return notFound();
      const done = await redeliver({ webhook, delivery, now });
      if (done.ok) return accepted(done.delivery);
      if (done.reason === "not_found") return notFound();
      return problem(409, "This webhook is switched off. Switch it on first.", { code: "switched_off" });
    },
  }),
};

function accepted(delivery: Parameters<typeof plainDelivery>[0]) {
  const { headers, body } = success(plainDelivery(delivery));
  return new Response(body, { status: 202, headers });
}
