import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString("base64");
process.env.ENCRYPTION_KEYS = `k2:${keyOf(9)},k1:${keyOf(7)}`;
const providers = await startProviders();
const { google, microsoft, reset, stop } = providers;
const { accountsOf, arrive, consentAt, hostWithMailboxes, leave, waitingJobs } =
  await import("../../support/connecting");
const { createBooking, createConnection, createEventType } = await import("../../support/factories");
const { get } = await import("../../support/requests");
const { boundTo, withAccess } = await import("~/domain/calendars/access.server");
const { noteLost } = await import("~/domain/calendars/lost-access.server");
const { resealTokens } = await import("~/domain/calendars/reseal.server");
const { unseal } = await import("~/domain/secrets.server");
const calendarsPage = await import("~/routes/booking.calendars._index");
const todayPage = await import("~/routes/booking._index");
const { client, db } = await import("~db/client");
const { auditLog, bookingCalendarEvents, calendarAccounts, notifications } = await import("~db/schema");

const hour = 3_600_000;

beforeEach(reset);
afterAll(stop);

async function connected(name: "google" | "microsoft" = "google") {
  const host = await hostWithMailboxes(providers);
  const back = await consentAt(providers[name], await leave(host.cookie, name), { email: host.email });
  await arrive(back, name, host.cookie);
  const account = (await accountsOf(host.owner.id))[0]!;
  const key = { workspaceId: host.workspace.id, accountId: account.id };
  const list = (now: number) => withAccess(key, now, (provider, access) => provider.listCalendars(access));
  const row = async () => (await accountsOf(host.owner.id))[0]!;
  return { ...host, account, key, list, row };
}

const countOf = (name: "google" | "microsoft", route: string) =>
  providers[name].requests.filter((each) => each.route === route).length;

/** The provider takes the present token no more. */
function end(name: "google" | "microsoft", email: string) {
  if (name === "google") google.clock.advance(2 * hour);
  else microsoft.expireAccessTokens(email);
}

/** The present token has run out, as far as is known here. */
async function runOut(accountId: string) {
  const accessTokenExpiresAt = new Date(Date.now() - 1000);
  await db.update(calendarAccounts).set({ accessTokenExpiresAt }).where(eq(calendarAccounts.id, accountId));
}

describe("tokens", () => {
  it("that were renewed while an older call failed leave the account as it is", async () => {
    const { email, cookie, key, row } = await connected();
    const late = await withAccess(key, Date.now(), async (provider) => {
      const back = await consentAt(providers.google, await leave(cookie, "google"), { email });
      await arrive(back, "google", cookie);
      return { ok: false, failure: { kind: "reconnect", said: `${provider.name} said no` } };
    });
    expect(late).toMatchObject({ ok: false, failure: { kind: "later" } });
    expect((await row()).needsReconnectSince).toBeNull();
  });

  it.each([
    ["google", "has run out"],
    ["google", "is refused"],
    ["microsoft", "has run out"],
    ["microsoft", "is refused"],
  ] as const)("ten calls at once to %s whose token %s cause one refresh", async (name, how) => {
    const { email, list, row, account } = await connected(name);
    if (how === "has run out") await runOut(account.id);
    else end(name, email);
    const before = countOf(name, "token");
    const done = await Promise.all(Array.from({ length: 10 }, () => list(Date.now())));
    expect(done.map(({ ok }) => ok)).toEqual(Array(10).fill(true));
    expect(countOf(name, "token") - before).toBe(1);
    const after = await row();
    expect(after.accessToken).not.toBe(account.accessToken);
    expect(after.refreshToken !== account.refreshToken).toBe(name === "microsoft");
    await runOut(account.id);
    expect((await list(Date.now())).ok).toBe(true);
  });

  it("are sealed, and bound to their row: a copy in another one opens nothing", async () => {
    const [first, second] = [await connected(), await connected()];
    for (const token of [first.account.accessToken!, first.account.refreshToken!]) expect(token).toMatch(/^k2\./);
    const { accessToken, refreshToken } = first.account;
    await db
      .update(calendarAccounts)
      .set({ accessToken, refreshToken })
      .where(eq(calendarAccounts.id, second.account.id));
    await expect(second.list(Date.now())).rejects.toThrow();
    expect(() => unseal(accessToken!, boundTo(first.account, "refresh_token"))).toThrow();
    expect(unseal(accessToken!, boundTo(first.account, "access_token")).length).toBeGreaterThan(10);
  });

  it("stand in no job, no audit line and no page", async () => {
    const { account, cookie, key } = await connected();
    const secrets = [account.accessToken!, account.refreshToken!];
    for (const column of ["access_token", "refresh_token"] as const) {
      const sealed = column === "access_token" ? account.accessToken! : account.refreshToken!;
      secrets.push(unseal(sealed, boundTo(account, column)));
    }
    const jobs = await client<{ payload: object }[]>`select payload from graphile_worker._private_jobs`;
    const lines = await db.select().from(auditLog).where(eq(auditLog.workspaceId, key.workspaceId));
    const page = await get(calendarsPage, "/booking/calendars", { cookie });
    const seen = JSON.stringify([jobs, lines, page.body]);
    for (const secret of secrets) expect(seen).not.toContain(secret);
  });

  it("sealed by an older key are sealed anew by the first one, the others stay, and all go on working", async () => {
    const { list, row, account } = await connected();
    const { createCipheriv, randomBytes } = await import("node:crypto");
    const old = (secret: string, place: string) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", Buffer.alloc(32, 7), nonce).setAAD(Buffer.from(place));
      const hidden = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return ["k1", ...[nonce, cipher.getAuthTag(), hidden].map((part) => part.toString("base64url"))].join(".");
    };
    const place = boundTo(account, "refresh_token");
    const refreshToken = old(unseal(account.refreshToken!, place), place);
    await db.update(calendarAccounts).set({ refreshToken }).where(eq(calendarAccounts.id, account.id));
    const counts = await resealTokens();
    expect([counts.sealed, counts.lost >= 0]).toEqual([1, true]);
    expect((await row()).refreshToken).toMatch(/^k2\./);
    expect(unseal((await row()).refreshToken!, place)).toBe(unseal(account.refreshToken!, place));
    expect((await resealTokens()).sealed).toBe(0);
    await runOut(account.id);
    expect((await list(Date.now())).ok).toBe(true);
  });

  it("sealed by a key that is gone are counted as lost and left alone", async () => {
    const { account, row } = await connected();
    const sealed = account.refreshToken!.replace(/^k2/, "k0");
    await db.update(calendarAccounts).set({ refreshToken: sealed }).where(eq(calendarAccounts.id, account.id));
    expect((await resealTokens()).lost).toBe(1);
    expect((await row()).refreshToken).toBe(sealed);
    await db.delete(calendarAccounts).where(eq(calendarAccounts.id, account.id));
  });
});

