import type { Failure } from "./calendar-provider";
import type { Explanation, Refusal } from "./provider-http.server";

type Fields = Record<string, unknown>;

/** Codes of Graph that say more than the status that they come with, in lower case. */
const kinds: Partial<Record<string, Failure["kind"]>> = {
  erroraccessdenied: "reconnect",
  mailboxnotenabledforrestapi: "refused",
  mailboxnotsupportedforrestapi: "refused",
  // Two writes to one mailbox met, which says nothing about what was to be written.
  concurrentitemsave: "later",
  errorconcurrentitemsave: "later",
};

/** What a sign-in server's `error` means. Its numbers and its texts may change. */
const oauthKinds: Partial<Record<string, Failure["kind"]>> = {
  invalid_grant: "reconnect",
  interaction_required: "reconnect",
  consent_required: "reconnect",
  login_required: "reconnect",
  invalid_client: "operator",
  unauthorized_client: "operator",
  temporarily_unavailable: "later",
  server_error: "later",
};

export function explainGraph({ body }: Refusal): Explanation {
  const error = fieldsOf(fieldsOf(body).error);
  const kind = codesOf(error)
    .map((code) => kinds[code])
    .find(Boolean);
  return { message: textOf(error.message) ?? textOf(error.code), ...(kind && { kind }) };
}

/** What is gone from a round of changes is the place where it was to go on. */
export function explainChanges(refusal: Refusal): Explanation {
  const codes = codesOf(fieldsOf(fieldsOf(refusal.body).error));
  const isLost = refusal.status === 410 || codes.some((code) => /^(syncstate|resync)/.test(code));
  return { ...explainGraph(refusal), ...(isLost && { kind: "expired" }) };
}

export function explainSignIn({ status, body }: Refusal): Explanation {
  const fields = fieldsOf(body);
  const error = textOf(fields.error);
  // Without an error it was somebody on the way who said no.
  const isLater = error === null || status === 408 || status === 429 || status >= 500;
  return {
    // What comes after it is for Microsoft's own support.
    message: textOf(fields.error_description)?.split(/\s*Trace ID:/)[0] ?? error,
    kind: oauthKinds[error ?? ""] ?? (isLater ? "later" : status === 401 ? "operator" : "refused"),
  };
}

/** The code and those of the inner errors, the innermost first. Back ends differ in how they spell them. */
function codesOf(error: Fields): string[] {
  const inner = Object.entries(error).find(([name]) => name.toLowerCase() === "innererror");
  const code = textOf(error.code)?.toLowerCase();
  return [...(inner ? codesOf(fieldsOf(inner[1])) : []), ...(code ? [code] : [])];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
