import { json } from "@remix-run/node";
import { z } from "zod";
import { networkOf } from "~/domain/requests/network";
import { identify, unauthorized } from "./caller.server";
import { countCall, limitHeaders, tooMany } from "./limit.server";
import { register, type Operations } from "./openapi/registry.server";
import type { Args, Method } from "./operation.server";
import { problem } from "./problem.server";
import { wholeNumber } from "./whole-number";

export { operation } from "./operation.server";

/** How a dialect writes what is refused. What it is given is a problem, the one error shape of the rest. */
export type Dialect = { refuse: (problem: Response, request: Request) => Response | Promise<Response> };

type Options = {
  cors?: boolean;
  dialect?: Dialect;
  /** Called by the systems that we work with, and by nobody else: neither described nor limited. */
  isInternal?: boolean;
};

/**
 * A resource route of the JSON API: every method it has, and a 405 that lists them for those it hasn't. `path` is its
 * address as the OpenAPI document writes it.
 */
export function api(path: string, operations: Operations, options: Options = {}) {
  if (!options.isInternal) register({ document: "own", path, operations, isPublic: options.cors ?? false });
  const handler = (args: Args) => respond(operations, args, options);
  return { loader: handler, action: handler };
}

/** What operations answer to a request, in the words of a dialect. */
export async function respond(
  operations: Operations,
  args: Args,
  { cors = false, dialect, isInternal = false }: Options,
) {
  if (args.request.method === "OPTIONS") return preflight(operations, cors);
  const plain = await answered(operations, args, isInternal).catch(unexpected(args.request));
  const isRefusal = plain.headers.get("Content-Type")?.startsWith("application/problem+json") ?? false;
  const response = isRefusal && dialect ? await dialect.refuse(plain, args.request) : plain;
  if (cors) for (const [name, value] of opened) response.headers.set(name, value);
  response.headers.set("X-Content-Type-Options", "nosniff");
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
  return response;
}

function preflight(operations: Operations, cors: boolean) {
  const allow = Object.keys(operations).join(", ");
  return new Response(null, {
    status: 204,
    headers: {
      Allow: allow,
      ...(cors && {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": allow,
        "Access-Control-Allow-Headers": "Content-Type, Idempotency-Key, If-None-Match, cal-api-version",
        "Access-Control-Max-Age": "86400",
      }),
    },
  });
}

/** What lets the pages of other sites read an answer, its Location and its validator too. */
const opened = [
  ["Access-Control-Allow-Origin", "*"],
  [
    "Access-Control-Expose-Headers",
    "ETag, Location, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset",
  ],
] as const;

async function answered(operations: Operations, args: Args, isInternal: boolean) {
  const { request, context } = args;
  const method = request.method === "HEAD" ? "GET" : request.method;
  const found = Object.hasOwn(operations, method) ? operations[method as Method] : undefined;
  if (!found) {
    const allow = Object.keys(operations).join(", ");
    return problem(405, `This address takes ${allow}.`, {}, { Allow: allow });
  }
  const address = networkOf((context as { address?: string }).address ?? "unknown");
  const caller = await identify(request, address);
  if (caller instanceof Response) return caller;
  const verdict = isInternal ? null : await countCall(request, caller, address);
  if (verdict?.isOver) return tooMany(verdict);
  const response =
    found.auth === "user" && !caller
      ? unauthorized("Send an access token: Authorization: Bearer …")
      : await found.run(args, caller, address).catch(unexpected(request));
  // A limit of its own, such as that of failed sign-ins, has told of itself.
  if (verdict && response.status !== 429) {
    for (const [name, value] of Object.entries(limitHeaders(verdict))) response.headers.set(name, value);
  }
  return response;
}

function unexpected(request: Request) {
  return (thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    const { message, stack } = thrown instanceof Error ? thrown : { message: String(thrown), stack: undefined };
    const path = new URL(request.url).pathname;
    console.error(JSON.stringify({ level: 50, time: Date.now(), msg: "unhandled", path, error: message, stack }));
    return problem(500, "Something broke on our side. Nothing was changed.");
  };
}

/** `limit` and `offset` of every list. */
export const Page = z.object({
  limit: wholeNumber("limit is a number from 1 to 100.", [1, 100])
    .pipe(z.number().min(1, "limit is 1 or more.").max(100, "limit is 100 at most."))
    .default(20),
  offset: wholeNumber("offset is a whole number, 1000000 at most.", [0, 1_000_000])
    .pipe(z.number().min(0, "offset is 0 or more.").max(1_000_000, "offset is too large."))
    .default(0),
});

/** The one list shape outside /v2. */
export function list<Item>(items: Item[], total: number, page: { limit: number; offset: number }) {
  return json({ items, total, limit: page.limit, offset: page.offset });
}

/** The same, as a schema. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.int(), limit: z.int(), offset: z.int() });
}

export function created<Body>(body: Body, location: string) {
  return json(body, { status: 201, headers: { Location: location } });
}

export function noContent() {
  return new Response(null, { status: 204 });
}
