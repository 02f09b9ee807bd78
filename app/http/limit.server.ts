import { countOf, spanText } from "~/domain/counts";
import type { Verdict } from "~/domain/requests/limits";
import { limited } from "~/domain/requests/limits.server";
import type { Caller } from "./caller.server";
import { problem } from "./problem.server";

/**
 * Counts a call for its key, its account or its address. The verdict is that of the limit that is nearest to its end; null
 * where nothing is limited.
 */
export async function countCall(request: Request, caller: Caller | null, address: string): Promise<Verdict | null> {
  const kind = request.method === "GET" || request.method === "HEAD" ? "read" : "change";
  if (!caller) return limited.count(`address.${kind}`, address);
  const verdicts = await Promise.all([
    limited.count(`account.${kind}`, caller.user.id),
    caller.key && limited.count(`key.${kind}`, caller.key.id),
  ]);
  const [first, second] = verdicts;
  if (!first || !second) return first ?? second;
  if (first.isOver !== second.isOver) return first.isOver ? first : second;
  return first.remaining < second.remaining ? first : second;
}

export function tooMany(verdict: Verdict, words?: string): Response {
  const wait = Math.max(1, verdict.resetsIn);
  const detail = words ?? `Too many calls. Try again in ${countOf(wait, "second")}.`;
  return problem(429, detail, { code: "rate_limited" }, { ...limitHeaders(verdict), "Retry-After": String(wait) });
}

/** To whoever failed to sign in too often, by form and by API alike. */
export function tooManyTries({ resetsIn }: Verdict): string {
  return `Too many tries. Wait ${spanText(resetsIn * 1000)}, then try again, or ask for a new password.`;
}

/** What a caller may still do, on every answer that counts. */
export function limitHeaders({ limit, remaining, resetsIn }: Verdict): Record<string, string> {
  return {
    "RateLimit-Limit": String(limit),
    "RateLimit-Remaining": String(remaining),
    "RateLimit-Reset": String(resetsIn),
  };
}
