import { and, eq, isNull } from "drizzle-orm";
import { db } from "~db/client";
import { calendarAccounts } from "~db/schema";
import type { ProviderName, Wishes } from "~/integrations/calendar-provider";
import { calendarProviders } from "~/integrations/calendar-providers.server";
import { isUuid } from "../fields";
import { rememberErrand } from "../oauth-states.server";

type Start = {
  workspaceId: string;
  userId: string;
  /** The browser that it begins in; null for a program. */
  sessionId: string | null;
  provider: ProviderName;
  redirectUri: string;
  wishes: Wishes;
  /** The account that is to be connected again, with the wishes that it was connected with, and these. */
  accountId?: string;
  now: number;
};

type Started = { ok: true; url: string; state: string } | { ok: false; reason: "not_registered" | "unknown_account" };

/** Begins connecting an account: the address at the provider where its owner says yes, and what we remember until then. */
export async function startConnecting(start: Start): Promise<Started> {
  const { workspaceId, userId, sessionId, provider: name, redirectUri, accountId, now } = start;
  const provider = calendarProviders[name];
  if (!provider) return { ok: false, reason: "not_registered" };
  const account = accountId === undefined ? null : await findOwnAccount({ workspaceId, userId, id: accountId });
  if (account === undefined || (account && account.provider !== name)) return { ok: false, reason: "unknown_account" };
  const allowed = account && provider.allowed(account.scopes);
  const wishes = {
    searchContacts: start.wishes.searchContacts || (allowed?.searchContacts ?? false),
    saveContacts: start.wishes.saveContacts || (account?.savesContacts ?? false),
  };
  const { state, challenge } = await rememberErrand({
    purpose: "connect",
    provider: name,
    userId,
    workspaceId,
    sessionId,
    redirectUri,
    details: { wishes, ...(account && { accountId: account.id }) },
    now,
  });
  const url = provider.authorizeUrl({ redirectUri, state, challenge, wishes, email: account?.email });
  return { ok: true, url, state };
}

type OwnAccount = { workspaceId: string; userId: string; id: string | undefined };

/** An account of the host's own that is connected, or lost and to be connected again. */
export async function findOwnAccount({ workspaceId, userId, id }: OwnAccount) {
  if (!isUuid(id)) return undefined;
  const { id: key, provider, email, subject, scopes, savesContacts, needsReconnectSince } = calendarAccounts;
  const [found] = await db
    .select({ id: key, provider, email, subject, scopes, savesContacts, needsReconnectSince })
    .from(calendarAccounts)
    .where(
      and(
        eq(calendarAccounts.workspaceId, workspaceId),
        eq(calendarAccounts.userId, userId),
        eq(key, id),
        isNull(calendarAccounts.disconnectedAt),
      ),
    );
  return found;
}
