import { json } from "@remix-run/node";
import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { calRefusal, plainRefusal, type Refused } from "~/envelopes";
import type { Dialect } from "../api.server";

export function success<Data>(data: Data, more: Record<string, unknown> = {}) {
  return json({ status: "success", data, ...more });
}

export function successCreated<Data>(data: Data, location: string) {
  return json({ status: "success", data }, { status: 201, headers: { Location: location } });
}

/** The same, as a schema. */
export function successOf<Data extends z.ZodType, More extends z.ZodRawShape = Record<never, never>>(
  data: Data,
  more?: More,
) {
  return z.strictObject({ status: z.literal("success"), data, ...(more as More) });
}

/** MyPortal's envelope around what is refused. */
export const plainDialect: Dialect = {
  refuse: async (problem) => rewritten(problem, problem.status, plainRefusal(await readProblem(problem))),
};

/** What clients of Cal.com know as a request that cannot be met, and not as a conflict. */
const badRequests = [
  "slot_unavailable",
  "illegal_transition",
  "not_yours",
  "answered",
  "slug_taken",
  "in_use",
  "is_default",
  "needs_default",
  "too_many",
];

export const calDialect: Dialect = {
  async refuse(problem, request) {
    const refused = await readProblem(problem);
    const isBad = refused.status === 409 && badRequests.includes(refused.code ?? "");
    const status = isBad ? 400 : refused.status;
    const { pathname, search } = new URL(request.url);
    const said = { ...refused, status, title: STATUS_CODES[status] ?? "Error" };
    return rewritten(problem, status, calRefusal(said, pathname + search, Date.now()));
  },
};

async function readProblem(problem: Response): Promise<Refused> {
  const { type: _, detail, errors, code, title, status, ...more } = (await problem.json()) as Problem;
  return { status, title, message: detail, code, errors, more };
}

type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code?: string;
  errors?: Refused["errors"];
};

function rewritten(problem: Response, status: number, body: unknown) {
  const headers = new Headers(problem.headers);
  headers.set("Content-Type", "application/json; charset=utf-8");
  headers.delete("Content-Length");
  return new Response(JSON.stringify(body), { status, headers });
}
