import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureBuild } from "../../../app/server/build";
import { createEventType, createWorkspace } from "../../support/factories";
import { startProcess, type Running } from "../../support/processes";

const node = [process.execPath, "--import", "tsx", "server.ts"];
let servers: Running[] = [];

beforeAll(async () => {
  ensureBuild();
  servers = await Promise.all([1, 2].map(() => startProcess([...node, "web"], {})));
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
});

describe("several web processes on one database", () => {
  it("let one of a hundred simultaneous bookings win, and offer the others the next times", async () => {
    const { workspace, owner } = await createWorkspace();
    const eventType = await createEventType(workspace, { owner });
    const start = nextMonday();
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, i) => {
        const path = `/api/v1/public/book/${workspace.slug}/${eventType.slug}/book`;
        const response = await fetch(servers[i % 2]!.url + path, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ start, timezone: "UTC", name: `Person ${i}`, email: `person${i}@example.com` }),
        });
        return {
          status: response.status,
          body: (await response.json()) as { code?: string; alternatives?: unknown[] },
        };
      }),
    );
    const refused = answers.filter((answer) => answer.status === 409);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(refused).toHaveLength(99);
    expect(refused.every(({ body }) => body.code === "slot_unavailable" && body.alternatives!.length > 0)).toBe(true);
  });
});

describe("the web server", () => {
  const ask = (path: string, init: RequestInit = {}) => fetch(servers[0]!.url + path, { redirect: "manual", ...init });

  it("sends a policy that allows no inline script and no inline style", async () => {
    const response = await ask("/login");
    const policy = response.headers.get("Content-Security-Policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe-inline");
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    const html = await response.text();
    for (const script of html.match(/<script[^>]*>/g) ?? []) expect(script).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("X-Request-Id")).toBeTruthy();
  });

  it("hands out the files of public, those in its folders too, and the page that is called like a folder", async () => {
    const types = ["/favicon.svg", "/help/why-light.webp", "/help"].map(async (path) => {
      const response = await ask(path);
      return [response.status, response.headers.get("Content-Type")?.split(";")[0]];
    });
    expect(await Promise.all(types)).toEqual([
      [200, "image/svg+xml"],
      [200, "image/webp"],
      [200, "text/html"],
    ]);
    expect((await ask("/help/why-light.gif")).status).toBe(404);
  });

  it("answers odd paths with 4xx", async () => {
    for (const path of [
      "/%ff",
      "/book/%00",
      "/book/%",
      "/nowhere",
      "/api/v1/nowhere",
      "/v2/nowhere",
      "/book/a/b/c/d/e",
      "//evil.example",
    ]) {
      const response = await ask(path);
      expect([path, response.status >= 400 && response.status < 500]).toEqual([path, true]);
    }
  });

  it("speaks the API's words where no route sees the request", async () => {
    const refusal = async (path: string, method = "GET") => {
      const response = await ask(path, { method });
      expect(response.headers.get("Content-Type")).toMatch("application/problem+json");
      expect(await response.json()).toMatchObject({ type: "about:blank", status: response.status });
      return [response.status, response.headers.get("Allow")];
    };
    expect(await refusal("/api/v1/workspaces/%ff")).toEqual([400, null]);
    expect(await refusal("/api/v1/me", "PROPFIND")).toEqual([405, "GET, POST, PATCH, DELETE"]);
  });

  it("speaks the words of /v2 there, too, and Cal.com's to whoever sends a version of it", async () => {
    const code = async (path: string, headers = {}) => {
      const response = await ask(path, { headers });
      const { status, error } = (await response.json()) as { status: string; error: { code: string } };
      return [response.status, status, error.code];
    };
    expect(await code("/v2/bookings/%ff")).toEqual([400, "error", "invalid_request"]);
    const cal = { "cal-api-version": "2024-08-13" };
    expect(await code("/v2/bookings/%ff", cal)).toEqual([400, "error", "BadRequestException"]);
    expect(await code("/v2/nowhere")).toEqual([404, "error", "not_found"]);
    expect(await code("/v2/nowhere", cal)).toEqual([404, "error", "NotFoundException"]);
  });

  it("refuses a body of more than one MiB, and one that is no JSON", async () => {
    const post = (body: string, type = "application/json") =>
      ask("/api/v1/auth/login", { method: "POST", headers: { "Content-Type": type }, body });
    expect((await post(JSON.stringify({ email: "x".repeat(1_200_000), password: "x" }))).status).toBe(413);
    expect((await post("{")).status).toBe(400);
    expect((await post("email=x", "application/x-www-form-urlencoded")).status).toBe(415);
  });

  it("refuses a form that another site sent", async () => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded", Origin: "https://evil.example" };
    const response = await ask("/login", { method: "POST", headers, body: "email=a&password=b" });
    expect(response.status).toBe(403);
  });

  it("stops by itself after SIGTERM, and ends what runs first", async () => {
    const server = await startProcess([...node, "web"], {});
    const answers = Array.from({ length: 5 }, () =>
      fetch(`${server.url}/login`).then(
        ({ status }) => status,
        () => "refused",
      ),
    );
    await fetch(`${server.url}/healthz`);
    expect(await server.stop("SIGTERM")).toBe(0);
    for (const answer of await Promise.all(answers)) expect([200, "refused"]).toContain(answer);
  });

  it("also runs under remix-serve", async () => {
    const serve = ["node_modules/.bin/remix-serve", "build/index.js"];
    const plain = await startProcess(serve, { HOST: "127.0.0.1" });
    try {
      const response = await fetch(`${plain.url}/login`);
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    } finally {
      await plain.stop("SIGTERM");
    }
  });
});

describe("a wrong setting", () => {
  const refusal = (environment: Record<string, string>, role: string[] = []) =>
    startProcess([...node, ...role], environment).then(
      () => "started",
      (error: Error) => error.message,
    );

  it("stops the start and is named", async () => {
    expect(await refusal({ LOG_LEVEL: "loud" })).toMatch(/LOG_LEVEL is wrong/);
    expect(await refusal({ SESSION_SECRET: "" })).toMatch(/SESSION_SECRET is missing/);
    expect(await refusal({ ENCRYPTION_KEYS: "k1:short" })).toMatch(/ENCRYPTION_KEYS is wrong/);
    expect(await refusal({ DATABASE_URL: "" }, ["web"])).toMatch(/DATABASE_URL is missing/);
  }, 60_000);
});

/** Monday of the week after next, 10:00 UTC: inside the factories' office hours in any season. */
function nextMonday() {
  const day = 86_400_000;
  const today = Math.floor(Date.now() / day);
  const monday = today + 7 + ((7 - ((today + 3) % 7)) % 7);
  return new Date(monday * day + 10 * 3_600_000).toISOString();
}
