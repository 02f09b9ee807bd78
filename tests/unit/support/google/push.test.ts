import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeGoogle, startFakeGoogle } from "../../../support/google";
import { grantedClient, refusalOf } from "../../../support/google/official";

const email = "ada@example.com";
const week = 7 * 86_400_000;

let google: FakeGoogle;
let ada: ReturnType<FakeGoogle["addAccount"]>;
let client: ReturnType<typeof grantedClient>["calendar"];
let receiver: Server;
let address: string;
const received: IncomingHttpHeaders[] = [];
const statuses: number[] = [];

beforeAll(async () => {
  google = await startFakeGoogle({ allowHttpPush: true });
  receiver = createServer((request, response) => {
    received.push(request.headers);
    response.writeHead(statuses.shift() ?? 204).end();
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
beforeEach(() => {
  google.reset();
  ada = google.addAccount({ email });
  client = grantedClient(google, email, ["calendar"]).calendar;
  received.length = statuses.length = 0;
});
afterAll(async () => {
  receiver.close();
  await google.stop();
});

const watch = async (wish: object = {}) => {
  const requestBody = { id: "channel-1", type: "web_hook", address, token: "secret", ...wish };
  return (await client.events.watch({ calendarId: "primary", requestBody })).data;
};
const states = () =>
  received.map((headers) => `${String(headers["x-goog-resource-state"])} ${String(headers["x-goog-message-number"])}`);

describe("a channel", () => {
  it("begins with a message to try it, and tells of each change", async () => {
    const channel = await watch();
    expect(Number(channel.expiration)).toBeLessThanOrEqual(google.clock.now() + week);
    await google.settled();
    ada.primary.addEvent();
    await google.settled();
    ada.primary.addEvent();
    await google.settled();
    expect(states()).toEqual(["sync 1", "exists 2", "exists 3"]);
    expect(received[1]).toMatchObject({
      "x-goog-channel-id": "channel-1",
      "x-goog-channel-token": "secret",
      "x-goog-resource-id": channel.resourceId,
      "x-goog-resource-uri": channel.resourceUri,
      "x-goog-channel-expiration": new Date(Number(channel.expiration)).toUTCString(),
      "content-length": "0",
    });
  });

  it("is silent once stopped, which only its own resource id can do", async () => {
    const { id, resourceId } = await watch();
    const stop = (requestBody: object) => client.channels.stop({ requestBody });
    expect(await refusalOf(stop({ id, resourceId: "another" }))).toEqual([404, "notFound"]);
    google.addAccount({ email: "grace@example.com" });
    const other = grantedClient(google, "grace@example.com", ["calendar"]).calendar;
    expect(await refusalOf(other.channels.stop({ requestBody: { id, resourceId } }))).toEqual([404, "notFound"]);
    expect((await stop({ id, resourceId })).status).toBe(204);
    expect(await refusalOf(stop({ id, resourceId }))).toEqual([404, "notFound"]);
    ada.primary.addEvent();
    await google.settled();
    expect(states()).toEqual(["sync 1"]);
  });

  it("ends after a week, or when it was asked to", async () => {
    const short = await watch({ expiration: String(google.clock.now() + 60_000) });
    expect(Number(short.expiration)).toBeLessThanOrEqual(google.clock.now() + 60_000);
    await watch({ id: "channel-2", params: { ttl: "99999999" } });
    await google.settled();
    google.clock.advance(60_001);
    ada.primary.addEvent();
    await google.settled();
    expect(received.slice(2).map((headers) => headers["x-goog-channel-id"])).toEqual(["channel-2"]);
    google.clock.advance(week);
    ada.primary.addEvent();
    await google.settled();
    expect(received).toHaveLength(3);
  });

  it("also tells of an account's list of calendars", async () => {
    await client.calendarList.watch({ requestBody: { id: "list-1", type: "web_hook", address } });
    ada.addCalendar({ summary: "New" });
    await google.settled();
    expect(received).toHaveLength(2);
  });

  it("tries again after some answers, and gives up after others", async () => {
    await watch();
    await google.settled();
    statuses.push(503, 500);
    ada.primary.addEvent();
    await google.settled();
    expect(received).toHaveLength(4);
    expect(google.pushes.failed).toBe(0);
    statuses.push(404);
    ada.primary.addEvent();
    await google.settled();
    expect(google.pushes).toEqual({ sent: 3, dropped: 0, failed: 1 });
  });

  it("loses as many messages as it is told to", async () => {
    await watch();
    google.dropPushes(0.5);
    for (let count = 0; count < 4; count++) ada.primary.addEvent();
    await google.settled();
    expect(google.pushes).toMatchObject({ sent: 3, dropped: 2 });
  });

  it.each([
    ["a used id", { id: "channel-1" }, "channelIdNotUnique"],
    ["a plain address elsewhere", { address: "http://example.com/hook" }, "push.webhookUrlNotHttps"],
    ["another kind", { type: "web_socket" }, "invalid"],
    ["a bad id", { id: "a b" }, "invalid"],
    ["a long token", { token: "t".repeat(257) }, "invalid"],
    ["an end in the past", { expiration: "1" }, "invalid"],
  ])("is refused with %s", async (_name, wish, reason) => {
    await watch();
    expect(await refusalOf(watch({ id: "channel-2", ...wish }))).toEqual([400, reason]);
  });

  it("wants https, unless the fake was told otherwise", async () => {
    const strict = await startFakeGoogle();
    strict.addAccount({ email });
    const { calendar } = grantedClient(strict, email, ["calendar"]);
    const requestBody = { id: "channel-1", type: "web_hook", address };
    const refused = calendar.events.watch({ calendarId: "primary", requestBody });
    expect(await refusalOf(refused)).toEqual([400, "push.webhookUrlNotHttps"]);
    await strict.stop();
  });
});
