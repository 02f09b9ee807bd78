import { sql } from "drizzle-orm";
import type { bookingWebhooks } from "~db/schema";
import { unseal } from "../secrets.server";
import { rolesWith } from "../workspaces/roles";
import type { KnownTrigger, Webhook } from "./webhook";

export type WebhookRow = typeof bookingWebhooks.$inferSelect;
type SecretColumn = "secret" | "former_secret";

/** What a secret is sealed for. */
export function boundTo({ workspaceId, id }: Pick<WebhookRow, "workspaceId" | "id">, column: SecretColumn) {
  return `booking_webhooks/${workspaceId}/${id}/${column}`;
}

export function toWebhook({ ownerNumber, ...row }: WebhookRow & { ownerNumber: number }): Webhook {
  const { formerSecret: _former, warnedAt: _warned, ...rest } = row;
  return {
    ...rest,
    ownerNumber,
    eventTriggers: row.eventTriggers as KnownTrigger[],
    secret: row.secret && unseal(row.secret, boundTo(row, "secret")),
    formerSecretUntil: row.formerSecretUntil?.getTime() ?? null,
    failingSince: row.failingSince?.getTime() ?? null,
    switchedOffAt: row.switchedOffAt?.getTime() ?? null,
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
  };
}

/** Whether the membership `member`, as a statement calls it, may hear of any booking; of those that they host it may. */
export const hearsEverything = isOneOf(rolesWith("webhooks.change-any"));
export const hearsOwn = isOneOf(rolesWith("webhooks.own"));

/** Roles are names of our own, the same in every call. */
function isOneOf(roles: readonly string[]) {
  return sql.raw(`member.role in (${roles.map((role) => `'${role}'`).join(", ")}) and member.deactivated_at is null`);
}
