import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingWebhooks } from "~db/schema";
import { addressProblem } from "~/integrations/public-address.server";
import { record } from "../audit/audit.server";
import { seal } from "../secrets.server";
import { makeSecret } from "./signature.server";
import { overlap } from "./tries";
import { mostWebhooks, type Webhook, type WebhookInput, type WebhookPatch } from "./webhook";
import { boundTo } from "./webhook-row.server";
import { findWebhook } from "./webhooks.server";

/** `invalid`: the address cannot be a subscriber's; `message` says why, and belongs to the field `subscriber_url`. */
export type SaveRefusal =
  { ok: false; reason: "invalid"; message: string } | { ok: false; reason: "too_many" | "not_found" };
export type SavedWebhook = { ok: true; webhook: Webhook } | SaveRefusal;

type Create = { workspaceId: string; userId: string; input: WebhookInput; now: number };

/** Looks the address up first (DNS), so an operation that calls it says `reachesOut: true`. */
export async function createWebhook({ workspaceId, userId, input, now }: Create): Promise<SavedWebhook> {
  const message = await addressProblem(input.subscriberUrl);
  if (message) return { ok: false, reason: "invalid", message };
  const id = await db.transaction((tx) => insert(tx, { workspaceId, userId, input, now }));
  return id ? found(userId, id) : { ok: false, reason: "too_many" };
}

async function insert(tx: Transaction, { workspaceId, userId, input, now }: Create) {
  // One after the other, so that there are never more than there is room for; bookings don't wait for it.
  await tx.execute(sql`select 1 from workspaces where id = ${workspaceId} for no key update`);
  if ((await tx.$count(bookingWebhooks, eq(bookingWebhooks.workspaceId, workspaceId))) >= mostWebhooks) return null;
  const { subscriberUrl, eventTriggers, isActive, secret = makeSecret() } = input;
  const id = crypto.randomUUID();
  const sealed = secret && seal(secret, boundTo({ workspaceId, id }, "secret"));
  const at = new Date(now);
  const values = { subscriberUrl, eventTriggers, isActive, secret: sealed, createdAt: at, updatedAt: at };
  await tx.insert(bookingWebhooks).values({ workspaceId, id, ownerId: userId, ...values });
  await note(tx, "webhook.created", { workspaceId, id }, userId, { subscriber_url: subscriberUrl });
  return id;
}

type Change = { webhook: Webhook; userId: string; patch: WebhookPatch; now: number };

/** Whoever switches it on, or sends it elsewhere, begins anew: no failure of before counts. Reaches out for a new address. */
export async function changeWebhook({ webhook, userId, patch, now }: Change): Promise<SavedWebhook> {
  const isElsewhere = patch.subscriberUrl !== undefined && patch.subscriberUrl !== webhook.subscriberUrl;
  const message = isElsewhere ? await addressProblem(patch.subscriberUrl!) : null;
  if (message) return { ok: false, reason: "invalid", message };
  const isChanged = await db.transaction(async (tx) => {
    const [held] = await tx.select().from(bookingWebhooks).where(isIt(webhook)).for("no key update");
    if (!held) return false;
    const { subscriberUrl, eventTriggers, isActive, secret } = patch;
    const isAnew = isElsewhere || (isActive === true && !held.isActive);
    const changes = {
      subscriberUrl,
      eventTriggers,
      isActive,
      ...(secret !== undefined && secret !== webhook.secret && secretsAfter(webhook, secret, now)),
      ...(isAnew && { failingSince: null, warnedAt: null }),
      ...(isActive !== undefined && { switchedOffAt: null, switchedOffReason: null }),
      updatedAt: new Date(now),
    };
    await tx.update(bookingWebhooks).set(changes).where(isIt(webhook));
    const fields = Object.entries(patch).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    await note(tx, "webhook.changed", webhook, userId, { fields });
    return true;
  });
  return isChanged ? found(userId, webhook.id) : { ok: false, reason: "not_found" };
}

/** The one before goes on signing beside it for a while, so that a receiver can change over in its own time. */
function secretsAfter(webhook: Webhook, secret: string | null, now: number) {
  const overlaps = secret !== null && webhook.secret !== null;
  return {
    secret: secret && seal(secret, boundTo(webhook, "secret")),
    formerSecret: overlaps ? seal(webhook.secret!, boundTo(webhook, "former_secret")) : null,
    formerSecretUntil: overlaps ? new Date(now + overlap) : null,
  };
}

/** With its deliveries: what waits is not sent any more. False: it was gone already. */
export async function deleteWebhook({ webhook, userId }: { webhook: Webhook; userId: string }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx.delete(bookingWebhooks).where(isIt(webhook)).returning({ id: bookingWebhooks.id });
    if (gone.length === 0) return false;
    await note(tx, "webhook.deleted", webhook, userId, { subscriber_url: webhook.subscriberUrl });
    return true;
  });
}

export function isIt({ workspaceId, id }: Pick<Webhook, "workspaceId" | "id">) {
  return and(eq(bookingWebhooks.workspaceId, workspaceId), eq(bookingWebhooks.id, id));
}

async function found(userId: string, id: string): Promise<SavedWebhook> {
  const webhook = await findWebhook(userId, id);
  return webhook ? { ok: true, webhook } : { ok: false, reason: "not_found" };
}

type Action = "webhook.created" | "webhook.changed" | "webhook.deleted";
type Key = Pick<Webhook, "workspaceId" | "id">;

function note(tx: Transaction, action: Action, { workspaceId, id }: Key, userId: string, details: object) {
  const actor = { kind: "user", userId } as const;
  return record(tx, { workspaceId, actor, action, subjectId: id, details: { ...details } });
}
