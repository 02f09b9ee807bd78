import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Action = (args: { request: Request; params: object; context: object }) => Promise<Response>;

/** An address at which the notices of providers arrive, answered by the routes that are named by their paths. */
export async function startReceiver() {
  const routes: Record<string, Action> = {};
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const request = await toRequest(incoming);
      const action = routes[new URL(request.url).pathname];
      const answer = action ? await action({ request, params: {}, context: {} }) : new Response(null, { status: 404 });
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
      outgoing.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, routes, stop: () => server.close() };
}

async function toRequest(incoming: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]);
  const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
  return new Request(new URL(incoming.url!, "http://localhost:3000"), { method: incoming.method!, headers, body });
}
