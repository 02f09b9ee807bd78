import { and, eq, isNotNull } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { bookingWebhooks, users, workspaces } from "~db/schema";
import type { Sent } from "~/integrations/webhook-sender.server";
import { record } from "../audit/audit.server";
import type { WebhookTroublePayload } from "../notifications/notification";
import { notify } from "../notifications/notify.server";
import { sustainedAfter, switchedOffAfter } from "./tries";
import type { WebhookRow } from "./webhook-row.server";

/** How a subscriber did at its last try. `gone`: it says itself that nothing is to be sent to it any more. */
export type Health = "works" | "fails" | "gone";

type Note = { workspaceId: string; webhookId: string; health: Health; sent: Sent; now: number };

/** The subscriber is locked. Its owner is told once when it keeps failing, and once more when it is switched off for it. */
export async function noteHealth(tx: Transaction, { workspaceId, webhookId, health, sent, now }: Note) {
  const isIt = and(eq(bookingWebhooks.workspaceId, workspaceId), eq(bookingWebhooks.id, webhookId));
  if (health === "works") {
    const fine = { failingSince: null, warnedAt: null };
    await tx
      .update(bookingWebhooks)
      .set(fine)
      .where(and(isIt, isNotNull(bookingWebhooks.failingSince)));
    return;
  }
  const [webhook] = await tx.select().from(bookingWebhooks).where(isIt);
  if (!webhook?.isActive) return;
  const since = webhook.failingSince?.getTime() ?? now;
  const said = sent.failure ?? `It answered ${sent.status}.`;
  const trouble = troubleOf(health, now - since, webhook.warnedAt !== null);
  const isOff = trouble === "gone" || trouble === "failing_for_days";
  await tx
    .update(bookingWebhooks)
    .set({
      failingSince: new Date(since),
      ...(trouble && { warnedAt: new Date(now) }),
      ...(isOff && {
        isActive: false,
        switchedOffAt: new Date(now),
        switchedOffReason: health === "gone" ? "gone" : "failing",
        updatedAt: new Date(now),
      }),
    })
    .where(isIt);
  if (!trouble) return;
  if (isOff) {
    const line = { workspaceId, actor: { kind: "system" as const }, subjectId: webhookId, details: { said } };
    await record(tx, { ...line, action: "webhook.switched_off" });
  }
  await tellOwner(tx, webhook, { trouble, since, said });
}

type Trouble = WebhookTroublePayload["trouble"];

function troubleOf(health: "fails" | "gone", lasts: number, isWarned: boolean): Trouble | null {
  if (health === "gone") return "gone";
  if (lasts >= switchedOffAfter) return "failing_for_days";
  return lasts >= sustainedAfter && !isWarned ? "failing" : null;
}

type About = { trouble: Trouble; since: number; said: string };

async function tellOwner(tx: Transaction, webhook: WebhookRow, about: About) {
  const { workspaceId, id, ownerId, subscriberUrl, number } = webhook;
  const [owner] = await tx
    .select({ name: users.name, email: users.email, timezone: users.timezone, workspaceName: workspaces.name })
    .from(users)
    .innerJoin(workspaces, eq(workspaces.id, workspaceId))
    .where(eq(users.id, ownerId));
  const { name, email, timezone, workspaceName } = owner!;
  const payload: WebhookTroublePayload = { ...about, workspaceName, subscriberUrl, number, timezone };
  await notify(tx, [
    {
      kind: "webhook_trouble",
      recipient: email,
      recipientName: name,
      workspaceId,
      bookingId: null,
      payload,
      dedupeKey: `webhook_trouble/${id}/${about.trouble}/${about.since}`,
    },
  ]);
}
