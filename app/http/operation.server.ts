import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { User } from "~/domain/accounts/account";
import { readBody } from "./body.server";
import type { Caller } from "./caller.server";
import { fieldErrors } from "./form.server";
import { answerKeyed } from "./idempotency.server";
import { invalid, problem } from "./problem.server";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";
type Auth = "none" | "user";
export type Args = LoaderFunctionArgs | ActionFunctionArgs;

type Call<A extends Auth, Query, Input> = {
  request: Request;
  params: Record<string, string | undefined>;
  user: A extends "user" ? User : User | null;
  sessionId: string | null;
  /** The API key that it came with; null for a session. */
  key: Caller["key"];
  query: Query;
  body: Input;
  address: string | null;
  now: number;
};

/** What the OpenAPI document says of an operation besides what it takes. */
export type Description = {
  /** One line, such as "Book a slot". */
  summary: string;
  /** More, where there is more to know. Markdown. */
  description?: string;
  /** What it answers when it succeeds, by status; null has no body. Errors are described by themselves. */
  answers: Partial<Record<200 | 201 | 202 | 204 | 303, z.ZodType | null>>;
  /** Statuses of its refusals besides those that follow from what it takes. */
  refusals?: readonly (403 | 404 | 409 | 410)[];
  /** It has an ETag, and whoever has that answer is told so. */
  hasEtag?: boolean;
  /** A body that works, for those who read the document. */
  example?: Record<string, unknown>;
};

type Spec<A extends Auth, Q extends z.ZodType, B extends z.ZodType> = Description & {
  auth: A;
  query?: Q;
  body?: B;
  /** No body at all is an empty one. */
  mayBeEmpty?: boolean;
  /** It takes an Idempotency-Key. */
  creates?: boolean;
  /** It talks to another system while it runs. */
  reachesOut?: boolean;
  handle: (call: Call<A, z.output<Q>, z.output<B>>) => Promise<Response>;
};

export type Operation = Omit<Spec<Auth, z.ZodType, z.ZodType>, "handle"> & {
  run: (args: Args, caller: Caller | null, address: string) => Promise<Response>;
};

/**
 * One operation of the API: who may call it, what its query and body look like, and what it answers. A thrown Response
 * is an answer too, so that guards can be shared.
 */
export function operation<A extends Auth, Q extends z.ZodType = z.ZodUnknown, B extends z.ZodType = z.ZodUndefined>({
  handle,
  ...spec
}: Spec<A, Q, B>): Operation {
  return {
    ...spec,
    async run({ request, params, context }, caller, address) {
      const query = spec.query?.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (query && !query.success) return invalid(fieldErrors(query.error));
      const body = spec.body ? await readJson(request, spec.body, spec.mayBeEmpty ?? false) : undefined;
      if (body instanceof Response) return body;
      const now = Date.now();
      const call = {
        request,
        params,
        user: (caller?.user ?? null) as Call<A, unknown, unknown>["user"],
        sessionId: caller?.sessionId ?? null,
        key: caller?.key ?? null,
        query: query?.data as z.output<Q>,
        body: body?.data as z.output<B>,
        address: (context as { address?: string }).address ?? null,
        now,
      };
      if (!spec.creates) return handle(call);
      const keyed = { request, caller, address, body: body?.given, reachesOut: spec.reachesOut ?? false, now };
      return answerKeyed(keyed, () => handle(call).catch(thrownAnswer));
    },
  };
}

function thrownAnswer(thrown: unknown): Response {
  if (thrown instanceof Response) return thrown;
  throw thrown;
}

type Read<Output> = { data: Output; given: unknown };

async function readJson<B extends z.ZodType>(
  request: Request,
  schema: B,
  mayBeEmpty: boolean,
): Promise<Read<z.output<B>> | Response> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const isUntyped = mayBeEmpty && type === "";
  if (!isUntyped && type !== "application/json" && !/^application\/[\w.-]+\+json$/.test(type)) {
    return problem(415, "Send JSON, with Content-Type: application/json.");
  }
  const body = await readBody(request);
  if (!body.ok) return problem(body.status, body.detail);
  let value: unknown;
  try {
    value = mayBeEmpty && body.text === "" ? {} : JSON.parse(body.text);
  } catch {
    return problem(400, "The body is not JSON.");
  }
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject) return invalid([{ path: "", message: "The body is not a JSON object." }]);
  const parsed = schema.safeParse(value);
  return parsed.success ? { data: parsed.data, given: value } : invalid(fieldErrors(parsed.error));
}
