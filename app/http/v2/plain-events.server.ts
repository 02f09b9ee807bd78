import { z } from "zod";
import { isoInstant } from "~/domain/time";
import { listEvents } from "~/domain/webhooks/events.server";
import { triggers } from "~/domain/webhooks/webhook";
import { operation, Page } from "../api.server";
import type { Operations } from "../openapi/registry.server";
import { OwnWorkspace, requireOwnWorkspace } from "../own-workspace.server";
import { wholeNumber } from "../whole-number";
import { success, successOf } from "./envelope.server";

const PlainEvent = z
  .strictObject({
    id: z.int().describe("Rises from one to the next. Ask for those after the last one that you have."),
    trigger: z.enum(triggers),
    sequence: z.int().describe("The first one of a booking is 1."),
    created_at: z.iso.datetime(),
    payload: z.record(z.string(), z.unknown()).describe("As a webhook carries it."),
  })
  .meta({ id: "V2Event" });

const Query = OwnWorkspace.extend({
  after: wholeNumber("after is the id of an event.", [0, Number.MAX_SAFE_INTEGER])
    .pipe(z.number().min(0, "after is 0 or more."))
    .default(0),
  limit: Page.shape.limit,
});

export const plainEvents: Operations = {
  GET: operation({
    auth: "user",
    summary: "Catch up on what happened to bookings",
    description:
      "What webhooks are told, the eldest first, for those who missed it or would rather ask. Kept for 30 days, from the workspace's first webhook on. Members read of bookings that they host.",
    query: Query,
    answers: { 200: successOf(z.array(PlainEvent)) },
    async handle({ request, user, query: { after, limit } }) {
      const { workspace } = await requireOwnWorkspace(request, user, "webhooks.own");
      const found = await listEvents({ userId: user.id, workspaceId: workspace.id, after, limit });
      return success(
        found.map(({ number, trigger, sequence, createdAt, payload }) => ({
          ...{ id: number, trigger, sequence, created_at: isoInstant(createdAt), payload },
        })),
      );
    },
  }),
};
