import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { calendarAccounts } from "~db/schema";
import type { Grant, Identity, ProviderName } from "~/integrations/calendar-provider";
import { record } from "../audit/audit.server";
import { keepGrant } from "./access.server";
import { wakeAccount } from "./wake.server";

type Keep = {
  workspaceId: string;
  userId: string;
  provider: ProviderName;
  identity: Identity;
  grant: Grant;
  savesContacts: boolean;
  now: number;
};

export type KeptAccount = { accountId: string; email: string };

/**
 * Stores what was granted for an account, one row for each that a host has at a provider. One that was there already lets us
 * in again, and what waited for that goes on.
 */
export async function keepAccount(tx: Transaction, keep: Keep): Promise<KeptAccount> {
  const { workspaceId, userId, provider, identity, grant, savesContacts, now } = keep;
  const { subject, email } = identity;
  const [kept] = await tx
    .insert(calendarAccounts)
    .values({ workspaceId, userId, provider, subject, email, savesContacts })
    .onConflictDoUpdate({
      target: [
        calendarAccounts.workspaceId,
        calendarAccounts.userId,
        calendarAccounts.provider,
        calendarAccounts.subject,
      ],
      targetWhere: sql`${calendarAccounts.disconnectedAt} is null`,
      set: {
        email,
        savesContacts,
        needsReconnectSince: null,
        reconnectReason: null,
        updatedAt: new Date(now),
      },
    })
    .returning({ id: calendarAccounts.id, isNew: sql<boolean>`xmax = 0` });
  const key = { workspaceId, accountId: kept!.id };
  await keepGrant(tx, key, grant);
  if (!kept!.isNew) await wakeAccount(tx, key, now);
  await record(tx, {
    workspaceId,
    actor: { kind: "user", userId },
    action: kept!.isNew ? "calendar_account.connected" : "calendar_account.reconnected",
    subjectId: key.accountId,
    details: { provider, email, scopes: grant.scopes },
  });
  return { accountId: key.accountId, email };
}
