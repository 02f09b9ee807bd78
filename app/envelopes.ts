/** The two ways in which /v2 says things: MyPortal's, and Cal.com's for whoever sends one of its versions. */

export const calVersions = ["2024-04-15", "2024-06-11", "2024-06-14", "2024-08-13", "2024-09-04"] as const;
export type CalVersion = (typeof calVersions)[number];

/** The version that a request asks for. One that nobody knows counts as none. */
export function calVersion(header: string | null | undefined): CalVersion | null {
  return calVersions.find((version) => version === header?.trim()) ?? null;
}

export type Refused = {
  status: number;
  /** What the status is called: "Not Found". */
  title: string;
  message: string;
  code?: string;
  errors?: { path: string; message: string }[];
  /** What else belongs to the refusal, such as other times. */
  more?: Record<string, unknown>;
};

export function plainRefusal({ status, message, code, errors, more }: Refused) {
  const details = { ...more, ...(errors && { errors }) };
  return { status: "error", error: { code: code ?? codes[status] ?? "refused", message, details } };
}

/** `code` is the name of the exception that Cal.com would have thrown. `path`: what was asked for, with its query. */
export function calRefusal({ status, title, message, errors, more }: Refused, path: string, now: number) {
  const named = errors?.map((each) => ({ property: each.path, constraints: { invalid: each.message }, children: [] }));
  const details = { message, error: title, statusCode: status, ...more, ...(named && { errors: named }) };
  const code = `${status === 429 ? "Throttler" : title.replace(/[^A-Za-z]/g, "")}Exception`;
  return { status: "error", timestamp: new Date(now).toISOString(), path, error: { code, message, details } };
}

const codes: Record<number, string> = {
  400: "invalid_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  409: "conflict",
  410: "gone",
  413: "body_too_large",
  415: "not_json",
  429: "rate_limited",
  500: "internal_error",
};
