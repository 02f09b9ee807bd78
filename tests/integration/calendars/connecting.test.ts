import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const providers = await startProviders();
const { google, microsoft, reset, stop } = providers;
const { accountsOf, arrive, consentAt, hostWithMailboxes, leave, waitingJobs } =
  await import("../../support/connecting");
const { createUser, signIn } = await import("../../support/factories");
const { get, postForm, noticeOf } = await import("../../support/requests");
const choosing = await import("~/routes/booking.calendars.callback");
const { db } = await import("~db/client");
const { auditLog, calendarConnections, oauthStates } = await import("~db/schema");

beforeEach(reset);
afterAll(stop);

/** A host on their way back from a provider. */
async function onTheWayBack(name: "google" | "microsoft", consent: { scopes?: string[]; deny?: true } = {}) {
  const host = await hostWithMailboxes(providers);
  const back = await consentAt(providers[name], await leave(host.cookie, name), { email: host.email, ...consent });
  return { ...host, back };
}

const connectionsOf = (userId: string) =>
  db.select().from(calendarConnections).where(eq(calendarConnections.userId, userId));

describe("connecting by page", () => {
  it.each(["google", "microsoft"] as const)("at %s ends in choosing, by the account's id alone", async (name) => {
    const { owner, workspace, cookie, email, back } = await onTheWayBack(name);
    const landed = await arrive(back, name, cookie);
    const [account] = await accountsOf(owner.id);
    expect(landed.to).toBe(`/booking/calendars/callback?account=${account!.id}`);
    expect(landed.notice?.text).toBe(`${email} is connected. Choose what its calendars are for.`);
    expect(account).toMatchObject({ provider: name, email, workspaceId: workspace.id, needsReconnectSince: null });
    expect(await connectionsOf(owner.id)).toEqual([]);
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, account!.id));
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([["calendar_account.connected", owner.id]]);
    expect(providers[name].complaints).toEqual([]);
  });

  it("asks with PKCE, at this instance's own address, and remembers the state as a hash alone", async () => {
    const { cookie, owner } = await hostWithMailboxes(providers);
    const asked = new URL(await leave(cookie, "google")).searchParams;
    expect(asked.get("redirect_uri")).toBe("http://localhost:3000/api/v1/booking/calendars/callback/google");
    expect(asked.get("code_challenge_method")).toBe("S256");
    const [row] = await db.select().from(oauthStates).where(eq(oauthStates.userId, owner.id));
    expect(JSON.stringify(row)).not.toContain(asked.get("state"));
    expect(row!.sessionId).not.toBeNull();
  });

  it("connects what is chosen: one calendar takes new events, one is primary, and they are read", async () => {
    const host = await onTheWayBack("google");
    const field = host.google.addCalendar({ summary: "Field work" });
    const shared = host.google.addCalendar({ summary: "Holidays", accessRole: "reader" });
    const { to } = await arrive(host.back, "google", host.cookie);
    const page = await get(choosing, to!, { cookie: host.cookie });
    const listed = page.body.calendars as { id: string; name: string; isWritable: boolean }[];
    expect(listed.map(({ name, isWritable }) => [name, isWritable])).toEqual([
      [host.email, true],
      ["Field work", true],
      ["Holidays", false],
    ]);
    const chosen = {
      blocks: [host.google.primary.id, shared.id],
      writes_to: field.id,
      primary: host.google.primary.id,
    };
    const saved = await postForm(choosing, to!, chosen, { cookie: host.cookie });
    expect((await noticeOf(saved))?.text).toMatch(/^3 calendars of this account are connected/);
    const rows = await connectionsOf(host.owner.id);
    expect(rows.map((row) => [row.name, row.checkConflicts, row.createEvents, row.isPrimary]).sort()).toEqual(
      [
        [host.email, true, false, true],
        ["Field work", false, true, false],
        ["Holidays", true, false, false],
      ].sort(),
    );
    const jobs = (await waitingJobs("sync_calendar")).map(({ connectionId }) => connectionId);
    expect(rows.every(({ id }) => jobs.includes(id))).toBe(true);
  });

  it("keeps what was chosen when the choice is refused, and connects nothing", async () => {
    const host = await onTheWayBack("google");
    const shared = host.google.addCalendar({ summary: "Holidays", accessRole: "reader" });
    const { to } = await arrive(host.back, "google", host.cookie);
    const refused = await postForm(choosing, to!, { blocks: shared.id, writes_to: shared.id }, { cookie: host.cookie });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      problem: { values: { blocks: [shared.id] }, errors: [{ path: "writes_to" }] },
    });
    const strange = await postForm(choosing, to!, { blocks: "somebody@else.example" }, { cookie: host.cookie });
    expect(strange.body).toMatchObject({ problem: { errors: [{ path: "blocks" }] } });
    const none = await postForm(choosing, to!, {}, { cookie: host.cookie });
    expect(none.status).toBe(409);
    expect(await connectionsOf(host.owner.id)).toEqual([]);
  });

  it("takes new bookings, and being primary, from the calendar of another account that had them", async () => {
    const host = await onTheWayBack("google");
    const mine = { google: host.google.primary.id, microsoft: host.microsoft.defaultCalendar.id };
    for (const name of ["google", "microsoft"] as const) {
      const url = await leave(host.cookie, name);
      const { to } = await arrive(await consentAt(providers[name], url, { email: host.email }), name, host.cookie);
      const chosen = { blocks: mine[name], writes_to: mine[name], primary: mine[name] };
      expect((await postForm(choosing, to!, chosen, { cookie: host.cookie })).status).toBe(303);
    }
    const rows = await connectionsOf(host.owner.id);
    expect(rows.map((row) => [row.provider, row.createEvents, row.isPrimary]).sort()).toEqual([
      ["google", false, false],
      ["microsoft", true, true],
    ]);
  });

  it("keeps several accounts apart, and the same one as one", async () => {
    const host = await onTheWayBack("google");
    await arrive(host.back, "google", host.cookie);
    const other = google.addAccount({ email: `other-${host.email}` });
    for (const email of [other.email, host.email]) {
      await arrive(await consentAt(google, await leave(host.cookie, "google"), { email }), "google", host.cookie);
    }
    const emails = (await accountsOf(host.owner.id)).map((account) => account.email);
    expect(emails.sort()).toEqual([host.email, other.email].sort());
  });
});

