import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { microsoftChanges } from "~/integrations/microsoft-changes.server";
import { createGraph } from "~/integrations/microsoft-graph.server";

/** What the server's pages have, beside a number. */
let parts: (page: number) => object = () => ({});
const asked: { url: string; prefer: string | undefined; authorization: string | undefined }[] = [];
const server = createServer(({ url, headers }, response) => {
  asked.push({ url: url!, prefer: headers.prefer as string | undefined, authorization: headers.authorization });
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ value: [asked.length], ...parts(asked.length) }));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
const root = `http://127.0.0.1:${port}/v1.0`;
const graph = createGraph(root);

beforeEach(() => void asked.splice(0));
afterAll(() => server.close());

const sentOn = { ok: false, failure: { kind: "refused", said: "Microsoft sent us on to somewhere else." } };

describe("links that Graph gives", () => {
  it("are followed as they are, and every call prefers the same", async () => {
    parts = (page) => (page < 3 ? { "@odata.nextLink": `${root}/me/x?$skiptoken=a%2Bb~${page}` } : {});
    expect(await graph.list("token", { path: "/me/x", query: { a: "b" } }, z.number())).toEqual({
      ok: true,
      value: [1, 2, 3],
    });
    expect(asked.map(({ url }) => url)).toEqual([
      "/v1.0/me/x?a=b",
      "/v1.0/me/x?$skiptoken=a%2Bb~1",
      "/v1.0/me/x?$skiptoken=a%2Bb~2",
    ]);
    expect(new Set(asked.map(({ prefer }) => prefer))).toEqual(
      new Set(['outlook.timezone="UTC", IdType="ImmutableId", odata.maxpagesize=200']),
    );
  });

  it.each([
    "https://graph.elsewhere.example/v1.0/me/x",
    `http://127.0.0.1:${port}@elsewhere.example/v1.0/me/x`,
    `http://127.0.0.1:${port + 1}/v1.0/me/x`,
    `https://127.0.0.1:${port}/v1.0/me/x`,
    "//elsewhere.example/v1.0/me/x",
    "/v1.0/me/x",
    "file:///etc/passwd",
    "no link at all",
  ])("are not followed to %s", async (link) => {
    parts = () => ({ "@odata.nextLink": link });
    expect(await graph.list("token", { path: "/me/x" }, z.number())).toEqual(sentOn);
    parts = () => ({ "@odata.deltaLink": link });
    expect(await graph.changes("token", { path: "/me/x" }, z.number())).toEqual(sentOn);
    expect(asked).toHaveLength(2);
    const known = await graph.changes("token", link, z.number());
    expect(known).toMatchObject({ ok: false, failure: { kind: "expired" } });
    expect(asked).toHaveLength(2);
  });

  it("are not followed for ever", async () => {
    parts = () => ({ "@odata.nextLink": `${root}/me/x?$skiptoken=again` });
    const found = await graph.list("token", { path: "/me/x" }, z.number());
    expect(found).toMatchObject({ ok: false, failure: { kind: "refused" } });
    expect(asked).toHaveLength(500);
  });
});

describe("a round of changes", () => {
  const at = (hour: number) => ({ dateTime: `2027-03-02T${hour}:00:00.0000000`, timeZone: "UTC" });
  const event = (id: string, hour: number) => ({ id, type: "singleInstance", start: at(hour), end: at(hour + 1) });
  const removed = (id: string) => ({ id, "@removed": { reason: "deleted" } });
  const token = `${root}/me/x?$deltatoken=1`;
  const ask = { calendarId: "c", window: { from: 0, to: 1 }, token };
  const { listChanges } = microsoftChanges(graph);

  it("goes by the last that it tells of an event", async () => {
    const told = [
      [event("moved", 10), event("deleted", 10), removed("restored")],
      [event("moved", 12), removed("deleted"), event("restored", 14)],
    ];
    parts = (page) => ({
      value: told[page - 1],
      [page === 1 ? "@odata.nextLink" : "@odata.deltaLink"]: `${root}/me/x?page=${page}`,
    });
    const round = await listChanges("token", ask);
    if (!round.ok) throw new Error(round.failure.said);
    const times = round.value.events.map(({ id, when }) => [id, "from" in when && new Date(when.from).getUTCHours()]);
    expect(Object.fromEntries(times)).toEqual({ moved: 12, restored: 14 });
    expect(round.value.removed).toEqual(["deleted"]);
    expect(round.value.token).toBe(`${root}/me/x?page=2`);
  });

  it.each([
    ["without a time", { value: [{ id: "odd", type: "singleInstance" }], "@odata.deltaLink": token }],
    ["without an end to the round", { value: [] }],
  ])("is tried again where it comes %s", async (_, page) => {
    parts = () => page;
    expect(await listChanges("token", ask)).toMatchObject({ ok: false, failure: { kind: "later" } });
  });
});