describe("an account that lets us in no more", () => {
  const mailsTo = (email: string) =>
    db
      .select()
      .from(notifications)
      .where(and(eq(notifications.recipient, email), eq(notifications.kind, "broken_connection")));

  async function lost(name: "google" | "microsoft") {
    const host = await connected(name);
    const connection = await createConnection(host.workspace, host.owner, {
      provider: name,
      accountId: host.account.id,
      createEvents: true,
    });
    if (name === "google") host.google.revokeAccess();
    else microsoft.revoke(host.email);
    await runOut(host.account.id);
    const now = Date.now();
    const done = await Promise.all(Array.from({ length: 10 }, () => host.list(now)));
    return { ...host, connection, now, done };
  }

  it.each(["google", "microsoft"] as const)(
    "%s: is noted with what was said, and its host gets one mail",
    async (name) => {
      const { owner, email, row, done, list, now } = await lost(name);
      expect(done.every((each) => !each.ok && each.failure.kind === "reconnect")).toBe(true);
      const account = await row();
      expect(account.needsReconnectSince?.getTime()).toBe(now);
      expect(account.reconnectReason).toBeTruthy();
      const mails = await mailsTo(owner.email);
      expect(mails.map(({ payload }) => payload)).toEqual([
        expect.objectContaining({ provider: name, calendar: email, since: now }),
      ]);
      const asked = countOf(name, "token");
      await list(now + hour);
      expect(countOf(name, "token")).toBe(asked);
      expect(await mailsTo(owner.email)).toHaveLength(1);
    },
  );

  it("is noted once, whoever notices it at the same moment", async () => {
    const { owner, key, row } = await connected();
    const notice = (n: number) => db.transaction((tx) => noteLost(tx, key, `no ${n}`, Date.now() + n));
    await Promise.all([0, 1, 2, 3, 4].map(notice));
    expect(await mailsTo(owner.email)).toHaveLength(1);
    expect((await row()).reconnectReason).toMatch(/^no \d$/);
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, key.accountId));
    expect(lines.filter(({ action }) => action === "calendar_account.lost")).toHaveLength(1);
  });

  it("is shown on its page with what was said, and first thing on the host's day", async () => {
    const { cookie, row } = await lost("google");
    const page = await get(calendarsPage, "/booking/calendars", { cookie });
    expect(page.body.connections[0]!.account.reconnectReason).toBe((await row()).reconnectReason);
    const today = await get(todayPage, "/booking", { cookie });
    expect(today.body.troubles).toMatchObject([{ kind: "needs_reconnect" }]);
  });

  it("goes on where it stopped once it is connected again: it is read, and what waits is written", async () => {
    const { owner, workspace, cookie, email, account, connection, row, list } = await lost("google");
    const eventType = await createEventType(workspace, { owner });
    const booking = await createBooking(eventType, { start: Date.now() + 72 * hour });
    const [event] = await db
      .insert(bookingCalendarEvents)
      .values({
        ...{ workspaceId: workspace.id, bookingId: booking.id, userId: owner.id, connectionId: connection.id },
        ...{ provider: "google", calendarName: connection.name },
      })
      .returning();
    const again = await consentAt(google, await leave(cookie, "google", { account: account.id }), { email });
    const landed = await arrive(again, "google", cookie);
    expect([landed.to, landed.notice?.text]).toEqual(["/booking/calendars", `${email} is connected again.`]);
    expect(await row()).toMatchObject({ id: account.id, needsReconnectSince: null, reconnectReason: null });
    const written = await waitingJobs("write_calendar_event");
    expect(written).toContainEqual({ workspaceId: workspace.id, id: event!.id, round: 0 });
    expect(await waitingJobs("sync_calendar")).toContainEqual({
      workspaceId: workspace.id,
      connectionId: connection.id,
    });
    expect((await list(Date.now())).ok).toBe(true);
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, account.id));
    expect(lines.map(({ action }) => action)).toEqual([
      "calendar_account.connected",
      "calendar_account.lost",
      "calendar_account.reconnected",
    ]);
    expect(await mailsTo(owner.email)).toHaveLength(1);
  });
});