describe("what comes back and is not taken", () => {
  const nothing = /Nothing was connected/;

  it.each([
    ["google", { deny: true }, /You did not say yes at Google/],
    ["microsoft", { deny: true }, /You did not say yes at Microsoft/],
    ["google", { scopes: ["openid", "email", "calendar.events"] }, /did not let us see the list of your calendars/],
    ["microsoft", { scopes: ["openid", "email", "User.Read"] }, /did not let us see and change your calendars/],
  ] as const)("%s %o: said in words, and nothing is kept", async (name, consent, words) => {
    const { owner, cookie, back } = await onTheWayBack(name, consent as never);
    const landed = await arrive(back, name, cookie);
    expect([landed.status, landed.to]).toEqual([303, "/booking/calendars"]);
    expect(landed.notice?.text).toMatch(words);
    expect(landed.notice?.text).toMatch(nothing);
    expect(await accountsOf(owner.id)).toEqual([]);
    expect(await db.select().from(oauthStates).where(eq(oauthStates.userId, owner.id))).toEqual([]);
  });

  it("a state is taken once, and by one of two who come at the same moment", async () => {
    const { owner, cookie, back } = await onTheWayBack("google");
    const landed = await Promise.all([arrive(back, "google", cookie), arrive(back, "google", cookie)]);
    expect(landed.map(({ notice }) => notice?.kind).sort()).toEqual(["ok", "stop"]);
    expect((await arrive(back, "google", cookie)).notice?.text).toMatch(/was used before/);
    expect(await accountsOf(owner.id)).toHaveLength(1);
  });

  it("another browser of the same host, another host, and nobody cannot end it, and it stays", async () => {
    const { owner, cookie, back } = await onTheWayBack("google");
    const elsewhere = await signIn(owner);
    const stranger = await signIn(await createUser());
    for (const other of [elsewhere.cookie, stranger.cookie, undefined]) {
      const landed = await arrive(back, "google", other);
      expect(landed.notice?.text).toMatch(nothing);
    }
    expect(await accountsOf(owner.id)).toEqual([]);
    expect((await arrive(back, "google", cookie)).notice?.kind).toBe("ok");
  });

  it("ends after ten minutes", async () => {
    const { owner, cookie, back } = await onTheWayBack("google");
    await db
      .update(oauthStates)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(oauthStates.userId, owner.id));
    expect((await arrive(back, "google", cookie)).notice?.text).toMatch(/longer than ten minutes/);
    expect(await accountsOf(owner.id)).toEqual([]);
  });

  it.each([
    "",
    "?state=x",
    "?code=x",
    "?state=x&code=y",
    "?error=access_denied",
    "?state=%00&code=%ff",
    "?error=x&state=y",
  ])("an address with %j is answered in words", async (query) => {
    const { cookie } = await hostWithMailboxes(providers);
    const at = new URL(`http://localhost:3000/api/v1/booking/calendars/callback/google${query}`);
    const landed = await arrive(at, "google", cookie);
    expect([landed.status, landed.to, landed.notice?.kind]).toEqual([303, "/booking/calendars", "stop"]);
  });

  it("a code of the other provider, a broken one, and a silent provider leave nothing", async () => {
    for (const [fault, words] of [
      [{ status: 400, reason: "invalid_grant" }, /did not accept its own answer/],
      [{ status: 503 }, /does not answer at the moment/],
      [{ status: 401, reason: "invalid_client" }, /this instance's own registration/],
    ] as const) {
      const { owner, cookie, back } = await onTheWayBack("google");
      google.fail("token", fault, 5);
      const landed = await arrive(back, "google", cookie);
      expect(landed.notice?.text).toMatch(words);
      expect(await accountsOf(owner.id)).toEqual([]);
      reset();
    }
  });
});

