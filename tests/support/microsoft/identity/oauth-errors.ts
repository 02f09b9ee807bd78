import type { Answer } from "../../fakes/routes";
import type { VendorFault } from "../../fakes/faults";
import { newGuid } from "../mailbox/ids";
import type { World } from "../world";

const numbers: Record<string, number> = {
  invalid_request: 900144,
  invalid_grant: 70008,
  invalid_client: 7000222,
  invalid_scope: 70011,
  unsupported_grant_type: 70003,
  interaction_required: 50076,
  consent_required: 65001,
  temporarily_unavailable: 90033,
};

/** A refusal of the token endpoint. Its numbers and texts may change; only `error` is a promise. */
export function oauthError(world: World, status: number, error: string, text: string, number = numbers[error]): Answer {
  const [trace, correlation] = [newGuid(), newGuid()];
  const timestamp = `${new Date(world.clock.now()).toISOString().slice(0, 19).replace("T", " ")}Z`;
  const description = `AADSTS${number ?? 50000}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`;
  return {
    status,
    headers: { "cache-control": "no-store, no-cache" },
    body: {
      error,
      error_description: description,
      error_codes: [number ?? 50000],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${number ?? 50000}`,
    },
  };
}

/** A scripted refusal; one that names no error gets the usual one of its status. */
export function oauthFault(world: World, { status, reason, message, retryAfter }: VendorFault): Answer {
  const usual = status === 401 ? "invalid_client" : status < 429 ? "invalid_grant" : "temporarily_unavailable";
  const answer = oauthError(world, status, reason ?? usual, message ?? "As the test wants it.");
  if (retryAfter === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, "retry-after": String(retryAfter) } };
}
