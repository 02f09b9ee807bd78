import { and, eq, isNull } from "drizzle-orm";
import { db } from "~db/client";
import type { WatchedChannel } from "~db/queue";
import { calendarAccounts } from "~db/schema";
import type { CalendarProvider } from "~/integrations/calendar-provider";
import { calendarProviders } from "~/integrations/calendar-providers.server";
import { unseal } from "../secrets.server";
import { boundTo } from "./access.server";

type Row = typeof calendarAccounts.$inferSelect;

/** What was granted for an account, opened for the last time. */
export type LastGrant = Pick<Row, "provider" | "subject"> & {
  access: string | null;
  accessEndsAt: number;
  refresh: string | null;
};

export function readGrant(account: Row): LastGrant {
  const { provider, subject, accessToken, refreshToken, accessTokenExpiresAt } = account;
  return {
    provider,
    subject,
    access: open(accessToken, boundTo(account, "access_token")),
    accessEndsAt: accessTokenExpiresAt?.getTime() ?? 0,
    refresh: open(refreshToken, boundTo(account, "refresh_token")),
  };
}

/**
 * Has the provider end the notices that it sends us, and then what was granted. That is one for all workspaces in which the
 * same account is connected, so it stays while another one needs it. False where the provider is to be told again.
 */
export async function endGrant(grant: LastGrant, channels: WatchedChannel[], now: number): Promise<boolean> {
  const provider = calendarProviders[grant.provider];
  const token = grant.refresh ?? grant.access;
  if (!provider || !token) return true;
  const access = channels.length > 0 ? await lastAccess(provider, grant, now) : null;
  if (access) for (const channel of channels) await provider.stop(access, { ...channel, expiresAt: now });
  if (await isUsedElsewhere(grant)) return true;
  const revoked = await provider.revoke(token);
  return revoked.ok || (revoked.failure.kind !== "later" && revoked.failure.kind !== "operator");
}

async function lastAccess(provider: CalendarProvider, { access, accessEndsAt, refresh }: LastGrant, now: number) {
  if (access && accessEndsAt > now) return access;
  const renewed = refresh ? await provider.refresh(refresh) : null;
  return renewed?.ok ? renewed.value.accessToken : null;
}

async function isUsedElsewhere({ provider, subject }: LastGrant) {
  const { provider: providerColumn, subject: subjectColumn, disconnectedAt, id } = calendarAccounts;
  const [other] = await db
    .select({ id })
    .from(calendarAccounts)
    .where(and(eq(providerColumn, provider), eq(subjectColumn, subject), isNull(disconnectedAt)))
    .limit(1);
  return other !== undefined;
}

/** A token whose key is gone can't be ended, and must not stand in the way of its deletion. */
function open(sealed: string | null, place: string) {
  if (sealed === null) return null;
  try {
    return unseal(sealed, place);
  } catch {
    return null;
  }
}
