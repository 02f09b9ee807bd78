import { and, eq, isNull } from "drizzle-orm";
import { db } from "~db/client";
import { calendarAccounts } from "~db/schema";
import type { ProviderName, Wishes } from "~/integrations/calendar-provider";
import { calendarProviders } from "~/integrations/calendar-providers.server";
import { record } from "../audit/audit.server";
import { findOwnAccount } from "./connect.server";
import type { Owner } from "./hold-member.server";

/** What is done with an account's contacts, and what was granted there. */
export type ContactWish = {
  id: string;
  provider: ProviderName;
  email: string;
  allowed: Wishes;
  savesContacts: boolean;
};

type Key = Owner & { id: string | undefined };

/** Null: the host has no such account. */
export async function findContactWish(key: Key): Promise<ContactWish | null> {
  const account = await findOwnAccount(key);
  if (!account) return null;
  const { id, provider, email, savesContacts } = account;
  return { id, provider, email, savesContacts, allowed: allowedOf(account) };
}

type Changed = { ok: true } | { ok: false; reason: "not_found" | "not_allowed" };

/** Chooses whether invitees are kept among an account's contacts, where it lets us. */
export async function changeContactWish(change: Key & { savesContacts: boolean; now: number }): Promise<Changed> {
  const { workspaceId, userId, savesContacts, now } = change;
  const account = await findOwnAccount(change);
  if (!account) return { ok: false, reason: "not_found" };
  if (savesContacts && !allowedOf(account).saveContacts) return { ok: false, reason: "not_allowed" };
  return db.transaction(async (tx): Promise<Changed> => {
    const changed = await tx
      .update(calendarAccounts)
      .set({ savesContacts, updatedAt: new Date(now) })
      .where(
        and(
          eq(calendarAccounts.workspaceId, workspaceId),
          eq(calendarAccounts.userId, userId),
          eq(calendarAccounts.id, account.id),
          isNull(calendarAccounts.disconnectedAt),
        ),
      )
      .returning({ id: calendarAccounts.id });
    if (changed.length === 0) return { ok: false, reason: "not_found" };
    const actor = { kind: "user", userId } as const;
    const details = { savesContacts };
    await record(tx, { workspaceId, actor, action: "calendar_account.changed", subjectId: account.id, details });
    return { ok: true };
  });
}

function allowedOf({ provider, scopes }: { provider: ProviderName; scopes: string[] }): Wishes {
  return calendarProviders[provider]?.allowed(scopes) ?? { searchContacts: false, saveContacts: false };
}
