import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

process.env.OAUTH_REDIRECTS = "https://app.example/done,http://localhost:5173/callback";
const providers = await startProviders();
const { google, reset, stop } = providers;
const { accountsOf, arrive, consentAt, hostWithMailboxes, leave } = await import("../../support/connecting");
const { addMember, createUser, createWorkspace, signIn } = await import("../../support/factories");
const { callApi } = await import("../../support/requests");
const connect = await import("~/routes/api.v1.workspaces.$ws.booking.calendars.connect.$provider");
const list = await import("~/routes/api.v1.workspaces.$ws.booking.calendars._index");
const one = await import("~/routes/api.v1.workspaces.$ws.booking.calendars.$id._index");
const authUrl = await import("~/routes/api.v1.calendar.$provider.auth-url");
const exchange = await import("~/routes/api.v1.calendar.$provider.exchange-token");
const { db } = await import("~db/client");
const { calendarConnections } = await import("~db/schema");

type Begun = { auth_url: string; state: string };

beforeEach(reset);
afterAll(stop);

/** Begun by a program in the name of a host, who has said yes. */
async function begun(name: "google" | "microsoft" = "google") {
  const host = await hostWithMailboxes(providers);
  const params = { ws: host.workspace.slug, provider: name };
  const { body } = await callApi<Begun>(connect, "GET", "/", { token: host.token, params });
  const back = await consentAt(providers[name], body.auth_url, { email: host.email });
  const answer = { code: back.searchParams.get("code")!, state: body.state };
  return { ...host, params, back, answer };
}

describe("connecting by a program", () => {
  it.each(["google", "microsoft"] as const)(
    "at %s brings a connection of the account's main calendar",
    async (name) => {
      const { token, params, answer, email, workspace, owner } = await begun(name);
      const made = await callApi(connect, "POST", "/", { token, params, body: answer });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({
        provider: name,
        account_email: email,
        is_primary: true,
        sync_enabled: true,
        check_conflicts: true,
        create_events: true,
        needs_reconnect: false,
        events_held: 0,
        last_error: null,
      });
      const id = String(made.body.id);
      expect(made.headers.get("Location")).toBe(`/api/v1/workspaces/${workspace.slug}/booking/calendars/${id}`);
      const at = { token, params: { ws: workspace.id, id } };
      expect((await callApi(one, "GET", "/", at)).body).toEqual(made.body);
      const listed = await callApi(list, "GET", "/", { token, params: { ws: workspace.slug } });
      expect(listed.body).toEqual({ items: [made.body], total: 1, limit: 20, offset: 0 });
      const [account] = await accountsOf(owner.id);
      for (const secret of [account!.accessToken!, account!.refreshToken!]) expect(made.text).not.toContain(secret);
      expect(made.text).not.toMatch(/access_token|refresh_token/);
    },
  );

  it("takes a state once, from its own user, in its own workspace, at its own provider", async () => {
    const { token, params, answer, owner } = await begun();
    const stranger = await signIn(await createUser());
    const elsewhere = (await createWorkspace({ owner })).workspace;
    const wrong = [
      { token: stranger.token, params, status: 404 },
      { token, params: { ...params, provider: "microsoft" }, status: 400 },
      { token, params: { ...params, provider: "icloud" }, status: 404 },
    ];
    for (const { status, ...call } of wrong) {
      expect((await callApi(connect, "POST", "/", { ...call, body: answer })).status).toBe(status);
    }
    expect((await callApi(connect, "POST", "/", { token, params, body: answer })).status).toBe(201);
    const again = await callApi(connect, "POST", "/", { token, params, body: answer });
    expect([again.status, again.body.type]).toEqual([400, "about:blank"]);
    const other = await begun();
    const misplaced = { token: other.token, params: { ...other.params, ws: elsewhere.slug }, body: other.answer };
    expect((await callApi(connect, "POST", "/", misplaced)).status).toBe(404);
  });

  it("is refused in the one shape where the code is wrong, and keeps nothing", async () => {
    const { token, params, answer, owner } = await begun();
    const refused = await callApi(connect, "POST", "/", { token, params, body: { ...answer, code: "wrong" } });
    expect([refused.status, refused.headers.get("Content-Type")]).toEqual([400, "application/problem+json"]);
    expect(await accountsOf(owner.id)).toEqual([]);
    const bodies = [{}, { code: "x" }, { code: 1, state: 2 }, { ...answer, extra: 1 }, { code: "", state: "" }];
    for (const body of bodies) expect((await callApi(connect, "POST", "/", { token, params, body })).status).toBe(400);
  });

  it("connects no second time what is connected, and takes new events from no other calendar", async () => {
    const host = await begun();
    const first = await callApi(connect, "POST", "/", { token: host.token, params: host.params, body: host.answer });
    for (const name of ["google", "microsoft"] as const) {
      const params = { ...host.params, provider: name };
      const { body } = await callApi<Begun>(connect, "GET", "/", { token: host.token, params });
      const back = await consentAt(providers[name], body.auth_url, { email: host.email });
      const answer = { code: back.searchParams.get("code"), state: body.state };
      const made = await callApi(connect, "POST", "/", { token: host.token, params, body: answer });
      if (name === "google") expect(made.body.id).toBe(first.body.id);
      else expect(made.body).toMatchObject({ create_events: false, is_primary: false, check_conflicts: true });
    }
  });

  it("gives new events to one of two calendars that are connected at the same moment", async () => {
    const host = await begun();
    const params = { ...host.params, provider: "microsoft" };
    const { body } = await callApi<Begun>(connect, "GET", "/", { token: host.token, params });
    const back = await consentAt(providers.microsoft, body.auth_url, { email: host.email });
    const other = { code: back.searchParams.get("code"), state: body.state };
    const made = await Promise.all([
      callApi(connect, "POST", "/", { token: host.token, params: host.params, body: host.answer }),
      callApi(connect, "POST", "/", { token: host.token, params, body: other }),
    ]);
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    expect(made.map(({ body }) => body.create_events).sort()).toEqual([false, true]);
    expect(made.map(({ body }) => body.is_primary).sort()).toEqual([false, true]);
  });

  it("may end in the browser of that user, and in nobody else's", async () => {
    const { back, owner, cookie } = await begun();
    const stranger = await signIn(await createUser());
    for (const other of [stranger.cookie, undefined]) {
      const landed = await arrive(back, "google", other);
      expect([landed.status, landed.to]).toEqual([200, null]);
      expect(landed.text).toMatch(/Go back to the app/);
    }
    expect(await accountsOf(owner.id)).toEqual([]);
    expect((await arrive(back, "google", cookie)).to).toMatch(/^\/booking\/calendars\/callback\?account=/);
  });

  it("cannot end what a browser began", async () => {
    const { cookie, token, email, workspace, owner } = await hostWithMailboxes(providers);
    const back = await consentAt(google, await leave(cookie, "google"), { email });
    const answer = { code: back.searchParams.get("code"), state: back.searchParams.get("state") };
    const params = { ws: workspace.slug, provider: "google" };
    expect((await callApi(connect, "POST", "/", { token, params, body: answer })).status).toBe(400);
    expect(await accountsOf(owner.id)).toEqual([]);
  });
});

