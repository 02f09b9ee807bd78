import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { freePort } from "../../support/processes";
import { ask, nothing, type Request } from "~/integrations/provider-http.server";

const Thing = z.object({ id: z.string() });

const vendor = {
  name: "Acme",
  explain: ({ body }: { body: unknown }) => ({ message: (body as { why?: string } | undefined)?.why }),
};

let close = () => {};
afterEach(() => close());

/** Asks somebody who answers so. */
async function asking(answer: RequestListener, request: Partial<Request> = {}, shape: z.ZodType = Thing) {
  const server = createServer((received, response) => {
    received.resume();
    received.on("end", () => answer(received, response));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return ask(vendor, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ...request }, shape);
}

const saying =
  (status: number, text: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(text);

const beginOnly: RequestListener = (_, response) => {
  response.write(`{"id":"1"`);
  setTimeout(() => response.destroy(), 20);
};

const sendingOn: RequestListener = ({ url }, response) => {
  if (url === "/") response.writeHead(302, { location: "/elsewhere" }).end();
  else response.end(`{"id":"1"}`);
};

const write = { method: "POST", json: { name: "x" } } as const;

describe("asking a provider", () => {
  it("brings what was answered, as far as it is read", async () => {
    expect(await asking(saying(200, `{"id":"1","more":2}`))).toEqual({ ok: true, value: { id: "1" } });
  });

  it("sends the token, and the body as what it is", async () => {
    const seen: unknown[] = [];
    const listener: RequestListener = ({ method, headers }, response) => {
      seen.push([method, headers.authorization, headers["content-type"], headers["if-match"]]);
      response.end(`{"id":"1"}`);
    };
    await asking(listener, { ...write, access: "abc", headers: { "if-match": "e1" } });
    close();
    await asking(listener, { method: "POST", form: { a: "b" } });
    expect(seen).toEqual([
      ["POST", "Bearer abc", "application/json", "e1"],
      ["POST", undefined, "application/x-www-form-urlencoded;charset=UTF-8", undefined],
    ]);
  });

  it("needs no answer where none is read", async () => {
    expect(await asking(saying(204, ""), {}, nothing)).toEqual({ ok: true, value: null });
  });

  it.each([
    ["half a text", saying(200, `{"id":`)],
    ["something else", saying(200, `{"name":"x"}`)],
    ["a page", saying(200, "<!doctype html>")],
    ["nothing", saying(200, "")],
    ["no end", beginOnly],
    ["a way to somewhere else", sendingOn],
    ["a dropped connection", ({ socket }) => socket.destroy()],
    ["too much", saying(200, `{"id":"${"x".repeat(17 * 1024 * 1024)}"}`)],
  ] satisfies [string, RequestListener][])(
    "counts %s as no answer, after which a write may have happened",
    async (_, answer) => {
      expect(await asking(answer)).toMatchObject({ ok: false, failure: { kind: "later", mayHaveHappened: false } });
      close();
      expect(await asking(answer, write)).toMatchObject({
        ok: false,
        failure: { kind: "later", mayHaveHappened: true },
      });
    },
  );

  it("knows that nothing happened where nobody was reached", async () => {
    const refused = await ask(vendor, { url: `http://127.0.0.1:${await freePort()}/`, ...write }, Thing);
    expect(refused).toMatchObject({ failure: { kind: "later", mayHaveHappened: false } });
    const unknown = await ask(vendor, { url: "http://nowhere.invalid/", ...write }, Thing);
    expect(unknown).toMatchObject({ failure: { kind: "later", mayHaveHappened: false } });
  });

  it("hides a secret that no address can carry as well", async () => {
    const refused = await asking(saying(400, `{"why":"bad a\\ud800b"}`), { ...write, secrets: ["a\ud800b"] });
    expect(refused).toMatchObject({ failure: { kind: "refused", said: "Acme said 400: bad …" } });
  });

  it("does not wait for ever", async () => {
    const patience = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException("too late", "TimeoutError")), 50);
      return controller.signal;
    });
    expect(await asking(() => {}, write)).toMatchObject({ failure: { kind: "later", mayHaveHappened: true } });
    close();
    // Nor for the rest of an answer that has begun.
    const begun: RequestListener = (_, response) => void response.write(`{"id":`);
    expect(await asking(begun, write)).toMatchObject({ failure: { kind: "later", mayHaveHappened: true } });
    expect(patience).toHaveBeenCalledWith(10_000);
  });
});

describe("a no of a provider", () => {
  it.each([
    [400, "refused"],
    [401, "unauthorized"],
    [403, "refused"],
    [404, "gone"],
    [409, "conflict"],
    [410, "gone"],
    [412, "conflict"],
    [422, "refused"],
  ])("%i means %s", async (status, kind) => {
    expect(await asking(saying(status, `{"why":"So it is."}`), write)).toEqual({
      ok: false,
      failure: { kind, said: `Acme said ${status}: So it is.` },
    });
  });

  it.each([
    [408, true],
    [429, false],
    [500, true],
    [503, true],
  ])("%i is for later, and a write may have happened: %s", async (status, mayHaveHappened) => {
    expect(await asking(saying(status, "{}"), write)).toMatchObject({ failure: { kind: "later", mayHaveHappened } });
  });

  it("says nothing where somebody on the way gave it", async () => {
    const page = saying(404, "<h1>Not found</h1>");
    expect(await asking(page, write)).toMatchObject({ failure: { kind: "later", mayHaveHappened: true } });
    close();
    expect(await asking(saying(404, ""))).toMatchObject({ failure: { kind: "gone" } });
  });

  it.each([
    ["7", 7000],
    [new Date(Date.now() + 60_000).toUTCString(), expect.closeTo(60_000, -4) as number],
    ["31536000", 3_600_000],
    ["0", undefined],
    ["soon", undefined],
    [new Date(0).toUTCString(), undefined],
  ])("says with %s when to come back", async (header, wait) => {
    const answer = await asking(saying(429, "{}", { "retry-after": header }));
    expect(answer).toMatchObject({ ok: false, failure: { kind: "later" } });
    expect((answer as { failure: { retryAfter?: number } }).failure.retryAfter).toEqual(wait);
  });

  it("never tells a secret, and says what it says in one short line", async () => {
    const why = `token ya29+x/y\nand code%2F1 or code/1 ${"z".repeat(500)}`;
    const request = { access: "ya29+x/y", secrets: ["code/1", ""] };
    const answer = await asking(saying(400, JSON.stringify({ why })), request);
    const { said } = (answer as { failure: { said: string } }).failure;
    expect(said).toMatch(/^Acme said 400: token … and … or … z+…$/);
    expect(said.length).toBeLessThan(350);
  });
});
