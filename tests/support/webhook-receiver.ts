import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };
type Answer = (received: Received, response: ServerResponse) => void;

/** Somebody else's server on loopback, which keeps what it gets and answers as it is told to, else 200. */
export async function startWebhookReceiver() {
  const received: Received[] = [];
  let answer: Answer = (_, response) => response.end("ok");
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const one = { path: incoming.url!, headers: incoming.headers, body: Buffer.concat(chunks).toString() };
      received.push(one);
      answer(one, response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers: (next: Answer) => (answer = next),
    /** Answers all that comes with this status. */
    says: (status: number, headers: Record<string, string> = {}, body = "") =>
      (answer = (_, response) => response.writeHead(status, headers).end(body)),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
