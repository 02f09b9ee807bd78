import { z } from "zod";
import type { Failure, Outcome } from "./calendar-provider";
import { type Body, readBody } from "./provider-body.server";
import { retryAfter } from "./retry-after.server";

/** Who is asked, and how its way to say no is read. */
export type Vendor = { name: string; explain(refusal: Refusal): Explanation };

/** `body`: what its JSON says; undefined where there is none. */
export type Refusal = { status: number; body: unknown };

/** What a no says by itself. `kind` where it is not what the status usually means. */
export type Explanation = {
  message?: string | null;
  kind?: Failure["kind"];
  /** Milliseconds; what the answer's own header says counts before it. */
  retryAfter?: number;
};

export type Request = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  url: string | URL;
  /** The access token. */
  access?: string;
  headers?: Record<string, string>;
  json?: unknown;
  form?: Record<string, string>;
  /** What must not be read in what a failure says, beside the access token. */
  secrets?: string[];
  /** Whether asking changes nothing, where the method doesn't say so. */
  isRead?: boolean;
  /** Milliseconds until the whole answer is in, where the usual ones are too few. */
  patience?: number;
};

const usualPatience = 10_000;
const longestWait = 60 * 60_000;

/** Errors of a connection that was never made, so that nothing can have happened. */
const neverLeft = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** For answers of which nothing is read. */
export const nothing = z.unknown().transform(() => null);

/** Asks once, and reads the answer by its shape. Never throws; an answer that can't be read counts as none. */
export async function ask<Value>(vendor: Vendor, request: Request, shape: z.ZodType<Value>): Promise<Outcome<Value>> {
  const { name } = vendor;
  const isRead = request.isRead ?? (request.method ?? "GET") === "GET";
  const later = (said: string): Outcome<Value> => failed({ kind: "later", said, mayHaveHappened: !isRead });
  let response: Response;
  let body: Body;
  try {
    response = await fetch(request.url, optionsOf(request));
    body = await readBody(response);
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
    if (neverLeft.test(String(code))) {
      return failed({ kind: "later", said: `${name} could not be reached.`, mayHaveHappened: false });
    }
    return later(`${name} could not be reached, or did not answer in time.`);
  }
  if (!response.ok) return failed(failureOf(vendor, request, response, body, isRead));
  if (body.kind === "too_long") return later(`${name} answered more than can be read.`);
  const read = body.kind === "unreadable" ? null : shape.safeParse(body.json);
  return read?.success ? { ok: true, value: read.data } : later(`${name} gave an answer that cannot be read.`);
}

function optionsOf({ method = "GET", access, headers, json, form, patience = usualPatience }: Request): RequestInit {
  return {
    method,
    headers: {
      accept: "application/json",
      ...(access && { authorization: `Bearer ${access}` }),
      ...(json !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    body: form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json),
    // An answer from elsewhere is none, and a token is not for others to read.
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  };
}

function failureOf(vendor: Vendor, request: Request, response: Response, body: Body, isRead: boolean): Failure {
  const { status, headers } = response;
  const explained = vendor.explain({ status, body: body.kind === "json" ? body.json : undefined });
  const said = sentence(`${vendor.name} said ${status}`, explained.message, request);
  // A page that somebody on the way answers with says nothing about what was asked for.
  const kind = explained.kind ?? (body.kind === "json" || status === 401 ? usualKind(status) : "later");
  if (kind !== "later") return { kind, said };
  const wait = retryAfter(headers.get("retry-after")) ?? explained.retryAfter;
  return {
    kind,
    said,
    // Whoever says no has done nothing; a server that stumbles may have done it before.
    mayHaveHappened: !isRead && status !== 429 && (status >= 500 || status === 408 || body.kind !== "json"),
    ...(wait !== undefined && { retryAfter: Math.min(wait, longestWait) }),
  };
}

function usualKind(status: number): Failure["kind"] {
  if (status === 401) return "unauthorized";
  if (status === 404 || status === 410) return "gone";
  if (status === 409 || status === 412) return "conflict";
  return status === 408 || status === 429 || status >= 500 ? "later" : "refused";
}

function sentence(start: string, message: string | null | undefined, { access, secrets = [] }: Request) {
  const hidden = [access ?? "", ...secrets].filter(Boolean).flatMap((secret) => [secret, inAddress(secret)]);
  const text = hidden.reduce((left, secret) => left.replaceAll(secret, "…"), message ?? "");
  const readable = text.replace(/\p{Cc}+/gu, " ").trim();
  if (!readable) return `${start}.`;
  return `${start}: ${readable.length > 300 ? `${readable.slice(0, 299)}…` : readable}`;
}

/** Half of a character, which no secret of a provider has, cannot be written there. */
function inAddress(secret: string) {
  return encodeURIComponent(secret.replaceAll(/\p{Cs}/gu, "\ufffd"));
}

export function failed(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
