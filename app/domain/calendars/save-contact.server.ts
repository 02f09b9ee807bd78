import { and, eq, isNull } from "drizzle-orm";
import { db } from "~db/client";
import { bookings, calendarAccounts } from "~db/schema";
import type { Failure } from "~/integrations/calendar-provider";
import { calendarProviders } from "~/integrations/calendar-providers.server";
import { withLease } from "../leases.server";
import { withAccess } from "./access.server";

type Wanted = { workspaceId: string; bookingId: string; accountId: string };

/** One at a time in each account: Google wants it so, and of two bookings of one invitee the second one finds the first. */
const alone = { places: 1, lasts: 5 * 60_000, patience: 60_000 };

const busy: Failure = { kind: "later", said: "Another contact is being saved there.", mayHaveHappened: false };

/**
 * Keeps a booking's invitee among a host's contacts, unless the address is there already or that is not wished any more. Safe
 * to run twice. Tells why it was not done.
 */
export async function saveContact({ workspaceId, bookingId, accountId }: Wanted, now: number): Promise<Failure | null> {
  const [invitee] = await db
    .select({ name: bookings.inviteeName, email: bookings.inviteeEmail })
    .from(bookings)
    .where(and(eq(bookings.workspaceId, workspaceId), eq(bookings.id, bookingId)));
  if (!invitee || !(await isWished({ workspaceId, accountId }))) return null;
  const done = await withLease({ name: `contacts/${accountId}`, ...alone }, () =>
    withAccess({ workspaceId, accountId }, now, (provider, access) => provider.saveContact(access, invitee)),
  );
  if (!done) return busy;
  return done.ok ? null : done.failure;
}

async function isWished({ workspaceId, accountId }: Omit<Wanted, "bookingId">) {
  const [account] = await db
    .select({ provider: calendarAccounts.provider, scopes: calendarAccounts.scopes })
    .from(calendarAccounts)
    .where(
      and(
        eq(calendarAccounts.workspaceId, workspaceId),
        eq(calendarAccounts.id, accountId),
        eq(calendarAccounts.savesContacts, true),
        isNull(calendarAccounts.disconnectedAt),
      ),
    );
  return account && calendarProviders[account.provider]?.allowed(account.scopes).saveContacts;
}
