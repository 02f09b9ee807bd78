import { beforeEach, describe, expect, it, vi } from "vitest";
import { startWebhookReceiver } from "../../support/webhook-receiver";

type Found = { address: string; family: number }[];
let answers: Found[] = [];

/** The name service, which may answer otherwise each time. */
vi.mock("node:dns", () => {
  const next = () => (answers.length > 1 ? answers.shift()! : answers[0]!);
  const lookup = (_: string, __: object, done: (error: null, found: Found) => void) => done(null, next());
  return { lookup, default: { lookup } };
});
vi.mock("node:dns/promises", async () => {
  const { lookup } = await import("node:dns");
  const promised = (name: string) =>
    new Promise((resolve) => lookup(name, { all: true }, (_, found) => resolve(found)));
  return { lookup: promised, default: { lookup: promised } };
});

const open = { address: "93.184.216.34", family: 4 };
const own = { address: "127.0.0.1", family: 4 };
const url = "https://hooks.example.com/hook";
const sending = { url, headers: {}, body: "{}" };

async function load(isAnyAllowed = false) {
  vi.resetModules();
  process.env.ALLOW_PRIVATE_WEBHOOKS = String(isAnyAllowed);
  const { addressProblem } = await import("~/integrations/public-address.server");
  const { sendWebhook } = await import("~/integrations/webhook-sender.server");
  return { addressProblem, sendWebhook };
}

beforeEach(() => (answers = [[open]]));

describe("a name that leads to a private address", () => {
  it.each([
    ["loopback", [own]],
    ["the cloud's own data", [{ address: "169.254.169.254", family: 4 }]],
    ["one of several", [open, own]],
    ["IPv6", [{ address: "::1", family: 6 }]],
    ["IPv4 within IPv6", [{ address: "::ffff:10.0.0.1", family: 6 }]],
  ])("is refused when it is saved, and when something is sent: %s", async (_, found) => {
    answers = [found];
    const { addressProblem, sendWebhook } = await load();
    expect(await addressProblem(url)).toContain("private");
    expect(await sendWebhook(sending)).toMatchObject({
      status: null,
      failure: expect.stringContaining("private") as string,
    });
  });

  it("only since it was saved is refused when something is sent", async () => {
    answers = [[open], [own]];
    const { addressProblem, sendWebhook } = await load();
    expect(await addressProblem(url)).toBeNull();
    expect((await sendWebhook(sending)).failure).toContain("private");
  });
});

it.each(["https://127.0.0.1/", "https://[::ffff:127.0.0.1]/", "https://2130706433/"])(
  "%s is refused when something is sent, though no name is looked up",
  async (address) => {
    const { sendWebhook } = await load();
    expect((await sendWebhook({ ...sending, url: address })).failure).toContain("private");
  },
);

describe("what is connected to", () => {
  it("is what was found, under the name that was asked for", async () => {
    const receiver = await startWebhookReceiver();
    const { sendWebhook } = await load(true);
    answers = [[own]];
    const port = new URL(receiver.url).port;
    const sent = await sendWebhook({ ...sending, url: `http://hooks.example.com:${port}/hook` });
    expect(sent).toMatchObject({ status: 200, body: "ok" });
    expect(receiver.received[0]!.headers.host).toBe(`hooks.example.com:${port}`);
    receiver.stop();
  });

  it("has 15 seconds in all, and its status counts where the rest of its answer never comes", async () => {
    const receiver = await startWebhookReceiver();
    const { sendWebhook } = await load(true);
    answers = [[own]];
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const asked = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout(200));
    receiver.answers(() => {});
    expect(await sendWebhook({ ...sending, url: receiver.url })).toMatchObject({
      status: null,
      failure: "No answer came within 15 seconds.",
    });
    expect(asked).toHaveBeenCalledWith(15_000);
    receiver.answers((_, response) => response.writeHead(200).write("so far"));
    expect(await sendWebhook({ ...sending, url: receiver.url })).toMatchObject({ status: 200, body: "so far" });
    receiver.stop();
  });
});
