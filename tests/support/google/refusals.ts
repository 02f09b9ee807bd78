import type { VendorFault } from "../fakes/faults";
import type { Answer, Call } from "../fakes/routes";

type Known = { message: string; domain?: string; location?: string; locationType?: string };

/** A no of Google's, thrown by whoever finds the reason. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message?: string,
    readonly location?: string,
  ) {
    super(message ?? known[reason]?.message ?? reason);
  }
}

const known: Record<string, Known> = {
  timeRangeEmpty: { domain: "calendar", message: "The specified time range is empty." },
  authError: { message: "Invalid Credentials", location: "Authorization", locationType: "header" },
  userRateLimitExceeded: { domain: "usageLimits", message: "User Rate Limit Exceeded" },
  rateLimitExceeded: { domain: "usageLimits", message: "Rate Limit Exceeded" },
  quotaExceeded: { domain: "usageLimits", message: "Calendar usage limits exceeded." },
  forbiddenForNonOrganizer: {
    domain: "calendar",
    message: "Shared properties can only be changed by the organizer of the event.",
  },
  requiredAccessLevel: { domain: "calendar", message: "You need to have writer access to this calendar." },
  insufficientPermissions: { message: "Request had insufficient authentication scopes." },
  forbidden: { message: "Forbidden" },
  notFound: { message: "Not Found" },
  duplicate: { message: "The requested identifier already exists." },
  fullSyncRequired: {
    domain: "calendar",
    message: "Sync token is no longer valid, a full sync is required.",
    location: "syncToken",
    locationType: "parameter",
  },
  updatedMinTooLongAgo: {
    domain: "calendar",
    message: "The requested minimum modification time lies too far in the past.",
    location: "updatedMin",
    locationType: "parameter",
  },
  deleted: { message: "Resource has been deleted" },
  conditionNotMet: { message: "Precondition Failed", location: "If-Match", locationType: "header" },
  backendError: { message: "Backend Error" },
  badRequest: { message: "Bad Request" },
  channelIdNotUnique: { message: "Channel id not unique" },
};

const reasons: Record<number, string> = {
  400: "badRequest",
  401: "authError",
  403: "rateLimitExceeded",
  404: "notFound",
  409: "duplicate",
  412: "conditionNotMet",
  429: "rateLimitExceeded",
};

const states: Record<number, string> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  409: "ALREADY_EXISTS",
  429: "RESOURCE_EXHAUSTED",
  503: "UNAVAILABLE",
};

/** What a scripted fault or a refusal looks like at that address: the three parts of Google say no in three ways. */
export function refusalAnswer(fault: VendorFault & { location?: string }, call: Call): Answer {
  const { status, retryAfter } = fault;
  const headers: Record<string, string> = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  if (status === 401)
    headers["www-authenticate"] = 'Bearer realm="https://accounts.google.com/", error="invalid_token"';
  return { status, headers, body: bodyOf({ ...fault, reason: fault.reason ?? reasonOf(status, call) }, call) };
}

function bodyOf(
  { status, reason, message, location }: VendorFault & { reason: string; location?: string },
  call: Call,
) {
  if (!/^\/(calendar\/v3|v1)\//.test(call.path)) return { error: reason, error_description: message ?? "Bad Request" };
  const fact: Partial<Known> = known[reason] ?? {};
  const text = message ?? (status === 429 ? "Too many requests" : fact.message) ?? reason;
  if (call.path.startsWith("/v1/")) {
    return { error: { code: status, message: text, status: states[status] ?? "INTERNAL", details: [{ reason }] } };
  }
  const place = location ?? fact.location;
  const where = place && { location: place, locationType: fact.locationType ?? "parameter" };
  const error = { domain: fact.domain ?? "global", reason, message: text, ...(where || {}) };
  return { error: { errors: [error], code: status, message: text } };
}

function reasonOf(status: number, call: Call) {
  if (!/^\/(calendar\/v3|v1)\//.test(call.path)) return status < 500 ? "invalid_request" : "internal_failure";
  if (status === 410) return call.method === "DELETE" ? "deleted" : "fullSyncRequired";
  return reasons[status] ?? "backendError";
}