describe("CultureBridge's calls", () => {
  const ask = (token: string, redirect: string, provider = "google", more = "") =>
    callApi<Begun>(authUrl, "GET", `/?redirect_uri=${encodeURIComponent(redirect)}${more}`, {
      token,
      params: { provider },
    });

  it.each(["google", "outlook"] as const)(
    "%s: the client's own address, and a connection without its tokens",
    async (name) => {
      const fake = name === "google" ? providers.google : providers.microsoft;
      const address = name === "google" ? "http://localhost:5173/callback" : "https://app.example/done";
      const { token, email, owner } = await hostWithMailboxes(providers);
      const { body } = await ask(token, address, name);
      const back = await consentAt(fake, body.auth_url, { email });
      expect(back.origin + back.pathname).toBe(address);
      const answer = { code: back.searchParams.get("code"), state: body.state };
      const made = await callApi(exchange, "POST", "/", { token, params: { provider: name }, body: answer });
      expect(made.status).toBe(200);
      const [row] = await db.select().from(calendarConnections).where(eq(calendarConnections.userId, owner.id));
      expect(made.body).toEqual({
        connection_id: row!.id,
        token_type: "Bearer",
        expires_in: expect.any(Number) as number,
      });
      expect(made.body.expires_in).toBeGreaterThan(3000);
    },
  );

  it("sends nobody to an address that the operator does not list", async () => {
    const { token } = await hostWithMailboxes(providers);
    for (const address of [
      "https://evil.example/done",
      "https://app.example/done/",
      "http://localhost:3000/",
      "x",
      "",
    ]) {
      const refused = await ask(token, address);
      expect([address, refused.status]).toEqual([address, 400]);
      expect(refused.body).toMatchObject({ errors: [{ path: "redirect_uri" }] });
    }
    const missing = await callApi(authUrl, "GET", "/", { token, params: { provider: "google" } });
    expect(missing.status).toBe(400);
    expect((await ask(token, "https://app.example/done", "microsoft")).status).toBe(404);
  });

  it("a client connects a calendar too, which is written to and neither read nor counted as busy", async () => {
    const { workspace } = await createWorkspace();
    const client = await addMember(workspace, { role: "client" });
    const { token } = await signIn(client);
    google.addAccount({ email: client.email });
    const { body } = await ask(token, "http://localhost:5173/callback");
    const back = await consentAt(google, body.auth_url, { email: client.email });
    const answer = { code: back.searchParams.get("code"), state: body.state };
    expect((await callApi(exchange, "POST", "/", { token, params: { provider: "google" }, body: answer })).status).toBe(
      200,
    );
    const [row] = await db.select().from(calendarConnections).where(eq(calendarConnections.userId, client.id));
    expect(row).toMatchObject({ createEvents: true, syncEnabled: false, checkConflicts: false });
  });

  it("acts in the caller's own workspace, in a named one that is theirs, and says so where there is none", async () => {
    const { token, workspace } = await hostWithMailboxes(providers);
    const other = (await createWorkspace()).workspace;
    expect((await ask(token, "https://app.example/done", "google", `&workspace=${workspace.slug}`)).status).toBe(200);
    expect((await ask(token, "https://app.example/done", "google", `&workspace=${other.slug}`)).status).toBe(404);
    const alone = await signIn(await createUser());
    expect((await ask(alone.token, "https://app.example/done")).status).toBe(409);
  });
});
