import { and, desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { notifications, users } from "~db/schema";
import { changePassword } from "~/domain/accounts/change-password.server";
import { findReset, requestReset, resetPassword } from "~/domain/accounts/reset-password.server";
import { findSession, listSessions } from "~/domain/accounts/sessions.server";
import { signIn } from "~/domain/accounts/sign-in.server";
import { findVerification, sendVerificationAgain, verifyEmail } from "~/domain/accounts/verify-email.server";
import { createUser, signIn as startSessions, unique } from "../../support/factories";

const now = Date.now();
const hour = 3_600_000;
const password = "correct horse battery";

describe("verifying an address", () => {
  it("works once, by the token that was mailed", async () => {
    const user = await newcomer();
    await sendVerificationAgain(user, "en", now);
    const token = await mailedToken(user.email, "verify_email");
    expect(await findVerification(token, now)).toEqual({ state: "open", email: user.email });
    const answers = await Promise.all([verifyEmail(token, now), verifyEmail(token, now)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await findVerification(token, now)).state).toBe("verified");
  });

  it("ends after three days, and when the account has another address by then", async () => {
    const user = await newcomer();
    await sendVerificationAgain(user, "en", now);
    const token = await mailedToken(user.email, "verify_email");
    expect((await findVerification(token, now + 72 * hour)).state).toBe("expired");
    expect(await verifyEmail(token, now + 72 * hour)).toEqual({ ok: false });
    await db
      .update(users)
      .set({ email: `moved-${unique()}@example.com` })
      .where(eq(users.id, user.id));
    expect(await verifyEmail(token, now)).toEqual({ ok: false });
  });

  it("sends one mail a minute at most, however often it is asked", async () => {
    const user = await newcomer();
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendVerificationAgain(user, "en", now)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await sendVerificationAgain(user, "en", now + 61_000)).toEqual({ ok: true });
  });
});

describe("resetting a password", () => {
  it("sets the new one, ends every session and proves the address", async () => {
    const user = await createUser({ password, emailVerifiedAt: null });
    await startSessions(user);
    await requestReset(user.email.toUpperCase(), "en", now);
    const token = await mailedToken(user.email, "reset_password");
    expect(await resetPassword(token, "a new long password", now)).toEqual({ ok: true });
    expect(await listSessions(user.id, now)).toEqual([]);
    expect((await login(user.email, password)).ok).toBe(false);
    const again = await login(user.email, "a new long password");
    expect(again.ok && again.user.emailVerifiedAt).not.toBeNull();
  });

  it("takes a token once, also when two use it at the same time", async () => {
    const token = await tokenOf(await createUser({ password }));
    const answers = await Promise.all([
      resetPassword(token, "first password", now),
      resetPassword(token, "second password", now),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findReset(token, now)).toBe("void");
  });

  it("takes a token for one hour", async () => {
    const token = await tokenOf(await createUser({ password }));
    expect(await findReset(token, now + hour)).toBe("expired");
    expect(await resetPassword(token, "a new long password", now + hour)).toEqual({ ok: false });
  });

  it("takes no token that was made to verify an address, nor the other way round", async () => {
    const user = await newcomer();
    await sendVerificationAgain(user, "en", now);
    const token = await mailedToken(user.email, "verify_email");
    expect(await resetPassword(token, "a new long password", now)).toEqual({ ok: false });
    expect(await verifyEmail(await tokenOf(user), now)).toEqual({ ok: false });
  });

  it("sends nothing to an address without an account", async () => {
    const email = `nobody-${unique()}@example.com`;
    await requestReset(email, "en", now);
    expect(await db.$count(notifications, eq(notifications.recipient, email))).toBe(0);
  });
});

describe("changing a password", () => {
  it("needs the present one", async () => {
    const user = await createUser({ password });
    const change = {
      userId: user.id,
      sessionId: user.id,
      current: "a wrong password",
      password: "a new long password",
      now,
    };
    expect(await changePassword(change)).toEqual({ ok: false, reason: "wrong_password" });
    expect((await login(user.email, password)).ok).toBe(true);
  });

  it("ends the other sessions and keeps the one that asked, and voids a waiting reset", async () => {
    const user = await createUser({ password });
    const reset = await tokenOf(user);
    const { token: other } = await startSessions(user);
    const mine = await login(user.email, password);
    const session = mine.ok ? await findSession(mine.token, "browser", now) : null;
    const change = {
      userId: user.id,
      sessionId: session!.sessionId,
      current: password,
      password: "a new long password",
      now,
    };
    expect(await changePassword(change)).toEqual({ ok: true });
    expect(await findSession(other, "access_token", now)).toBeNull();
    expect((await listSessions(user.id, now)).map(({ id }) => id)).toEqual([session!.sessionId]);
    expect(await findReset(reset, now)).toBe("void");
  });
});

function newcomer() {
  return createUser({ emailVerifiedAt: null });
}

async function tokenOf(user: { email: string }) {
  await requestReset(user.email, "en", now);
  return mailedToken(user.email, "reset_password");
}

async function mailedToken(recipient: string, kind: string) {
  const [mail] = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.recipient, recipient), eq(notifications.kind, kind)))
    .orderBy(desc(notifications.createdAt));
  return String(mail?.payload.token);
}

function login(email: string, secret: string) {
  return signIn({ input: { email, password: secret }, kind: "browser", userAgent: null, address: null, now });
}