describe("an account that is connected again", () => {
  it("must be the same one", async () => {
    const host = await onTheWayBack("google");
    await arrive(host.back, "google", host.cookie);
    const [before] = await accountsOf(host.owner.id);
    const other = google.addAccount({ email: `other-${host.email}` });
    const url = await leave(host.cookie, "google", { account: before!.id });
    expect(new URL(url).searchParams.get("login_hint")).toBe(host.email);
    const landed = await arrive(await consentAt(google, url, { email: other.email }), "google", host.cookie);
    expect(landed.notice?.text).toContain(`as ${other.email}, and it is ${host.email}`);
    expect(await accountsOf(host.owner.id)).toEqual([before]);
  });

  it("is nobody else's", async () => {
    const host = await onTheWayBack("google");
    await arrive(host.back, "google", host.cookie);
    const [account] = await accountsOf(host.owner.id);
    const stranger = await hostWithMailboxes(providers);
    for (const id of [account!.id, "x", "00000000-0000-4000-8000-000000000000"]) {
      const page = await import("~/routes/booking.calendars.connect.$provider");
      const answer = await postForm(
        page,
        "/booking/calendars/connect/google",
        { account: id },
        {
          cookie: stranger.cookie,
          params: { provider: "google" },
        },
      );
      expect((await noticeOf(answer))?.text).toBe("That account is not connected any more.");
    }
    expect((await get(choosing, `/booking/calendars/callback?account=${account!.id}`, stranger)).status).toBe(404);
  });
});

it("a new sign-in at Microsoft that its administrator must allow is said in words", async () => {
  const host = await hostWithMailboxes(providers);
  microsoft.consent({ email: host.email, deny: "admin_needed" });
  const answer = await fetch(await leave(host.cookie, "microsoft"), { redirect: "manual" });
  const landed = await arrive(new URL(answer.headers.get("Location")!), "microsoft", host.cookie);
  expect(landed.notice?.text).toMatch(/Nothing was connected/);
});
