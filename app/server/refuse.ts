import type { Request, Response } from "express";
import { STATUS_CODES } from "node:http";

export function isApi(path: string) {
  return /^\/(api|v2)(\/|$)/.test(path);
}

/** What no route gets to see is refused here: to the API's callers in the API's words, to others in one line. */
export function refuse(request: Request, response: Response, status: number, detail: string) {
  if (!isApi(request.path)) return response.status(status).type("text/plain").send(detail);
  const problem = { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, detail };
  response.status(status).setHeader("Content-Type", "application/problem+json");
  return response.end(JSON.stringify(problem));
}
