import { json } from "@remix-run/node";
import type { FieldError } from "./form.server";

const titles: Record<number, string> = {
  400: "Invalid request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  410: "Gone",
  413: "Body too large",
  415: "Not JSON",
  422: "Key reused",
  429: "Too many requests",
  500: "Our fault",
};

type Extra = { errors?: FieldError[]; code?: string; [member: string]: unknown };

/** The one error shape outside /v2: RFC 9457. */
export function problem(status: number, detail: string, extra: Extra = {}, headers: HeadersInit = {}) {
  const body = { type: "about:blank", title: titles[status] ?? "Error", status, detail, ...extra };
  return json(body, { status, headers: { "Content-Type": "application/problem+json", ...headers } });
}

export function invalid(errors: FieldError[]) {
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} fields need another look.`;
  return problem(400, detail, { errors });
}

export function notFound() {
  return problem(404, "There is nothing here, or it is not yours to see.");
}
