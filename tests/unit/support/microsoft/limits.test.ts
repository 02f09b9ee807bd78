import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeMicrosoft, startFakeMicrosoft } from "../../../support/microsoft";
import { graphOf, oneHour } from "./graph-call";

const microsoft: FakeMicrosoft = await startFakeMicrosoft();
afterAll(() => microsoft.stop());

const email = "maya@contoso.example";

describe("a mailbox's limits", () => {
  let graph: ReturnType<typeof graphOf>;

  beforeEach(() => {
    microsoft.reset();
    microsoft.addAccount({ email });
    microsoft.addAccount({ email: "omar@contoso.example" });
    graph = graphOf(microsoft, email);
  });

  const atOnce = (count: number) => Promise.all(Array.from({ length: count }, () => graph("/me/calendars")));

  it("let four calls through at once, and count how many there were", async () => {
    microsoft.latency = 500;
    expect((await atOnce(4)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(microsoft.mostConcurrent(email)).toBe(4);
    const six = await atOnce(6);
    const refused = six.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(refused[0]?.headers.get("retry-after")).toBe("1");
    expect(refused[0]?.body.error.message).toContain("MailboxConcurrency");
    expect(microsoft.mostConcurrent("omar@contoso.example")).toBe(0);
    expect((await graph("/me/calendars")).status).toBe(200);
  });

  it("let so many calls through in ten minutes", async () => {
    microsoft.quota.calls = 2;
    await graph("/me/calendars");
    await graph("/me/calendars");
    const { status, headers } = await graph("/me/calendars");
    expect([status, Number(headers.get("retry-after"))]).toEqual([429, 600]);
    expect((await graph("/me")).status).toBe(200);
    microsoft.clock.advance(600_001);
    expect((await graph("/me/calendars")).status).toBe(200);
  });

  it("are told in codes and inner errors of either spelling", async () => {
    const keys = async () => Object.keys((await graph("/me/events/none")).body.error).at(-1);
    expect([await keys(), await keys()].sort()).toEqual(["innerError", "innererror"]);
    microsoft.casing = "lower";
    expect((await graph("/me/events/none")).body.error.code).toBe("errorItemNotFound");
    const id = "0f0f0f0f-0000-4000-8000-000000000000";
    const { headers, body } = await graph("/me/events/none", { headers: { "client-request-id": id } });
    expect([headers.get("client-request-id"), body.error.innererror["client-request-id"]]).toEqual([id, id]);
  });
});

describe("scripted faults", () => {
  let graph: ReturnType<typeof graphOf>;
  let calendar: ReturnType<FakeMicrosoft["addAccount"]>["defaultCalendar"];

  beforeEach(() => {
    microsoft.reset();
    calendar = microsoft.addAccount({ email }).defaultCalendar;
    graph = graphOf(microsoft, email);
  });

  const create = () => graph("/me/events", { body: oneHour });

  it("befall as many calls as they should, in Graph's own form", async () => {
    microsoft.fail("events.create", { status: 503, retryAfter: 7 }, 2);
    const { status, headers, body } = await create();
    expect([status, headers.get("retry-after"), body.error.code.toLowerCase()]).toEqual([503, "7", "errorserverbusy"]);
    expect(headers.get("request-id")).toBeTruthy();
    expect((await create()).status).toBe(503);
    expect((await create()).status).toBe(201);
    microsoft.fail("calendars", { status: 404, code: "MailboxNotEnabledForRESTAPI" });
    expect((await graph("/me/calendars")).body.error.code).toBe("MailboxNotEnabledForRESTAPI");
    expect(() => microsoft.fail("events.creation", { status: 500 })).toThrow("events.create");
  });

  it("lose an answer after the deed", async () => {
    microsoft.fail("events.create", { kind: "lost_answer" });
    await expect(create()).rejects.toThrow("fetch failed");
    microsoft.fail("events.create", { kind: "lost_answer", status: 500 });
    expect((await create()).status).toBe(500);
    microsoft.fail("events.create", { kind: "timeout", ms: 20 });
    await expect(create()).rejects.toThrow("fetch failed");
    expect(calendar.events()).toHaveLength(3);
    microsoft.fail("events.create", { kind: "dropped" });
    await expect(create()).rejects.toThrow("fetch failed");
    expect(calendar.events()).toHaveLength(3);
  });

  it("break an answer, or make it late", async () => {
    microsoft.fail("calendars", { kind: "malformed" });
    await expect(graph("/me/calendars")).rejects.toThrow(SyntaxError);
    microsoft.fail("calendars", { kind: "slow", ms: 120 });
    const before = performance.now();
    expect((await graph("/me/calendars")).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(100);
  });

  it("are in OAuth's form at the token endpoint", async () => {
    microsoft.fail("token", { status: 401, code: "invalid_client" });
    const answer = await fetch(`${microsoft.env.MICROSOFT_LOGIN_URL}/common/oauth2/v2.0/token`, { method: "POST" });
    expect([answer.status, (await answer.json()).error]).toEqual([401, "invalid_client"]);
  });

  it("and everything else are forgotten at a reset", async () => {
    microsoft.fail("calendars", { status: 500 });
    microsoft.teams.mode = "never";
    microsoft.clock.advance(1e9);
    microsoft.reset();
    expect((await graph("/me/calendars")).status).toBe(401);
    expect([microsoft.teams.mode, microsoft.accounts.size, microsoft.complaints]).toEqual(["delayed", 0, []]);
    microsoft.addAccount({ email });
    expect((await graphOf(microsoft, email)("/me/calendars")).status).toBe(200);
  });

  it("leave a log that says who asked for what", async () => {
    await graph("/me/calendarView?startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-02T00:00:00Z");
    expect(microsoft.requests).toMatchObject([
      {
        method: "GET",
        path: "/v1.0/me/calendarView",
        route: "calendarView",
        query: { startDateTime: "2026-12-01T00:00:00Z" },
        account: email,
        status: 200,
      },
    ]);
    expect((await graph("/me/mailFolders")).status).toBe(400);
    expect(microsoft.complaints).toEqual(["GET /v1.0/me/mailFolders: there is no such address"]);
  });
});
