import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { User } from "~/domain/accounts/account";
import { findSession } from "~/domain/accounts/sessions.server";
import { readBody } from "./body.server";
import { fieldErrors } from "./form.server";
import { invalid, problem } from "./problem.server";
import { isCrossSite } from "./same-origin.server";
import { readSession } from "./session.server";

type Method = "GET" | "POST" | "PATCH" | "DELETE";
type Auth = "none" | "user";
type Args = LoaderFunctionArgs | ActionFunctionArgs;

type Call<A extends Auth, Query, Input> = {
  request: Request;
  params: Record<string, string | undefined>;
  user: A extends "user" ? User : User | null;
  sessionId: string | null;
  query: Query;
  body: Input;
  address: string | null;
  now: number;
};

type Operation = { auth: Auth; run: (args: Args, caller: Caller) => Promise<Response> };
type Caller = { user: User; sessionId: string } | null;

/**
 * One operation of the API: who may call it, what its query and body look like, and what it answers. A thrown Response
 * is an answer too, so that guards can be shared.
 */
export function operation<
  A extends Auth,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUndefined,
>(spec: {
  auth: A;
  query?: Q;
  body?: B;
  handle: (call: Call<A, z.output<Q>, z.output<B>>) => Promise<Response>;
}): Operation {
  return {
    auth: spec.auth,
    async run({ request, params, context }, caller) {
      const query = spec.query?.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (query && !query.success) return invalid(fieldErrors(query.error));
      const body = spec.body ? await readJson(request, spec.body) : undefined;
      if (body instanceof Response) return body;
      return spec.handle({
        request,
        params,
        user: (caller?.user ?? null) as Call<A, unknown, unknown>["user"],
        sessionId: caller?.sessionId ?? null,
        query: query?.data as z.output<Q>,
        body: body?.data as z.output<B>,
        address: (context as { address?: string }).address ?? null,
        now: Date.now(),
      });
    },
  };
}

/** A resource route of the JSON API: every method it has, and a 405 that lists them for those it hasn't. */
export function api(operations: Partial<Record<Method, Operation>>, options: { cors?: boolean } = {}) {
  const answer = async (args: Args) => {
    const response = await answered(operations, args).catch(unexpected(args.request));
    if (options.cors) for (const [name, value] of opened) response.headers.set(name, value);
    response.headers.set("X-Content-Type-Options", "nosniff");
    if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
    return response;
  };
  const allow = Object.keys(operations).join(", ");
  const preflight = () =>
    new Response(null, {
      status: 204,
      headers: {
        Allow: allow,
        ...(options.cors && {
          "Access-Control-Allow-Origin": "*",
          "Access-Control-Allow-Methods": allow,
          "Access-Control-Allow-Headers": "Content-Type, Idempotency-Key, If-None-Match",
          "Access-Control-Max-Age": "86400",
        }),
      },
    });
  const handler = (args: Args) => (args.request.method === "OPTIONS" ? preflight() : answer(args));
  return { loader: handler, action: handler };
}

/** What lets the pages of other sites read an answer, its Location and its validator too. */
const opened = [
  ["Access-Control-Allow-Origin", "*"],
  ["Access-Control-Expose-Headers", "ETag, Location, Retry-After"],
] as const;

async function answered(operations: Partial<Record<Method, Operation>>, args: Args) {
  const method = args.request.method === "HEAD" ? "GET" : args.request.method;
  const found = Object.hasOwn(operations, method) ? operations[method as Method] : undefined;
  if (!found) {
    const allow = Object.keys(operations).join(", ");
    return problem(405, `This address takes ${allow}.`, {}, { Allow: allow });
  }
  const caller = await identify(args.request);
  if (caller instanceof Response) return caller;
  if (found.auth === "user" && !caller) return unauthorized("Send an access token: Authorization: Bearer …");
  return found.run(args, caller);
}

/** The caller by access token, else by cookie. A credential that is sent and wrong is an error even on public calls. */
async function identify(request: Request): Promise<Caller | Response> {
  const header = request.headers.get("Authorization");
  if (header !== null) {
    const token = /^Bearer\s+([\w-]{20,200})$/i.exec(header)?.[1];
    return (
      (token && (await findSession(token, "access_token", Date.now()))) || unauthorized("That token is not valid.")
    );
  }
  const session = await readSession(request, Date.now());
  const changes = request.method !== "GET" && request.method !== "HEAD";
  if (session && changes && isCrossSite(request)) return problem(403, "This change was sent from another site.");
  return session;
}

function unauthorized(detail: string) {
  return problem(401, detail, {}, { "WWW-Authenticate": "Bearer" });
}

async function readJson<B extends z.ZodType>(request: Request, schema: B): Promise<{ data: z.output<B> } | Response> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json" && !/^application\/[\w.-]+\+json$/.test(type)) {
    return problem(415, "Send JSON, with Content-Type: application/json.");
  }
  const body = await readBody(request);
  if (!body.ok) return problem(body.status, body.detail);
  let value: unknown;
  try {
    value = JSON.parse(body.text);
  } catch {
    return problem(400, "The body is not JSON.");
  }
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject) return invalid([{ path: "", message: "The body is not a JSON object." }]);
  const parsed = schema.safeParse(value);
  return parsed.success ? { data: parsed.data } : invalid(fieldErrors(parsed.error));
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
  limit: z.coerce
    .number("limit is a number from 1 to 100.")
    .int({ abort: true })
    .min(1, "limit is 1 or more.")
    .max(100, "limit is 100 at most.")
    .default(20),
  offset: z.coerce
    .number("offset is a number.")
    .int({ error: "offset is a whole number, 1000000 at most.", abort: true })
    .min(0, "offset is 0 or more.")
    .max(1_000_000, "offset is too large.")
    .default(0),
});

/** The one list shape outside /v2. */
export function list<Item>(items: Item[], total: number, page: { limit: number; offset: number }) {
  return json({ items, total, limit: page.limit, offset: page.offset });
}

export function created<Body>(body: Body, location: string) {
  return json(body, { status: 201, headers: { Location: location } });
}

export function noContent() {
  return new Response(null, { status: 204 });
}
