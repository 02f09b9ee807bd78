import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeMicrosoft, startFakeMicrosoft } from "../../../support/microsoft";
import { type Answered, graphOf, oneHour } from "./graph-call";

const microsoft: FakeMicrosoft = await startFakeMicrosoft({ allowHttpPush: true });
const usual = (response: ServerResponse, token: string | null) => {
  if (token === null) response.writeHead(202).end();
  else response.writeHead(200, { "content-type": "text/plain" }).end(token);
};
let behave = usual;
let handshakes: { token: string; type: string | undefined }[] = [];
const receiver = createServer((request, response) => {
  request.resume();
  const token = new URL(request.url!, "http://receiver").searchParams.get("validationToken");
  if (token !== null) handshakes.push({ token, type: request.headers["content-type"] });
  behave(response, token);
}).listen(0, "127.0.0.1");
await once(receiver, "listening");
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/push`;

afterAll(async () => {
  await microsoft.stop();
  receiver.closeAllConnections();
  receiver.close();
});

const email = "maya@contoso.example";
const minute = 60_000;
const inMinutes = (minutes: number) => new Date(microsoft.clock.now() + minutes * minute).toISOString();

describe("a subscription", () => {
  let account: ReturnType<FakeMicrosoft["addAccount"]>;
  let graph: ReturnType<typeof graphOf>;

  beforeEach(() => {
    microsoft.reset();
    [behave, handshakes] = [usual, []];
    account = microsoft.addAccount({ email });
    graph = graphOf(microsoft, email);
  });

  const subscribe = (change: object = {}): Promise<Answered> =>
    graph("/subscriptions", {
      body: {
        changeType: "created,updated,deleted",
        resource: "/me/events",
        notificationUrl: url,
        lifecycleNotificationUrl: `${url}/lifecycle?of=us`,
        expirationDateTime: inMinutes(10_000),
        clientState: "between us",
        ...change,
      },
    });
  const items = () => microsoft.pushes.flatMap(({ body }) => body.value);

  it("is made once both addresses have said a token back", async () => {
    const { status, body } = await subscribe();
    expect(status).toBe(201);
    expect(body).toMatchObject({ resource: "/me/events", clientState: "between us", notificationUrl: url });
    expect(handshakes).toHaveLength(2);
    expect(handshakes[0]).toMatchObject({ token: expect.stringMatching(/^Validation: .* \S+$/), type: /^text\/plain/ });
  });

  it.each([
    [
      "says nothing back",
      (response: ServerResponse) => response.writeHead(200, { "content-type": "text/plain" }).end(),
    ],
    [
      "says it in HTML",
      (response: ServerResponse, token: string) => response.writeHead(200, { "content-type": "text/html" }).end(token),
    ],
    [
      "accepts it",
      (response: ServerResponse, token: string) => response.writeHead(202, { "content-type": "text/plain" }).end(token),
    ],
    ["answers too late", () => {}],
  ])("is refused while a receiver %s", async (_, answer) => {
    behave = (response, token) => void answer(response, token!);
    microsoft.pushLimits.handshakeMs = 100;
    const { status, body } = await subscribe();
    expect(status).toBe(400);
    expect(body.error.message).toContain("Subscription validation request");
    expect(microsoft.subscriptions.size).toBe(0);
  });

  it("tells of what is created, changed and deleted, several in one push", async () => {
    const { body } = await subscribe();
    const event = account.defaultCalendar.addEvent(oneHour);
    account.defaultCalendar.changeEvent(event.id, { subject: "Later" });
    account.defaultCalendar.removeEvent(event.id);
    await microsoft.pushed();
    expect(microsoft.pushes).toMatchObject([{ url, isAcknowledged: true, attempt: 1 }]);
    expect(items().map(({ changeType }) => changeType)).toEqual(["created", "updated", "deleted"]);
    expect(items()[0]).toMatchObject({
      subscriptionId: body.id,
      clientState: "between us",
      subscriptionExpirationDateTime: body.expirationDateTime,
      resource: `Users/${account.id}/Events/${event.id}`,
      resourceData: { "@odata.type": "#Microsoft.Graph.Event", id: event.id },
    });
  });

  it("is about one calendar, and those changes alone that were asked for", async () => {
    const family = account.addCalendar({ name: "Family" });
    await subscribe({ resource: `/me/calendars/${family.id}/events`, changeType: "deleted" });
    account.defaultCalendar.removeEvent(account.defaultCalendar.addEvent(oneHour).id);
    const { id } = family.addEvent(oneHour);
    family.removeEvent(id);
    await microsoft.pushed();
    expect(items()).toMatchObject([{ changeType: "deleted", resourceData: { id } }]);
  });

  it("lives between 45 minutes and seven days, is renewed, and is not found once it ran out", async () => {
    const short = await subscribe({ expirationDateTime: inMinutes(1) });
    expect(Date.parse(short.body.expirationDateTime)).toBeGreaterThan(microsoft.clock.now() + 44 * minute);
    expect((await subscribe({ expirationDateTime: inMinutes(10_090) })).status).toBe(400);
    expect((await subscribe({ expirationDateTime: inMinutes(-1) })).status).toBe(400);

    const path = `/subscriptions/${short.body.id}`;
    microsoft.clock.advance(40 * minute);
    const renewed = await graph(path, { method: "PATCH", body: { expirationDateTime: inMinutes(50) } });
    expect(renewed.status).toBe(200);
    microsoft.clock.advance(49 * minute);
    expect((await graphOf(microsoft, email)(path)).status).toBe(200);
    microsoft.clock.advance(2 * minute);
    expect(
      (await graphOf(microsoft, email)(path, { method: "PATCH", body: { expirationDateTime: inMinutes(60) } })).status,
    ).toBe(404);
    account.defaultCalendar.addEvent(oneHour);
    await microsoft.pushed();
    expect(microsoft.pushes).toEqual([]);
  });

  it("tries again where the answer is no, or takes too long", async () => {
    await subscribe();
    let first = true;
    behave = (response, token) => {
      if (!first) return usual(response, token);
      first = false;
      response.writeHead(503).end();
    };
    account.defaultCalendar.addEvent(oneHour);
    await expect
      .poll(() => microsoft.pushes.map(({ status, attempt }) => [status, attempt]))
      .toEqual([
        [503, 1],
        [202, 2],
      ]);
    microsoft.pushLimits.acknowledgeMs = 50;
    behave = () => {};
    account.defaultCalendar.addEvent(oneHour);
    await microsoft.pushed();
    expect(microsoft.pushes.at(-1)).toMatchObject({ status: null, isAcknowledged: false });
  });

  it("loses as many notifications as a test wants", async () => {
    await subscribe();
    microsoft.dropPushes(0.5);
    for (let count = 0; count < 4; count++) account.defaultCalendar.addEvent(oneHour);
    await microsoft.pushed();
    expect(items()).toHaveLength(2);
    microsoft.dropPushes(1);
    account.defaultCalendar.addEvent(oneHour);
    await microsoft.pushed();
    expect(items()).toHaveLength(2);
  });

  it("hears of its own life at another address", async () => {
    const { body } = await subscribe();
    await microsoft.sendLifecycle(body.id, "missed");
    await microsoft.sendLifecycle(body.id, "subscriptionRemoved");
    expect(microsoft.pushes.map((push) => [push.url, push.body.value[0]?.lifecycleEvent])).toEqual([
      [`${url}/lifecycle?of=us`, "missed"],
      [`${url}/lifecycle?of=us`, "subscriptionRemoved"],
    ]);
    expect(items()[0]).toMatchObject({ clientState: "between us", subscriptionId: body.id });
    expect(items()[0]).not.toHaveProperty("changeType");
    expect((await graph(`/subscriptions/${body.id}`)).status).toBe(404);
  });

  it("names events as it was asked to when it was made", async () => {
    const immutable = { prefer: 'IdType="ImmutableId"' };
    const body = {
      changeType: "created",
      resource: "me/events",
      notificationUrl: url,
      expirationDateTime: inMinutes(60),
    };
    await graph("/subscriptions", { body, ...immutable });
    const { id } = account.defaultCalendar.addEvent(oneHour);
    await microsoft.pushed();
    const told = (items()[0]?.resourceData as { id: string }).id;
    expect(told).not.toBe(id);
    expect(account.defaultCalendar.find(told)?.id).toBe(id);
  });

  it("is not made for another mailbox, another thing, or by way of http where that isn't allowed", async () => {
    expect((await subscribe({ resource: "/me/messages" })).status).toBe(400);
    expect((await subscribe({ resource: "/users/11111111-2222-4333-8444-555555555555/events" })).status).toBe(400);
    expect((await subscribe({ changeType: "moved" })).status).toBe(400);
    expect((await subscribe({ clientState: "x".repeat(129) })).status).toBe(400);
    expect((await subscribe({ colour: "red" })).status).toBe(400);
    microsoft.allowHttpPush = false;
    expect((await subscribe()).body.error.message).toContain("HTTPS");
    microsoft.allowHttpPush = true;
  });
});
