import type { Answer, Call } from "../../fakes/routes";
import type { VendorFault } from "../../fakes/faults";
import { newGuid } from "../mailbox/ids";
import type { World } from "../world";

/** A refusal on its way to the answer. */
export class GraphError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

export const itemNotFound = () =>
  new GraphError(404, "ErrorItemNotFound", "The specified object was not found in the store.");

export const accessDenied = () =>
  new GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");

/** Back ends differ in their spelling: by turns, unless a test wants one of them. */
export function errorAnswer(world: World, call: Call, { status, code, message, headers }: GraphError): Answer {
  const isLower = world.casing === "mixed" ? world.errorCount++ % 2 === 1 : world.casing === "lower";
  const inner = {
    date: new Date(world.clock.now()).toISOString().slice(0, 19),
    "request-id": newGuid(),
    "client-request-id": clientRequestId(call),
  };
  const spelt = isLower ? code.charAt(0).toLowerCase() + code.slice(1) : code;
  return {
    status,
    body: { error: { code: spelt, message, [isLower ? "innererror" : "innerError"]: inner } },
    headers,
  };
}

export function clientRequestId(call: Call) {
  const given = call.headers["client-request-id"];
  return typeof given === "string" ? given : newGuid();
}

const usual: Record<number, [code: string, message: string]> = {
  401: ["InvalidAuthenticationToken", "Access token has expired or is not yet valid."],
  403: ["ErrorAccessDenied", "Access is denied. Check credentials and try again."],
  404: ["ErrorItemNotFound", "The specified object was not found in the store."],
  409: ["ErrorIrresolvableConflict", "The send or update operation could not be performed."],
  410: ["SyncStateNotFound", "The sync state generation is not found; Discard all items and restart sync."],
  412: ["ErrorIrresolvableConflict", "The change key passed in the request does not match the current change key."],
  429: ["ApplicationThrottled", "Application is over its MailboxConcurrency limit."],
  500: ["ErrorInternalServerTransientError", "An internal server error occurred. Try again later."],
  503: ["ErrorServerBusy", "The server is busy. Please try again later."],
  504: ["UnknownError", ""],
};

/** A scripted refusal, in a code of its own where the test names none. The code it names stays as it is spelt. */
export function faultAnswer(world: World, call: Call, fault: VendorFault): Answer {
  const [code, message] = usual[fault.status] ?? ["UnknownError", ""];
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  const error = new GraphError(fault.status, fault.reason ?? code, fault.message ?? message, headers);
  if (!fault.reason) return errorAnswer(world, call, error);
  return errorAnswer({ ...world, casing: "upper" }, call, error);
}
