import { once } from "node:events";
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Fault, Faults, VendorFault } from "./faults";
import { fieldsOf, withoutSecrets } from "./hidden";
import { type Answer, type Call, findRoute, type Route } from "./routes";
import type { VirtualClock } from "./virtual-clock";

/** One call as the log keeps it, without secrets. A status of null: the connection dropped, or no answer was given yet. */
export type LoggedRequest = {
  method: string;
  path: string;
  route: string | null;
  query: Record<string, unknown>;
  body: unknown;
  account: string | null;
  at: number;
  status: number | null;
};

type Options = {
  port?: number;
  tls?: { key: string; cert: string };
  clock: VirtualClock;
  faults: Faults;
  routes: Route[];
  /** The vendor's way to say a fault. */
  refusal(fault: VendorFault, call: Call): Answer;
  /** The vendor's answer to an address that it doesn't have. */
  unknown(call: Call): Answer;
  /** Every answer passes here last, with the route's name. */
  finish?(answer: Answer, call: Call, route: string | null): Answer;
};

/** A server on 127.0.0.1 that finds the route, plays its fault if there is one, and keeps a log. */
export async function startFrame({ port = 0, tls, ...options }: Options) {
  const requests: LoggedRequest[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    answerOne(request, response, options, requests).catch((error: unknown) => {
      console.error("A fake stumbled:", error);
      request.socket.destroy();
    });
  };
  const server = tls ? createHttps(tls, listener) : createHttp(listener);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `${tls ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Playing = Omit<Options, "port" | "tls">;

async function answerOne(request: IncomingMessage, response: ServerResponse, options: Playing, log: LoggedRequest[]) {
  const ended = new Promise<void>((resolve) => response.once("close", resolve));
  const call = await readCall(request, ended);
  const found = findRoute(options.routes, call.method, call.path);
  if (found) call.params = found.params;
  const name = found?.route.name ?? null;
  const logged = toLog(call, name, options.clock.now());
  log.push(logged);
  const fault = name ? options.faults.take(name) : null;
  const answer = await play(
    fault,
    call,
    async () => {
      const given = found ? await found.route.handle(call) : options.unknown(call);
      return options.finish?.(given, call, name) ?? given;
    },
    options,
  );
  logged.account = call.account;
  if (!answer) return void request.socket.destroy();
  logged.status = answer.status;
  send(response, answer, fault !== null && "kind" in fault && fault.kind === "malformed");
}

/** Null: the connection drops. */
async function play(fault: Fault | null, call: Call, handle: () => Promise<Answer>, options: Playing) {
  if (!fault) return handle();
  if (!("kind" in fault)) return options.refusal(fault, call);
  if (fault.kind === "dropped") return null;
  const answer = await handle();
  if (fault.kind === "lost_answer") return fault.status ? options.refusal({ status: fault.status }, call) : null;
  if (fault.kind === "malformed") return answer;
  await wait(fault.ms);
  return fault.kind === "slow" ? answer : null;
}

async function readCall(request: IncomingMessage, ended: Promise<void>): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const { pathname, searchParams } = new URL(request.url!, "http://fake");
  const isForm = /^application\/x-www-form-urlencoded/.test(request.headers["content-type"] ?? "");
  return {
    method: request.method!,
    path: pathname,
    params: {},
    query: searchParams,
    headers: request.headers,
    text,
    form: new URLSearchParams(isForm ? text : ""),
    json: isForm ? undefined : parse(text),
    account: null,
    ended,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function toLog(call: Call, route: string | null, at: number): LoggedRequest {
  const { method, path, account } = call;
  const body = withoutSecrets(call.form.size > 0 ? fieldsOf(call.form) : call.json);
  const query = withoutSecrets(fieldsOf(call.query)) as Record<string, unknown>;
  return { method, path, route, query, body, account, at, status: null };
}

function send(response: ServerResponse, { status, body, headers }: Answer, isBroken: boolean) {
  const isJson = typeof body === "object";
  const text = body === undefined ? "" : isJson ? JSON.stringify(body) : body;
  const type =
    body === undefined ? {} : { "content-type": `${isJson ? "application/json" : "text/html"}; charset=utf-8` };
  response.writeHead(status, { ...type, ...headers });
  response.end(isBroken ? text.slice(0, Math.ceil(text.length / 2)) || "{" : text);
}
