import type { IncomingHttpHeaders } from "node:http";

export type Call = {
  method: string;
  path: string;
  /** The path's parameters, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The body as it came. */
  text: string;
  /** The body of a form; empty for another one. */
  form: URLSearchParams;
  /** The body's JSON; undefined when there is none, or none that can be read. */
  json: unknown;
  /** Whose call it is, for the log: the handler says so once it knows. */
  account: string | null;
  /** Settles once the answer is out, or the connection is gone. */
  ended: Promise<void>;
};

/** An object goes out as JSON, a string as HTML unless the headers say otherwise. */
export type Answer = { status: number; body?: object | string; headers?: Record<string, string | string[]> };

/** A path's segment that starts with a colon is a parameter. */
export type Route = { name: string; method: string; path: string; handle(call: Call): Answer | Promise<Answer> };

export function findRoute(routes: Route[], method: string, path: string) {
  for (const route of routes) {
    const params = route.method === method ? match(route.path, path) : null;
    if (params) return { route, params };
  }
  return null;
}

function match(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index]!;
    if (part.startsWith(":") && value) params[part.slice(1)] = decode(value);
    else if (part !== value) return null;
  }
  return params;
}

function decode(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
