import { and, eq, isNull } from "drizzle-orm";
import { setTimeout as wait } from "node:timers/promises";
import { db } from "~db/client";
import { calendarAccounts } from "~db/schema";
import type { ProviderName } from "~/integrations/calendar-provider";
import { calendarProviders } from "~/integrations/calendar-providers.server";
import { withAccess } from "./access.server";
import { mergeContacts, nobody, searchField, toContacts, type Contact, type FoundContacts } from "./contact";
import type { Owner } from "./hold-member.server";
import { listInvitees } from "./invitees.server";

type Search = Owner & { query: string; now: number };

/** Milliseconds until whoever has not answered is left out: somebody is typing. */
const patience = 2000;

const query = searchField("The query");

/**
 * People whom a host may mean: out of the contacts of their own accounts that let us search them, and of those who booked
 * them before. Nobody is asked about fewer than three characters.
 */
export async function searchContacts({ workspaceId, userId, now, ...search }: Search): Promise<FoundContacts> {
  const asked = query.safeParse(search.query);
  if (!asked.success) return nobody;
  const owner = { workspaceId, userId };
  const accounts = await listSearchable(owner);
  const [invitees, ...answers] = await Promise.all([
    listInvitees(owner, asked.data),
    ...accounts.map(({ id, provider }) => askInTime({ workspaceId, accountId: id, provider, query: asked.data, now })),
  ]);
  const lists = answers.flatMap(({ people }) => (people ? [people] : []));
  const silent = answers.flatMap(({ provider, people }) => (people ? [] : [provider]));
  return {
    people: mergeContacts([...lists, toContacts(invitees, "bookings")]),
    unavailable: [...new Set(silent)],
  };
}

/** The accounts at a provider that is registered here, which still let us in, and into their contacts. */
async function listSearchable({ workspaceId, userId }: Owner) {
  const { id, provider, scopes, createdAt } = calendarAccounts;
  const rows = await db
    .select({ id, provider, scopes })
    .from(calendarAccounts)
    .where(
      and(
        eq(calendarAccounts.workspaceId, workspaceId),
        eq(calendarAccounts.userId, userId),
        isNull(calendarAccounts.disconnectedAt),
        isNull(calendarAccounts.needsReconnectSince),
      ),
    )
    .orderBy(provider, createdAt);
  return rows.filter((row) => calendarProviders[row.provider]?.allowed(row.scopes).searchContacts);
}

type Ask = { workspaceId: string; accountId: string; provider: ProviderName; query: string; now: number };

/** `people`: null where they did not answer. */
async function askInTime(ask: Ask): Promise<{ provider: ProviderName; people: Contact[] | null }> {
  const { workspaceId, accountId, provider, query, now } = ask;
  const asked = withAccess({ workspaceId, accountId }, now, (at, access) => at.searchContacts(access, query));
  const found = await Promise.race([asked, wait(patience, null, { ref: false })]);
  return { provider, people: found?.ok ? toContacts(found.value, provider) : null };
}
