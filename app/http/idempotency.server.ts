import { answerOnce, type KeptAnswer } from "~/domain/requests/answer-once.server";
import type { Caller } from "./caller.server";
import { invalid, problem } from "./problem.server";

type Keyed = {
  request: Request;
  caller: Caller | null;
  address: string;
  body: unknown;
  reachesOut: boolean;
  now: number;
};

/** Runs a call that creates something, once for each Idempotency-Key. */
export async function answerKeyed(
  { request, caller, address, body, reachesOut, now }: Keyed,
  run: () => Promise<Response>,
): Promise<Response> {
  const key = request.headers.get("Idempotency-Key");
  if (key === null) return run();
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    return invalid([{ path: "Idempotency-Key", message: "The key is 1 to 255 characters of ASCII, without spaces." }]);
  }
  const owner = ownerOf(caller, address);
  const { pathname, search } = new URL(request.url);
  const asked = JSON.stringify([request.method, pathname + search, inOrder(body)]);
  const attempt = async () => kept(await run());
  const once = await answerOnce({ owner, key, asked, reachesOut, now }, attempt).catch(refusal);
  if (once instanceof Response) return once;
  switch (once.kind) {
    case "answered":
      return new Response(once.answer.body || null, { status: once.answer.status, headers: once.answer.headers });
    case "other_call":
      return problem(422, "This Idempotency-Key came with another call before.", { code: "idempotency_key_reused" });
    case "unreadable":
      return problem(409, "A call with this Idempotency-Key was done, but its answer is no longer at hand.");
    case "still_at_it":
      return problem(409, "The first call with this Idempotency-Key is still at work.", {}, { "Retry-After": "1" });
  }
}

/** An API key hears nothing of what its account did by other means: that may be a secret, such as of another key. */
function ownerOf(caller: Caller | null, address: string): string {
  if (!caller) return `address:${address}`;
  return caller.key ? `key:${caller.key.id}` : `user:${caller.user.id}`;
}

/** Thrown to take everything back that the call has done. */
class NotKept extends Error {
  constructor(readonly response: Response) {
    super("this answer is not kept");
  }
}

function refusal(error: unknown): Response {
  if (error instanceof NotKept) return error.response;
  throw error;
}

async function kept(response: Response): Promise<KeptAnswer> {
  if (response.status >= 500) throw new NotKept(response);
  return { status: response.status, headers: [...response.headers], body: await response.text() };
}

/** The same value is the same text, in whatever order its members came. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, inOrder(member)] as const);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}
