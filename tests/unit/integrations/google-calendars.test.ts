import { describe, expect, it } from "vitest";
import { googleProvider } from "~/integrations/google.server";
import { email, failureOf, hour, useGoogle, valueOf } from "./google-account";

const { google, provider, calls, access, account, env } = await useGoogle();

describe("the list of calendars", () => {
  it("tells what each is called and what we may do there", async () => {
    account().addCalendar({ id: "team", summary: "Team", accessRole: "reader", timeZone: "Asia/Tokyo" });
    account().addCalendar({
      id: "plain",
      summary: "",
      accessRole: "writerWithoutPrivateAccess",
      allowedConferenceSolutionTypes: [],
    });
    account().addCalendar({ id: "old", summary: "Old" });
    account().removeCalendar("old");
    expect(valueOf(await provider.listCalendars(access()))).toEqual([
      { id: email, name: email, timezone: "UTC", isPrimary: true, isWritable: true, conferences: ["google_meet"] },
      {
        id: "team",
        name: "Team",
        timezone: "Asia/Tokyo",
        isPrimary: false,
        isWritable: false,
        conferences: ["google_meet"],
      },
      { id: "plain", name: "plain", timezone: "UTC", isPrimary: false, isWritable: true, conferences: [] },
    ]);
    expect(google.complaints).toEqual([]);
  });

  it("calls each by one line that can be kept, however it is called there", async () => {
    account().addCalendar({ summary: "A\u0000\nB" });
    account().addCalendar({ summary: "🗓".repeat(3000) });
    const [, odd, long] = valueOf(await provider.listCalendars(access()));
    expect(odd!.name).toBe("A B");
    expect(long!.name.length).toBeLessThanOrEqual(200);
    expect(long!.name).toMatch(/^\u{1f5d3}+…$/u);
  });

  it("has more than a page", async () => {
    for (let count = 0; count < 5; count++) account().addCalendar({ summary: `Calendar ${count}` });
    google.pages.atMost = 2;
    expect(valueOf(await provider.listCalendars(access()))).toHaveLength(6);
  });

  it("needs a new consent where that scope was not granted", async () => {
    expect(failureOf(await provider.listCalendars(access(["calendar.events"])))).toMatchObject({ kind: "reconnect" });
  });
});

describe("why a call was refused", () => {
  it.each([
    [{ status: 401 }, "unauthorized"],
    [{ status: 403, reason: "userRateLimitExceeded" }, "later"],
    [{ status: 403, reason: "rateLimitExceeded" }, "later"],
    [{ status: 403, reason: "quotaExceeded" }, "later"],
    [{ status: 403, reason: "insufficientPermissions" }, "reconnect"],
    [{ status: 403, reason: "accessNotConfigured" }, "operator"],
    [{ status: 403, reason: "forbidden" }, "refused"],
    [{ status: 400, reason: "invalid" }, "refused"],
    [{ status: 404 }, "gone"],
    [{ status: 429 }, "later"],
    [{ status: 500 }, "later"],
    [{ status: 503 }, "later"],
    [{ kind: "dropped" } as const, "later"],
    [{ kind: "lost_answer" } as const, "later"],
    [{ kind: "malformed" } as const, "later"],
  ])("%j means %s", async (fault, kind) => {
    google.fail("calendarList.list", fault);
    const token = access();
    const failure = failureOf(await provider.listCalendars(token));
    expect(failure).toMatchObject({ kind, ...(kind === "later" && { mayHaveHappened: false }) });
    expect(failure.said).toMatch(/^Google /);
    expect(failure.said).not.toContain(token);
  });

  it("a used-up quota is not free again within minutes", async () => {
    google.fail("calendarList.list", { status: 403, reason: "quotaExceeded" });
    expect(failureOf(await provider.listCalendars(access()))).toMatchObject({ kind: "later", retryAfter: hour });
  });
});

describe("notices of changes", () => {
  const until = Date.now() + 24 * hour;
  const ask = { calendarId: email, channelId: "c0ffee", secret: "a-secret-of-notices", until };

  it("come to us until the channel ends or is stopped", async () => {
    const channel = valueOf(await provider.watch(access(), ask));
    expect(channel).toEqual({ channelId: "c0ffee", resourceId: expect.any(String) as string, expiresAt: until });
    expect(calls("events.watch")[0]!.body).toMatchObject({
      type: "web_hook",
      address: "https://meet.example.com/api/v1/calendar-notices/google",
    });
    expect(await provider.renew(access(), channel, until)).toBeNull();
    expect(valueOf(await provider.stop(access(), channel))).toBeNull();
    expect(valueOf(await provider.stop(access(), channel))).toBeNull();
  });

  it("end when Google wants them to", async () => {
    const channel = valueOf(await provider.watch(access(), { ...ask, until: Date.now() + 90 * 24 * hour }));
    expect(channel.expiresAt).toBeLessThan(Date.now() + 8 * 24 * hour);
  });

  it("need an address that Google takes, which no new token mends", async () => {
    const plain = googleProvider({ ...env, APP_URL: "http://meet.example.com" });
    expect(failureOf(await plain.watch(access(), ask)).kind).toBe("operator");
    google.fail("events.watch", {
      status: 401,
      reason: "push.webhookUrlUnauthorized",
      message: "Not a-secret-of-notices",
    });
    const failure = failureOf(await provider.watch(access(), ask));
    expect(failure.kind).toBe("operator");
    expect(failure.said).not.toContain(ask.secret);
  });
});
