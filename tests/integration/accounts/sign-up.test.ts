import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, notifications, users } from "~db/schema";
import { findSession } from "~/domain/accounts/sessions.server";
import { signIn } from "~/domain/accounts/sign-in.server";
import { signUp } from "~/domain/accounts/sign-up.server";
import { createUser, unique } from "../../support/factories";

const start = { kind: "browser" as const, userAgent: "tests", address: "203.0.113.7", now: Date.now() };
const password = "correct horse battery";

describe("signing up", () => {
  it("makes an account that is signed in, with a mail to verify its address and an audit line", async () => {
    const email = `Ada-${unique()}@Example.com`;
    const result = await register(email);
    if (!result.ok) throw new Error(result.reason);
    expect(result.user).toMatchObject({ name: "Ada", email, emailVerifiedAt: null });
    expect((await findSession(result.token, "browser", Date.now()))?.user.id).toBe(result.user.id);
    const [mail] = await db.select().from(notifications).where(eq(notifications.recipient, email));
    expect(mail?.kind).toBe("verify_email");
    const [line] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, result.user.id))
      .orderBy(desc(auditLog.id));
    expect(line?.action).toBe("account.created");
  });

  it("stores no password, only an Argon2id hash with OWASP's parameters", async () => {
    const result = await register(`ada-${unique()}@example.com`);
    const [row] = await db
      .select()
      .from(users)
      .where(eq(users.id, result.ok ? result.user.id : ""));
    expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("refuses an address that an account has in other letters", async () => {
    const user = await createUser();
    expect(await register(user.email.toUpperCase())).toEqual({ ok: false, reason: "email_taken" });
  });

  it("of ten for one address at once, one wins and the others are told", async () => {
    const email = `race-${unique()}@example.com`;
    const results = await Promise.all(Array.from({ length: 10 }, () => register(email)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "email_taken")).toHaveLength(9);
    expect(await db.$count(notifications, eq(notifications.recipient, email))).toBe(1);
  });
});

describe("signing in", () => {
  it("takes the address in any letters and the password in any composition of its letters", async () => {
    const email = `zoe-${unique()}@example.com`;
    await register(email, "caf\u00e9 au lait");
    const result = await signIn({ input: { email: email.toUpperCase(), password: "cafe\u0301 au lait" }, ...start });
    expect(result.ok).toBe(true);
  });

  it("gives one refusal for a wrong password, an unknown address and an account without a password", async () => {
    const user = await createUser({ password });
    const bare = await createUser();
    for (const input of [
      { email: user.email, password: "another password" },
      { email: "nobody@example.com", password },
      { email: bare.email, password },
      { email: bare.email, password: "no account has this password" },
    ]) {
      expect(await signIn({ input, ...start })).toEqual({ ok: false, reason: "wrong" });
    }
  });

  it("takes about as long for an unknown address as for a wrong password", async () => {
    const user = await createUser({ password });
    const wrong = await fastest(() => signIn({ input: { email: user.email, password: "wrong one" }, ...start }));
    const unknown = await fastest(() => signIn({ input: { email: "nobody@example.com", password }, ...start }));
    expect(unknown).toBeGreaterThan(wrong / 2);
  });
});

function register(email: string, secret = password) {
  return signUp({ input: { name: "Ada", email, password: secret, timezone: "Europe/Oslo" }, language: "en", ...start });
}

async function fastest(work: () => Promise<unknown>) {
  let best = Infinity;
  for (let run = 0; run < 5; run++) {
    const begin = performance.now();
    await work();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}
