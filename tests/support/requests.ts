import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { takeNotice } from "~/http/session.server";

type Args = LoaderFunctionArgs & ActionFunctionArgs;
type Handler = (args: Args) => unknown;
type Route = { loader?: Handler; action?: Handler };

type Options = {
  params?: Record<string, string>;
  /** A `Cookie` header, such as `signIn(user)` gives. */
  cookie?: string;
  /** An access token: `Authorization: Bearer <token>`. */
  token?: string;
  headers?: Record<string, string>;
  /** The caller's address, as the web server would tell it. */
  address?: string;
};

/** What a loader or an action answered, thrown or returned, whatever the shape: a value, `data()`, a redirect, a Response. */
export type Answer<Body> = { status: number; headers: Headers; body: Body; text: string };

/** The plain value that a handler answers, which is what its page sees. */
type Plain<T> = T extends Response
  ? never
  : T extends { type: string; data: infer Data; init: ResponseInit | null }
    ? Data
    : T;
type BodyOf<H> = H extends (args: never) => infer Result ? Plain<Awaited<Result>> : unknown;

/** A page's loader, as a browser that follows a link calls it. */
export async function get<R extends Route>(
  route: R,
  url: string,
  options: Options = {},
): Promise<Answer<BodyOf<R["loader"]>>> {
  return answer(route.loader, request("GET", url, options), options);
}

type Fields = Record<string, string | number | string[]> | [string, string][];

/** A page's action, as a browser that submits its form calls it. A list sends its field once for each value. */
export async function postForm<R extends Route>(
  route: R,
  url: string,
  fields: Fields,
  options: Options = {},
): Promise<Answer<BodyOf<R["action"]>>> {
  const headers = {
    "Sec-Fetch-Site": "same-origin",
    "Content-Type": "application/x-www-form-urlencoded",
    ...options.headers,
  };
  return answer(route.action, request("POST", url, { ...options, headers }, encode(fields)), options);
}

/** A resource route of the API. A string body is sent as it is, anything else as JSON. */
export async function callApi<Body = Record<string, unknown>>(
  route: Route,
  method: string,
  url: string,
  options: Options & { body?: unknown } = {},
): Promise<Answer<Body>> {
  const isChange = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
  const text = typeof options.body === "string" ? options.body : JSON.stringify(options.body);
  const headers = { ...(text !== undefined && { "Content-Type": "application/json" }), ...options.headers };
  return answer(isChange ? route.action : route.loader, request(method, url, { ...options, headers }, text), options);
}

/** The words that a redirect leaves for the page it leads to. */
export async function noticeOf({ headers }: Answer<unknown>) {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const next = request("GET", "/", { cookie: cookies.join("; ") });
  return (await takeNotice(next))?.notice ?? null;
}

function request(method: string, url: string, { cookie, token, headers = {} }: Options, body?: string) {
  const all = new Headers(headers);
  if (cookie) all.set("Cookie", cookie);
  if (token) all.set("Authorization", `Bearer ${token}`);
  return new Request(new URL(url, "http://localhost:3000"), { method, headers: all, body: body ?? null });
}

function encode(fields: Fields) {
  if (Array.isArray(fields)) return new URLSearchParams(fields).toString();
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)]));
  return new URLSearchParams(pairs).toString();
}

async function answer<Body>(handler: Handler | undefined, request: Request, options: Options): Promise<Answer<Body>> {
  if (!handler) throw new Error(`This route has nothing that answers ${request.method}.`);
  const context = { address: options.address ?? "203.0.113.7", requestId: "test" };
  const args = { request, params: options.params ?? {}, context } as unknown as Args;
  try {
    return await normalize<Body>(await handler(args));
  } catch (thrown) {
    if (thrown instanceof Response || isData(thrown)) return normalize<Body>(thrown);
    throw thrown;
  }
}

async function normalize<Body>(result: unknown): Promise<Answer<Body>> {
  if (result instanceof Response) {
    const text = await result.text();
    const isJson = /[/+]json\b/.test(result.headers.get("Content-Type") ?? "");
    const body = (isJson && text ? JSON.parse(text) : text) as Body;
    return { status: result.status, headers: result.headers, body, text };
  }
  const { data, init } = isData(result) ? result : { data: result, init: null };
  const text = typeof data === "string" ? data : (JSON.stringify(data) ?? "");
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), body: data as Body, text };
}

function isData(value: unknown): value is { data: unknown; init: ResponseInit | null } {
  return typeof value === "object" && value !== null && "type" in value && value.type === "DataWithResponseInit";
}
