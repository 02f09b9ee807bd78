import type { EntryContext } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { securityHeaders } from "./http/security-headers.server";
import { flushViews } from "./http/views.server";
import { NonceContext } from "./nonce";

const patience = 15_000;

/** Every page is complete HTML: nothing is streamed after the shell, and nothing runs again in the browser. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  const nonce = randomBytes(16).toString("base64");
  const { pathname } = new URL(request.url);
  for (const [name, value] of securityHeaders(nonce, pathname)) if (!headers.has(name)) headers.set(name, value);
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");

  return new Promise<Response>((resolve, reject) => {
    let answered = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        onAllReady() {
          const body = new PassThrough();
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answered }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          answered = 500;
          reportError(error);
        },
      },
    );
    setTimeout(abort, patience).unref();
  });
}

/** What a loader or an action threw and nobody expected. A page's own 404 or 403 is no error. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) reportError(error);
}

/** For whoever runs the server: writes what is still to be written once no request runs any more. */
export function finish(): Promise<void> {
  return flushViews();
}

function reportError(error: unknown) {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  console.error(JSON.stringify({ level: 50, time: Date.now(), msg: "unhandled", error: message, stack }));
}
