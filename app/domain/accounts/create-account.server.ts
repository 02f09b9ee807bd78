import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { users } from "~db/schema";
import { record } from "../audit/audit.server";
import { hasAccounts } from "./accounts.server";
import type { ProviderName } from "../providers";
import { userColumns } from "./sessions.server";
import { mailVerification, noteVerified } from "./verify-email.server";

type NewAccount = {
  name: string;
  email: string;
  timezone: string;
  passwordHash: string | null;
  /** Where the account was made by signing in with a provider. */
  provider?: ProviderName;
  isEmailProven: boolean;
  language: string;
  now: number;
};

const firstAccountLock = 4_172_027;

/** Makes an account, and mails the link that proves its address where that is not proven yet. */
export async function createAccount(tx: Transaction, account: NewAccount) {
  const { name, email, timezone, passwordHash, provider, isEmailProven, language, now } = account;
  const isSuperAdmin = await isFirstAccount(tx);
  const [made] = await tx
    .insert(users)
    .values({ name, email, timezone, passwordHash, isSuperAdmin })
    .returning(userColumns);
  const user = made!;
  await record(tx, {
    workspaceId: null,
    actor: { kind: "user", userId: user.id },
    action: "account.created",
    subjectId: user.id,
    details: { isSuperAdmin, ...(provider && { provider }) },
  });
  if (isEmailProven) await noteVerified(tx, user.id, now);
  else await mailVerification(tx, user, language, now);
  return { ...user, emailVerifiedAt: isEmailProven ? new Date(now) : null };
}

/** On a new instance, sign-ups wait for each other here, and only the first still finds nobody. */
async function isFirstAccount(tx: Transaction) {
  if (await hasAccounts(tx)) return false;
  await tx.execute(sql`select pg_advisory_xact_lock(${firstAccountLock})`);
  return !(await hasAccounts(tx));
}
