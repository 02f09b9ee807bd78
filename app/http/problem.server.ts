import { json } from "@remix-run/node";
import { STATUS_CODES } from "node:http";
import type { FieldError } from "./form.server";

type Extra = { errors?: FieldError[]; code?: string; [member: string]: unknown };

/** The one error shape outside /v2: RFC 9457, where a problem without a type of its own has the status for its title. */
export function problem(status: number, detail: string, extra: Extra = {}, headers: HeadersInit = {}) {
  const body = { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, detail, ...extra };
  return json(body, { status, headers: { "Content-Type": "application/problem+json", ...headers } });
}

export function invalid(errors: FieldError[]) {
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} fields need another look.`;
  return problem(400, detail, { errors });
}

export function notFound() {
  return problem(404, "There is nothing here, or it is not yours to see.");
}
