import { describe, expect, it } from "vitest";
import * as login from "~/routes/api.v1.auth.login";
import * as logout from "~/routes/api.v1.auth.logout";
import * as register from "~/routes/api.v1.auth.register";
import * as me from "~/routes/api.v1.me";
import { addMember, createUser, createWorkspace, signIn, unique } from "../../support/factories";
import { callApi } from "../../support/requests";

type SignedIn = { user: Record<string, unknown>; access_token: string; token_type: string; expires_in: number };
type Problem = { title: string; status: number; detail: string; errors?: { path: string; message: string }[] };

const password = "correct horse battery";

describe("POST /auth/register", () => {
  it("answers 201 with the user and a token that works", async () => {
    const email = `Ada-${unique()}@Example.com`;
    const answer = await post<SignedIn>(register, { name: "Ada", email, password, timezone: "Asia/Kolkata" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([201, "/api/v1/me"]);
    expect(answer.body).toMatchObject({ token_type: "Bearer", expires_in: 86_400 });
    expect(Object.keys(answer.body.user).sort()).toEqual(
      [
        "created_at",
        "default_workspace_id",
        "email",
        "email_verified",
        "id",
        "is_super_admin",
        "name",
        "timezone",
      ].sort(),
    );
    expect(answer.body.user).toMatchObject({ email, timezone: "Asia/Kolkata", email_verified: false });
    const own = await callApi(me, "GET", "/api/v1/me", { token: answer.body.access_token });
    expect(own.body).toEqual(answer.body.user);
    expect(answer.text).not.toContain("argon2");
  });

  it("answers 409 for an address that is taken", async () => {
    const { email } = await createUser();
    const answer = await post(register, { name: "Ada", email: email.toUpperCase(), password, timezone: "UTC" });
    expect(answer.status).toBe(409);
  });

  it.each([
    ["password", { password: "too short" }],
    ["email", { email: "ada@example,com" }],
    ["timezone", { timezone: "Mars/Base" }],
    ["name", { name: " \n " }],
    ["name", { name: "\ud800" }],
  ])("answers 400 and names a wrong %s", async (path, wrong) => {
    const given = { name: "Ada", email: `ada-${unique()}@example.com`, password, timezone: "UTC", ...wrong };
    const answer = await post<Problem>(register, given);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, path]);
  });

  it("refuses a field that it does not know, by its name", async () => {
    const answer = await post<Problem>(register, {
      name: "Ada",
      email: "a@example.com",
      password,
      timezone: "UTC",
      is_super_admin: true,
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("is_super_admin");
  });

  it("answers 405 to GET, and 415 to a form", async () => {
    const get = await callApi(register, "GET", "/api/v1/auth/register");
    expect([get.status, get.headers.get("Allow")]).toEqual([405, "POST"]);
    const form = { headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: "name=Ada" };
    expect((await callApi(register, "POST", "/api/v1/auth/register", form)).status).toBe(415);
  });
});

describe("POST /auth/login", () => {
  it("answers 200 with a token", async () => {
    const user = await createUser({ password });
    const answer = await post<SignedIn>(login, { email: user.email, password });
    expect([answer.status, answer.body.user.id]).toEqual([200, user.id]);
  });

  it("answers 401 in the same words whatever is wrong", async () => {
    const user = await createUser({ password });
    const bodies = [
      { email: user.email, password: "wrong" },
      { email: user.email, password: "" },
      { email: "nobody@example.com", password },
      { email: "not an address", password },
    ];
    const answers = [];
    for (const body of bodies) answers.push(await post<Problem>(login, body));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { detail: "Email address or password is not right." } });
  });
});

describe("POST /auth/logout", () => {
  it("ends the token that was used, and no other", async () => {
    const user = await createUser();
    const [first, second] = [await signIn(user), await signIn(user)];
    expect((await callApi(logout, "POST", "/api/v1/auth/logout", { token: first.token })).status).toBe(204);
    expect((await callApi(me, "GET", "/api/v1/me", { token: first.token })).status).toBe(401);
    expect((await callApi(me, "GET", "/api/v1/me", { token: second.token })).status).toBe(200);
  });

  it("ends the cookie's session, and takes the cookie away, but not for another site", async () => {
    const { cookie } = await signIn(await createUser());
    const foreign = { cookie, headers: { "Sec-Fetch-Site": "cross-site" } };
    expect((await callApi(logout, "POST", "/api/v1/auth/logout", foreign)).status).toBe(403);
    const answer = await callApi(logout, "POST", "/api/v1/auth/logout", { cookie });
    expect([answer.status, answer.headers.get("Set-Cookie")]).toEqual([204, expect.stringContaining("Max-Age=0")]);
    expect((await callApi(me, "GET", "/api/v1/me", { cookie })).status).toBe(401);
  });
});

describe("/me", () => {
  it("needs a token", async () => {
    const answer = await callApi(me, "GET", "/api/v1/me");
    expect([answer.status, answer.headers.get("WWW-Authenticate")]).toEqual([401, "Bearer"]);
  });

  it("changes what is given", async () => {
    const user = await createUser();
    const { workspace } = await createWorkspace();
    await addMember(workspace, { user });
    const { token } = await signIn(user);
    const patch = (body: unknown) => callApi(me, "PATCH", "/api/v1/me", { token, body });
    expect((await patch({ name: "Ada L." })).body).toMatchObject({ name: "Ada L.", timezone: user.timezone });
    expect((await patch({ default_workspace_id: workspace.id })).body).toMatchObject({
      default_workspace_id: workspace.id,
    });
    expect((await patch({ timezone: "Asia/Tokyo" })).body).toMatchObject({
      name: "Ada L.",
      default_workspace_id: workspace.id,
    });
    expect((await patch({ default_workspace_id: null })).body).toMatchObject({ default_workspace_id: null });
    expect((await patch({})).status).toBe(200);
  });

  it("refuses a workspace of others as the default one, and fields that are not one's to change", async () => {
    const { token } = await signIn(await createUser());
    const { workspace } = await createWorkspace();
    const body = { default_workspace_id: workspace.id };
    expect((await callApi(me, "PATCH", "/api/v1/me", { token, body })).status).toBe(400);
    for (const body of [{ is_super_admin: true }, { email: "other@example.com" }, { id: unique() }]) {
      expect((await callApi(me, "PATCH", "/api/v1/me", { token, body })).status).toBe(400);
    }
  });
});

function post<Body = Problem>(route: Parameters<typeof callApi>[0], body: unknown) {
  return callApi<Body>(route, "POST", "/api/v1/auth", { body });
}
