import type { Request, Response } from "express";
import { STATUS_CODES } from "node:http";
import { calRefusal, calVersion, plainRefusal } from "../envelopes";

export function isApi(path: string) {
  return /^\/(api|v2)(\/|$)/.test(path);
}

/** What no route gets to see is refused here: to the API's callers in the API's words, to others in one line. */
export function refuse(request: Request, response: Response, status: number, detail: string) {
  if (!isApi(request.path)) return response.status(status).type("text/plain").send(detail);
  const title = STATUS_CODES[status] ?? "Error";
  if (/^\/v2(\/|$)/.test(request.path)) {
    const refused = { status, title, message: detail };
    const isCal = calVersion(request.get("cal-api-version")) !== null;
    return response
      .status(status)
      .json(isCal ? calRefusal(refused, request.originalUrl, Date.now()) : plainRefusal(refused));
  }
  const problem = { type: "about:blank", title, status, detail };
  response.status(status).setHeader("Content-Type", "application/problem+json");
  return response.end(JSON.stringify(problem));
}
