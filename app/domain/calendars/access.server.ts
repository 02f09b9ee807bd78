import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { calendarAccounts } from "~db/schema";
import type { CalendarProvider, Failure, Grant, Outcome } from "~/integrations/calendar-provider";
import { calendarProviders } from "~/integrations/calendar-providers.server";
import { withLease } from "../leases.server";
import { seal, unseal } from "../secrets.server";
import { noteLost } from "./lost-access.server";

export type AccountKey = { workspaceId: string; accountId: string };

type Row = typeof calendarAccounts.$inferSelect;
type Work<Value> = (provider: CalendarProvider, access: string) => Promise<Outcome<Value>>;

/** A token that ends within this time, in milliseconds, is not begun with. */
const reserve = 2 * 60_000;

/** Microsoft refuses the fifth call at once for one mailbox; one place is left to others. */
const mailbox = { places: 3, lasts: 5 * 60_000, patience: 10_000 };

/**
 * Lets the work call the provider in the name of an account, with a token that is good: a new one is asked for once where
 * the old one is not taken. Of a Microsoft mailbox no more than three of these run at once, so the work calls in turn.
 * Where only a new consent helps, the account is noted as lost and its host is told.
 */
export async function withAccess<Value>(key: AccountKey, now: number, work: Work<Value>): Promise<Outcome<Value>> {
  const account = await findAccount(key);
  const provider = account && calendarProviders[account.provider];
  if (!account || account.needsReconnectSince || account.disconnectedAt) return failed(notConnected);
  if (!provider) return failed(notRegistered);
  const run = () => workTwice(provider, account, now, work);
  if (account.provider !== "microsoft") return run();
  const done = await withLease({ name: `mailbox/${account.subject}`, ...mailbox }, run);
  return (
    done ?? failed({ kind: "later", said: "This mailbox is busy with other calls of ours.", mayHaveHappened: false })
  );
}

async function workTwice<Value>(provider: CalendarProvider, account: Row, now: number, work: Work<Value>) {
  const token = await freshToken(provider, account, now, null);
  if (!token.ok) return token;
  const done = await work(provider, token.value);
  if (done.ok || done.failure.kind !== "unauthorized") return noted(done, account, token.value, now);
  const next = await freshToken(provider, account, now, token.value);
  if (!next.ok) return next;
  const again = await work(provider, next.value);
  if (again.ok || again.failure.kind !== "unauthorized") return noted(again, account, next.value, now);
  return noted(failed<Value>({ ...again.failure, kind: "reconnect" }), account, next.value, now);
}

/** `used`: the token that the call was made with. Where another one is there by now, it says nothing about the account. */
async function noted<Value>(done: Outcome<Value>, account: Row, used: string, now: number): Promise<Outcome<Value>> {
  if (done.ok || done.failure.kind !== "reconnect") return done;
  const { said } = done.failure;
  return db.transaction(async (tx) => {
    const [held] = await tx
      .select()
      .from(calendarAccounts)
      .where(isIt(keyOf(account)))
      .for("update");
    const isLast = held?.accessToken && unseal(held.accessToken, boundTo(held, "access_token")) === used;
    if (!isLast) return failed<Value>({ kind: "later", said, mayHaveHappened: false });
    await noteLost(tx, keyOf(account), said, now);
    return done;
  });
}

/** `refused`: the token that was not taken. Whoever waited here for another's refresh finds the token that it brought. */
async function freshToken(provider: CalendarProvider, account: Row, now: number, refused: string | null) {
  const known = openToken(account, now);
  if (known && known !== refused) return { ok: true, value: known } as const;
  return db.transaction(async (tx): Promise<Outcome<string>> => {
    const [held] = await tx
      .select()
      .from(calendarAccounts)
      .where(isIt(keyOf(account)))
      .for("update");
    if (!held?.refreshToken || held.needsReconnectSince) return failed(notConnected);
    const brought = openToken(held, now);
    if (brought && brought !== refused) return { ok: true, value: brought };
    const granted = await provider.refresh(unseal(held.refreshToken, boundTo(held, "refresh_token")));
    if (granted.ok) {
      await keepGrant(tx, keyOf(held), granted.value);
      return { ok: true, value: granted.value.accessToken };
    }
    if (granted.failure.kind === "reconnect") await noteLost(tx, keyOf(held), granted.failure.said, now);
    return granted;
  });
}

/** Stores what a consent or a refresh brought, sealed. A refresh token that is not renewed stays. */
export async function keepGrant(tx: Transaction, { workspaceId, accountId }: AccountKey, grant: Grant) {
  const row = { workspaceId, id: accountId };
  const { accessToken, refreshToken, expiresAt, scopes } = grant;
  await tx
    .update(calendarAccounts)
    .set({
      accessToken: seal(accessToken, boundTo(row, "access_token")),
      ...(refreshToken && { refreshToken: seal(refreshToken, boundTo(row, "refresh_token")) }),
      accessTokenExpiresAt: new Date(expiresAt),
      ...(scopes.length > 0 && { scopes }),
    })
    .where(isIt({ workspaceId, accountId }));
}

/** Names the place of a token, so that it can be read nowhere else. */
export function boundTo(
  { workspaceId, id }: Pick<Row, "workspaceId" | "id">,
  column: "access_token" | "refresh_token",
) {
  return `calendar_accounts/${workspaceId}/${id}/${column}`;
}

async function findAccount(key: AccountKey) {
  const [account] = await db.select().from(calendarAccounts).where(isIt(key));
  return account;
}

function openToken(account: Row, now: number) {
  const { accessToken, accessTokenExpiresAt } = account;
  if (!accessToken || !accessTokenExpiresAt || accessTokenExpiresAt.getTime() - reserve < now) return null;
  return unseal(accessToken, boundTo(account, "access_token"));
}

function keyOf({ workspaceId, id }: Row): AccountKey {
  return { workspaceId, accountId: id };
}

function isIt({ workspaceId, accountId }: AccountKey) {
  return and(eq(calendarAccounts.workspaceId, workspaceId), eq(calendarAccounts.id, accountId));
}

const notConnected: Failure = { kind: "reconnect", said: "This account is not connected any more." };
const notRegistered: Failure = { kind: "operator", said: "This instance is not registered with the provider." };

function failed<Value>(failure: Failure): Outcome<Value> {
  return { ok: false, failure };
}
