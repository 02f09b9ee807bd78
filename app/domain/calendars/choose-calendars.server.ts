import { and, eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { retried } from "~db/retried";
import { calendarAccounts, calendarConnections } from "~db/schema";
import type { Failure, ProviderCalendar, ProviderName } from "~/integrations/calendar-provider";
import { calendarProviders } from "~/integrations/calendar-providers.server";
import { withAccess } from "./access.server";
import { findOwnAccount } from "./connect.server";
import { connectCalendars } from "./connect-calendars.server";
import { providerNames } from "../providers";
import { holdMember, type Owner } from "./hold-member.server";

/** A calendar of an account to choose, as it is connected now. */
export type Choosable = ProviderCalendar & {
  connected: { blocks: boolean; writes: boolean; isPrimary: boolean } | null;
  /** The address of another account of the host's by which they have it already. */
  takenBy: string | null;
};

export type Choice = {
  account: { id: string; provider: ProviderName; email: string; savesContacts: boolean; maySaveContacts: boolean };
  /** Or why they cannot be listed. */
  calendars: Choosable[] | Failure;
  /** What the host's calendars of other accounts are used for: their names. */
  writesElsewhere: string | null;
  primaryElsewhere: string | null;
};

type Key = Owner & { accountId: string | undefined };

/** An account's calendars, as the provider lists them now. Null: the host has no such account. */
export async function loadChoice(key: Key, now: number): Promise<Choice | null> {
  const account = await findOwnAccount({ ...key, id: key.accountId });
  if (!account) return null;
  const [listed, own] = await Promise.all([listLive(account, key, now), listOwn(key)]);
  const elsewhere = own.filter((each) => each.accountId !== account.id);
  return {
    account: { ...account, maySaveContacts: maySaveContacts(account) },
    calendars: listed.ok ? listed.value.map((each) => withUse(each, account, own)) : listed.failure,
    writesElsewhere: nameOf(elsewhere.find((each) => each.createEvents)),
    primaryElsewhere: nameOf(elsewhere.find((each) => each.isPrimary)),
  };
}

/** The provider's own ids of calendars. Null: none of this account's. */
export type Chosen = { blocks: string[]; writesTo: string | null; primary: string | null; savesContacts: boolean };

type Saved =
  | { ok: true; connected: number }
  | { ok: false; reason: "not_found" | "nothing_chosen" | "unknown_calendar" | "not_writable" }
  | { ok: false; reason: "provider"; failure: Failure };

/** Keeps what a host chose of an account: a calendar that is chosen for anything is connected. */
export async function saveChoice(key: Key, chosen: Chosen, now: number): Promise<Saved> {
  const { workspaceId, userId } = key;
  const account = await findOwnAccount({ ...key, id: key.accountId });
  if (!account) return { ok: false, reason: "not_found" };
  const listed = await listLive(account, key, now);
  if (!listed.ok) return { ok: false, reason: "provider", failure: listed.failure };
  const own = await listOwn(key);
  const choosable = listed.value.map((each) => withUse(each, account, own)).filter((each) => !each.takenBy);
  const named = [...chosen.blocks, ...[chosen.writesTo, chosen.primary].filter((id) => id !== null)];
  const byId = new Map(choosable.map((each) => [each.id, each]));
  if (named.some((id) => !byId.has(id))) return { ok: false, reason: "unknown_calendar" };
  if (chosen.writesTo !== null && !byId.get(chosen.writesTo)!.isWritable) return { ok: false, reason: "not_writable" };
  const used = choosable.filter((each) => each.connected || named.includes(each.id));
  if (used.length === 0) return { ok: false, reason: "nothing_chosen" };
  return retried(() =>
    db.transaction(async (tx): Promise<Saved> => {
      const role = await holdMember(tx, { workspaceId, userId });
      if (!role || !(await keepContactWish(tx, { workspaceId, account, savesContacts: chosen.savesContacts })))
        return { ok: false, reason: "not_found" };
      const ids = await connectCalendars(tx, {
        workspaceId,
        userId,
        role,
        accountId: account.id,
        provider: account.provider,
        chosen: used.map((calendar) => ({
          calendar,
          blocks: chosen.blocks.includes(calendar.id),
          writes: chosen.writesTo === calendar.id,
          isPrimary: chosen.primary === calendar.id,
        })),
        now,
      });
      return { ok: true, connected: ids.length };
    }),
  );
}

type Account = NonNullable<Awaited<ReturnType<typeof findOwnAccount>>>;

/** False where the account was disconnected meanwhile. */
async function keepContactWish(
  tx: Transaction,
  { workspaceId, account, savesContacts }: { workspaceId: string; account: Account; savesContacts: boolean },
) {
  const kept = await tx
    .update(calendarAccounts)
    .set({ savesContacts: savesContacts && maySaveContacts(account) })
    .where(
      and(
        eq(calendarAccounts.workspaceId, workspaceId),
        eq(calendarAccounts.id, account.id),
        isNull(calendarAccounts.disconnectedAt),
      ),
    )
    .returning({ id: calendarAccounts.id });
  return kept.length > 0;
}

function maySaveContacts({ provider, scopes }: Account): boolean {
  return calendarProviders[provider]?.allowed(scopes).saveContacts ?? false;
}

function listLive({ id }: Account, { workspaceId }: Owner, now: number) {
  return withAccess({ workspaceId, accountId: id }, now, (provider, access) => provider.listCalendars(access));
}

function listOwn({ workspaceId, userId }: Owner) {
  const { accountId, provider, calendarId, name, checkConflicts, createEvents, isPrimary } = calendarConnections;
  return db
    .select({
      accountId,
      provider,
      calendarId,
      name,
      checkConflicts,
      createEvents,
      isPrimary,
      email: calendarAccounts.email,
    })
    .from(calendarConnections)
    .innerJoin(
      calendarAccounts,
      and(eq(calendarAccounts.workspaceId, calendarConnections.workspaceId), eq(calendarAccounts.id, accountId)),
    )
    .where(and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.userId, userId)));
}

type Own = Awaited<ReturnType<typeof listOwn>>;

/** Accounts at two providers may have one address, and so their calendars one name. */
function nameOf(calendar: Own[number] | undefined): string | null {
  return calendar ? `${calendar.name}, ${providerNames[calendar.provider]}` : null;
}

function withUse(calendar: ProviderCalendar, account: Account, own: Own): Choosable {
  const known = own.find((each) => each.provider === account.provider && each.calendarId === calendar.id);
  const isHere = known?.accountId === account.id;
  return {
    ...calendar,
    connected:
      known && isHere ? { blocks: known.checkConflicts, writes: known.createEvents, isPrimary: known.isPrimary } : null,
    takenBy: known && !isHere ? known.email : null,
  };
}
