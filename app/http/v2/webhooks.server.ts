import type { User } from "~/domain/accounts/account";
import type { SaveRefusal } from "~/domain/webhooks/save-webhook.server";
import { mostWebhooks, type Webhook } from "~/domain/webhooks/webhook";
import { findWebhook } from "~/domain/webhooks/webhooks.server";
import { requireMember } from "../member.server";
import { invalid, notFound, problem } from "../problem.server";

/** The subscription in the path, by its number or id, if it is the caller's to see and change. */
export async function requireWebhook(user: User, id: string | undefined): Promise<Webhook> {
  const webhook = await findWebhook(user.id, id);
  if (!webhook) throw notFound();
  await requireMember(user, webhook.workspaceId, "webhooks.own");
  return webhook;
}

/** Why a subscription was not saved. `field`: what the caller calls its address. */
export function unsaved(refused: SaveRefusal, field: string): Response {
  switch (refused.reason) {
    case "invalid":
      return invalid([{ path: field, message: refused.message }]);
    case "too_many":
      return problem(409, `There are ${mostWebhooks} webhooks, which is the most there can be.`, { code: "too_many" });
    case "not_found":
      return notFound();
  }
}
