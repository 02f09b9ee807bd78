import { sql } from "drizzle-orm";
import type { z } from "zod";
import { db, refusedBy, type Transaction } from "~db/client";
import { users } from "~db/schema";
import { record } from "../audit/audit.server";
import type { RegisterInput, User } from "./account";
import { hasAccounts, type Origin } from "./accounts.server";
import { hashPassword } from "./passwords.server";
import { startSession, userColumns, type SessionKind } from "./sessions.server";
import { mailVerification } from "./verify-email.server";

type SignUp = { input: z.output<typeof RegisterInput>; kind: SessionKind; language: string } & Origin;
type SignedUp = { ok: true; user: User; token: string } | { ok: false; reason: "email_taken" };

const firstAccountLock = 4_172_027;

/** Makes an account, mails the link that proves its address, and signs it in. */
export async function signUp({ input, language, ...start }: SignUp): Promise<SignedUp> {
  const passwordHash = await hashPassword(input.password);
  try {
    return await db.transaction(async (tx) => {
      const isSuperAdmin = await isFirstAccount(tx);
      const { name, email, timezone } = input;
      const values = { name, email, timezone, passwordHash, isSuperAdmin };
      const [user] = await tx.insert(users).values(values).returning(userColumns);
      await mailVerification(tx, user!, language, start.now);
      const actor = { kind: "user" as const, userId: user!.id };
      await record(tx, {
        workspaceId: null,
        actor,
        action: "account.created",
        subjectId: user!.id,
        details: { isSuperAdmin },
      });
      const token = await startSession({ userId: user!.id, ...start }, tx);
      return { ok: true, user: user!, token };
    });
  } catch (error) {
    if (refusedBy(error)?.constraint === "users_email_unique") return { ok: false, reason: "email_taken" };
    throw error;
  }
}

/** On a new instance, sign-ups wait for each other here, and only the first still finds nobody. */
async function isFirstAccount(tx: Transaction) {
  if (await hasAccounts(tx)) return false;
  await tx.execute(sql`select pg_advisory_xact_lock(${firstAccountLock})`);
  return !(await hasAccounts(tx));
}
