import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~db/client";
import type { calendarConnections } from "~db/schema";
import { calendarChannels } from "~db/schema";
import { hashToken } from "~/domain/tokens.server";
import * as google from "~/routes/api.v1.calendar-notices.google";
import * as microsoft from "~/routes/api.v1.calendar-notices.microsoft._index";
import * as lifecycle from "~/routes/api.v1.calendar-notices.microsoft.lifecycle";
import { createConnection, createWorkspace, unique } from "../../support/factories";
import { callApi } from "../../support/requests";

const secret = "what-only-the-provider-knows";
const path = "/api/v1/calendar-notices";

beforeEach(() => db.execute(sql`delete from graphile_worker._private_jobs`));

async function channel(provider: "google" | "microsoft", given: Partial<typeof calendarConnections.$inferInsert> = {}) {
  const { workspace, owner } = await createWorkspace();
  const connection = await createConnection(workspace, owner, { provider, ...given });
  const values = { workspaceId: workspace.id, connectionId: connection.id, secretHash: hashToken(secret) };
  const open = { providerChannelId: unique(), resourceId: provider === "google" ? unique() : null };
  const [row] = await db
    .insert(calendarChannels)
    .values({ ...values, ...open, expiresAt: new Date(Date.now() + 86_400_000) })
    .returning();
  return { channelId: row!.providerChannelId!, resourceId: row!.resourceId!, connection };
}

const jobs = async () =>
  (await db.execute(sql`select key from graphile_worker.jobs order by key`)).map(({ key }) => key as string);

type Channel = { channelId: string; resourceId: string };
const fromGoogle = ({ channelId, resourceId }: Channel, headers: Record<string, string> = {}) =>
  callApi(google, "POST", `${path}/google`, {
    headers: {
      "X-Goog-Channel-ID": channelId,
      "X-Goog-Channel-Token": secret,
      "X-Goog-Resource-ID": resourceId,
      "X-Goog-Resource-State": "exists",
      "X-Goog-Message-Number": "3",
      ...headers,
    },
  });
const item = ({ channelId }: Channel, more: object = {}) => ({
  subscriptionId: channelId,
  clientState: secret,
  changeType: "updated",
  ...more,
});
const fromMicrosoft = (value: unknown, route: typeof microsoft = microsoft) =>
  callApi(route, "POST", `${path}/microsoft`, { body: { value } });

describe("a notice of a change", () => {
  it("has its calendar read", async () => {
    const [one, other] = [await channel("google"), await channel("microsoft")];
    expect((await fromGoogle(one)).status).toBe(202);
    expect((await fromMicrosoft([item(other)])).status).toBe(202);
    expect(await jobs()).toEqual([one, other].map(({ connection }) => `sync/${connection.id}`).sort());
  });

  it("of many channels at once has each of them read, once", async () => {
    const all = await Promise.all([channel("microsoft"), channel("microsoft"), channel("microsoft")]);
    await fromMicrosoft([...all, ...all].map((each) => item(each)));
    expect(await jobs()).toEqual(all.map(({ connection }) => `sync/${connection.id}`).sort());
  });

  it("of a calendar that is not to be read changes nothing", async () => {
    await fromGoogle(await channel("google", { syncEnabled: false }));
    expect(await jobs()).toEqual([]);
  });

  it("needs no more than a channel's first word, which tells of none", async () => {
    await fromGoogle(await channel("google"), { "X-Goog-Resource-State": "sync" });
    expect(await jobs()).toEqual([]);
  });

  it("needs no cookie, and is heard from wherever it says that it comes", async () => {
    const one = await channel("google");
    const answer = await fromGoogle(one, { Origin: "https://www.google.com", "Sec-Fetch-Site": "cross-site" });
    expect([answer.status, (await jobs()).length]).toEqual([202, 1]);
  });
});

describe("a forged notice is answered like any other, and changes nothing", () => {
  it("from Google", async () => {
    const one = await channel("google");
    const theirs = await channel("microsoft");
    const answers = [
      await fromGoogle(one, { "X-Goog-Channel-Token": "a guess" }),
      await fromGoogle(one, { "X-Goog-Channel-Token": hashToken(secret) }),
      await fromGoogle({ ...one, resourceId: "another" }),
      await fromGoogle({ ...one, channelId: "unknown" }),
      await fromGoogle({ ...one, channelId: "x".repeat(5000) }),
      await fromGoogle({ channelId: theirs.channelId, resourceId: "any" }),
      await callApi(google, "POST", `${path}/google`),
    ];
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [202, ""]));
    expect(await jobs()).toEqual([]);
  });

  it("from Microsoft", async () => {
    const one = await channel("microsoft");
    const theirs = await channel("google");
    const values = [
      [item(one, { clientState: "a guess" })],
      [item(one, { clientState: null })],
      [item(one, { clientState: 7 })],
      [item({ ...one, channelId: "unknown" })],
      [item(theirs)],
      [null, 7, "x", {}, [item(one, { clientState: "a guess" })]],
      "nothing",
      Array.from({ length: 1001 }, () => item(one)),
    ];
    for (const value of values) expect((await fromMicrosoft(value)).status).toBe(202);
    expect((await callApi(microsoft, "POST", `${path}/microsoft`, { body: "{" })).status).toBe(202);
    const gone = { lifecycleEvent: "subscriptionRemoved", clientState: "a guess" };
    expect((await fromMicrosoft([item(one, gone)], lifecycle)).status).toBe(202);
    expect(await jobs()).toEqual([]);
    const rows = await db.select().from(calendarChannels).where(eq(calendarChannels.providerChannelId, one.channelId));
    expect(rows).toHaveLength(1);
  });

  it("whose names cannot be anybody's is passed over, and the others beside it count", async () => {
    const known = await channel("microsoft");
    const odd = { subscriptionId: "\u0000", clientState: secret };
    for (const route of [microsoft, lifecycle])
      expect((await fromMicrosoft([odd, item(known)], route)).status).toBe(202);
    expect(await jobs()).toEqual([`sync/${known.connection.id}`]);
  });

  it("which is too long is not read to its end by us", async () => {
    const body = JSON.stringify({ value: [], padding: "x".repeat(1024 * 1024) });
    expect((await callApi(microsoft, "POST", `${path}/microsoft`, { body })).status).toBe(413);
  });
});

describe("the word that Microsoft wants to hear again", () => {
  const hello = (word: string, route: typeof microsoft = microsoft) =>
    callApi(route, "POST", `${path}/microsoft?validationToken=${encodeURIComponent(word)}`, {
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });

  it.each([
    ["changes", microsoft],
    ["lifecycle", lifecycle],
  ])("is said back as plain text at the address for %s", async (_, route) => {
    const word = "Validation: Testing <b>reachability</b> + & é for Request-Id: 1";
    const { status, headers, text } = await hello(word, route);
    expect([status, text]).toEqual([200, word]);
    expect(headers.get("Content-Type")).toMatch(/^text\/plain/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  it("is not, where it is longer than any", async () => {
    expect((await hello("x".repeat(5000))).status).toBe(400);
  });
});
