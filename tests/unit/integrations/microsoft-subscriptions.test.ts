import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { addHost, startMicrosoft } from "./microsoft-account";

const received: { url: string; body: string }[] = [];
let isReachable = true;
const receiver = createServer((request, response) => {
  const token = new URL(request.url!, "http://receiver").searchParams.get("validationToken");
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    received.push({ url: request.url!, body });
    response.writeHead(isReachable ? (token ? 200 : 202) : 500, { "content-type": "text/plain" }).end(token ?? "");
  });
});
receiver.listen(0, "127.0.0.1");
await once(receiver, "listening");
const appUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;

const { fake, provider } = await startMicrosoft({ appUrl, allowHttpPush: true });
afterEach(() => {
  fake.reset();
  received.splice(0);
  isReachable = true;
});
afterAll(async () => {
  await fake.stop();
  receiver.close();
});

const minute = 60_000;
const week = 7 * 24 * 60 * minute;

async function watch({ access, calendar }: ReturnType<typeof addHost>, until = Date.now() + 30 * week) {
  const ask = { calendarId: calendar.id, channelId: "ours", secret: "s3cret", until };
  const made = await provider.watch(access, ask);
  if (!made.ok) throw new Error(made.failure.said);
  return made.value;
}

describe("being told of changes by Microsoft", () => {
  it("has both addresses asked, and as long a life as Microsoft allows", async () => {
    const host = addHost(fake);
    const { channelId, resourceId, expiresAt } = await watch(host);
    const paths = received.map(({ url }) => url.split("?")[0]);
    expect(paths).toEqual(["/api/v1/calendar-notices/microsoft", "/api/v1/calendar-notices/microsoft/lifecycle"]);
    expect(resourceId).toBeNull();
    expect(expiresAt).toBeGreaterThan(Date.now() + week - 20 * minute);
    expect(expiresAt).toBeLessThan(Date.now() + week);
    host.calendar.addEvent({
      start: { dateTime: "2027-03-02T09:00:00", timeZone: "UTC" },
      end: { dateTime: "2027-03-02T10:00:00", timeZone: "UTC" },
    });
    await fake.pushed();
    const told = JSON.parse(received.at(-1)!.body) as { value: unknown };
    expect(told.value).toMatchObject([{ subscriptionId: channelId, clientState: "s3cret", changeType: "created" }]);
    expect(fake.complaints).toEqual([]);
  });

  it("goes by the end that Microsoft gives, not by the one that was wished for", async () => {
    const { expiresAt } = await watch(addHost(fake), Date.now() + minute);
    expect(expiresAt).toBeGreaterThan(Date.now() + 40 * minute);
  });

  it("fails where the addresses do not answer, and does not say the secret", async () => {
    isReachable = false;
    const { access, calendar } = addHost(fake);
    const ask = { calendarId: calendar.id, channelId: "ours", secret: "s3cret", until: Date.now() + week };
    const made = await provider.watch(access, ask);
    expect(made).toMatchObject({ ok: false, failure: { kind: "refused" } });
    fake.fail("subscriptions", { status: 400, message: "clientState s3cret is wrong" });
    const refused = await provider.watch(access, ask);
    expect(JSON.stringify(refused)).not.toContain("s3cret");
  });

  it("is prolonged, until Microsoft has forgotten it", async () => {
    const host = addHost(fake);
    const channel = await watch(host, Date.now() + 60 * minute);
    const renewed = await provider.renew(host.access, channel, Date.now() + 300 * minute);
    if (!renewed?.ok) throw new Error("It was not prolonged.");
    expect(renewed.value.channelId).toBe(channel.channelId);
    expect(renewed.value.expiresAt).toBeGreaterThan(channel.expiresAt + 200 * minute);
    fake.subscriptions.clear();
    const forgotten = await provider.renew(host.access, channel, Date.now() + week);
    expect(forgotten).toMatchObject({ ok: false, failure: { kind: "gone" } });
  });

  it("is ended, also where it has ended before", async () => {
    const host = addHost(fake);
    const channel = await watch(host);
    expect(await provider.stop(host.access, channel)).toEqual({ ok: true, value: null });
    expect(fake.subscriptions.size).toBe(0);
    expect(await provider.stop(host.access, channel)).toEqual({ ok: true, value: null });
  });
});
