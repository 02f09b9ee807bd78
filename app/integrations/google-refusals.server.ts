import { z } from "zod";
import type { Failure } from "./calendar-provider";
import type { Explanation, Refusal } from "./provider-http.server";

const reasoned = z.array(z.object({ reason: z.string().optional() })).catch([]);
const ApiRefusal = z.object({
  error: z.object({ message: z.string().optional().catch(undefined), errors: reasoned, details: reasoned }),
});
const OAuthRefusal = z.object({
  error: z.string(),
  error_description: z.string().optional().catch(undefined),
  error_subtype: z.string().optional().catch(undefined),
});

/** A day's or a calendar's quota is not free again within minutes. */
const longWait = 60 * 60_000;

/** How the calendar and people say no: by a reason. Their messages may change. */
export function explainApi({ status, body }: Refusal): Explanation {
  const refusal = ApiRefusal.safeParse(body);
  if (!refusal.success) return {};
  const { message, errors, details } = refusal.data.error;
  const reasons = [...errors, ...details].flatMap(({ reason }) => reason ?? []);
  const is = (pattern: RegExp) => reasons.some((reason) => pattern.test(reason));
  // Of a notice's address Google says with a 401 that it is not ours, which no new token mends.
  if (is(/^push\.|^webhookUrl/)) return { message, kind: "operator" };
  if (status !== 403) return { message };
  if (is(/^(quotaExceeded|dailyLimitExceeded)$/)) return { message, kind: "later", retryAfter: longWait };
  if (is(/^(userRateLimitExceeded|rateLimitExceeded|RATE_LIMIT_EXCEEDED)$/)) return { message, kind: "later" };
  if (is(/^(accessNotConfigured|SERVICE_DISABLED)$/)) return { message, kind: "operator" };
  if (is(/^(insufficientPermissions|ACCESS_TOKEN_SCOPE_INSUFFICIENT)$/)) return { message, kind: "reconnect" };
  return { message };
}

/** How consent, tokens and their end are refused. */
export function explainOAuth({ status, body }: Refusal): Explanation {
  const refusal = OAuthRefusal.safeParse(body);
  const kind = status >= 500 || status === 429 ? "later" : "operator";
  if (!refusal.success) return { kind };
  const { error, error_description: description, error_subtype: subtype } = refusal.data;
  const message = [error, description, subtype].filter(Boolean).join(", ");
  return { message, kind: kinds[error] ?? kind };
}

const kinds: Partial<Record<string, Failure["kind"]>> = {
  invalid_grant: "reconnect",
  invalid_token: "gone",
  access_denied: "reconnect",
  admin_policy_enforced: "reconnect",
  internal_failure: "later",
  temporarily_unavailable: "later",
};
