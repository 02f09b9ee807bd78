import { createEmulator } from "emulate";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { freePort } from "./processes";

type Sent = { key: string | undefined; authorization: string | undefined; body: string };
type Answer = { status: number; body: object; headers?: Record<string, string> };

/**
 * Resend as somebody else has rebuilt it, behind a door of ours: it notes what passes, and can hold an answer back, give
 * another one in its place, or tell what became of a mail.
 */
export async function startResend() {
  const emulator = await createEmulator({ service: "resend", port: await freePort() });
  const sent: Sent[] = [];
  const events = new Map<string, string>();
  const door = {
    /** Answers to the next mails, which are not let through. */
    refusals: [] as Answer[],
    /** Answers to the next questions what became of a mail. */
    looks: [] as Answer[],
    /** Answers to the next mails, which are let through all the same. */
    lies: [] as Answer[],
    /** What happens once a mail was taken and before that is said. */
    beforeYes: async () => {},
  };

  async function pass(request: IncomingMessage, response: ServerResponse) {
    const body = await read(request);
    const isMail = request.method === "POST";
    const { "idempotency-key": key, authorization } = request.headers;
    if (isMail) sent.push({ key: key as string | undefined, authorization, body });
    const refusal = (isMail ? door.refusals : door.looks).shift();
    if (refusal) return give(response, refusal);
    const headers = new Headers({ "content-type": "application/json", authorization: authorization ?? "" });
    if (typeof key === "string") headers.set("idempotency-key", key);
    const answer = await fetch(emulator.url + request.url, {
      method: request.method,
      headers,
      body: isMail ? body : null,
    });
    const given = (await answer.json()) as { id: string; last_event?: string };
    if (isMail) await door.beforeYes();
    const lie = isMail ? door.lies.shift() : undefined;
    // Resend itself says "delivered", and the rebuilt one "email.delivered".
    if (given.last_event) given.last_event = events.get(given.id) ?? given.last_event.replace("email.", "");
    give(response, lie ?? { status: answer.status, body: given });
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    door,
    sent,
    events,
    /** What arrived. */
    async inbox() {
      const answer = await fetch(`${emulator.url}/emails`, { headers: { authorization: "Bearer re_test" } });
      return ((await answer.json()) as { data: { id: string; to: string[]; subject: string; html: string }[] }).data;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await emulator.close();
    },
  };
}

async function read(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function give(response: ServerResponse, { status, body, headers }: Answer) {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
