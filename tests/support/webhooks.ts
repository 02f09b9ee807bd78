import { asc, eq } from "drizzle-orm";
import { db } from "~db/client";
import { bookingEvents } from "~db/schema";
import { createWebhook } from "~/domain/webhooks/save-webhook.server";
import { triggers, type WebhookInput } from "~/domain/webhooks/webhook";

type Given = Partial<WebhookInput> & { workspace: { id: string }; owner: { id: string }; now?: number };

/** A subscription to everything. */
export async function createSubscription({ workspace, owner, now = Date.now(), ...given }: Given) {
  const input = {
    subscriberUrl: "https://example.invalid/hook",
    eventTriggers: [...triggers],
    isActive: true,
    secret: undefined,
    ...given,
  };
  const made = await createWebhook({ workspaceId: workspace.id, userId: owner.id, input, now });
  if (!made.ok) throw new Error(made.reason);
  return made.webhook;
}

/** What was noted of a workspace's bookings, in its order. */
export async function eventsOf(workspace: { id: string }) {
  return db
    .select()
    .from(bookingEvents)
    .where(eq(bookingEvents.workspaceId, workspace.id))
    .orderBy(asc(bookingEvents.number));
}
