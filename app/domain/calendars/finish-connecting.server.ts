import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { db, type Transaction } from "~db/client";
import { retried } from "~db/retried";
import { calendarAccounts } from "~db/schema";
import type {
  CalendarProvider,
  Failure,
  Grant,
  Identity,
  ProviderName,
  Wishes,
} from "~/integrations/calendar-provider";
import { calendarProviders } from "~/integrations/calendar-providers.server";
import { takeErrand } from "../oauth-states.server";
import type { AccountKey } from "./access.server";
import { connectStandard, standardCalendar } from "./connect-calendars.server";
import { holdMember } from "./hold-member.server";
import { keepAccount, type KeptAccount } from "./keep-account.server";

type Finish = {
  provider: ProviderName;
  state: string;
  code: string;
  userId: string;
  sessionId: string | null;
  /** Where the caller says it began; left out where the state alone says it. */
  workspaceId?: string;
  /** Whether nobody is asked which calendars: the account's main one is connected. */
  takesDefault: boolean;
  now: number;
};

export type Refusal =
  | { reason: "not_registered" | "unknown_state" | "expired_state" | "not_a_member" }
  | { reason: "missing_scopes"; missing: string[] }
  | { reason: "other_account"; expected: string; got: string }
  | { reason: "no_calendar" }
  | { reason: "provider"; failure: Failure };

export type Finished =
  | ({
      ok: true;
      workspaceId: string;
      expiresAt: number;
      /** It was connected again, as asked. */
      isReconnect: boolean;
      withoutContacts: boolean;
      connectionId: string | null;
    } & KeptAccount)
  | ({ ok: false } & Refusal);

const Details = z.object({
  wishes: z.object({ searchContacts: z.boolean(), saveContacts: z.boolean() }),
  accountId: z.uuid().optional(),
});

const none: Wishes = { searchContacts: false, saveContacts: false };

/** Ends what startConnecting began. Until all is known to be right nothing is stored. */
export async function finishConnecting(finish: Finish): Promise<Finished> {
  const { state, userId, sessionId, now } = finish;
  const provider = calendarProviders[finish.provider];
  if (!provider) return { ok: false, reason: "not_registered" };
  const errand = await takeErrand({ purpose: "connect", provider: provider.name, state, userId, sessionId }, now);
  if (errand === "expired") return { ok: false, reason: "expired_state" };
  if (errand === "unknown") return { ok: false, reason: "unknown_state" };
  const { workspaceId, verifier, redirectUri } = errand;
  if (!workspaceId || (finish.workspaceId && finish.workspaceId !== workspaceId))
    return { ok: false, reason: "unknown_state" };
  const { wishes, accountId } = Details.parse(errand.details);

  const granted = await provider.exchange({ code: finish.code, verifier, redirectUri });
  if (!granted.ok) return { ok: false, reason: "provider", failure: granted.failure };
  const grant = granted.value;
  const missing = provider.missing(grant.scopes, none);
  if (missing.length > 0) return { ok: false, reason: "missing_scopes", missing };
  const who = await provider.identify(grant.accessToken);
  if (!who.ok) return { ok: false, reason: "provider", failure: who.failure };
  return store(provider, { ...finish, workspaceId, wishes, accountId, grant, identity: who.value });
}

type Known = Finish & { workspaceId: string; wishes: Wishes; accountId?: string; grant: Grant; identity: Identity };

async function store(provider: CalendarProvider, known: Known): Promise<Finished> {
  const { workspaceId, userId, wishes, accountId, grant, identity, now } = known;
  const listed = known.takesDefault ? await provider.listCalendars(grant.accessToken) : null;
  if (listed && !listed.ok) return { ok: false, reason: "provider", failure: listed.failure };
  const standard = listed && standardCalendar(listed.value);
  if (listed && !standard) return { ok: false, reason: "no_calendar" };
  const savesContacts = wishes.saveContacts && provider.allowed(grant.scopes).saveContacts;
  const withoutContacts = provider.missing(grant.scopes, wishes).length > 0;
  const owner = { workspaceId, userId };
  return retried(() =>
    db.transaction(async (tx): Promise<Finished> => {
      const role = await holdMember(tx, owner);
      if (!role) return { ok: false, reason: "not_a_member" };
      const meant = accountId ? await findMeant(tx, { workspaceId, accountId }) : undefined;
      if (meant && meant.subject !== identity.subject)
        return { ok: false, reason: "other_account", expected: meant.email, got: identity.email };
      const kept = await keepAccount(tx, { ...owner, provider: provider.name, identity, grant, savesContacts, now });
      const account = { ...owner, role, accountId: kept.accountId, provider: provider.name };
      const connectionId = standard ? await connectStandard(tx, { ...account, standard, now }) : null;
      return {
        ok: true,
        workspaceId,
        expiresAt: grant.expiresAt,
        isReconnect: meant !== undefined,
        withoutContacts,
        connectionId,
        ...kept,
      };
    }),
  );
}

/** The account that is connected again, unless it was disconnected meanwhile: then it is connected like a new one. */
async function findMeant(tx: Transaction, { workspaceId, accountId }: AccountKey) {
  const { id, subject, email, disconnectedAt } = calendarAccounts;
  const [found] = await tx
    .select({ subject, email })
    .from(calendarAccounts)
    .where(and(eq(calendarAccounts.workspaceId, workspaceId), eq(id, accountId), isNull(disconnectedAt)));
  return found;
}
