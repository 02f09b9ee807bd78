import { createRequestHandler, type RequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import type { Logger } from "pino";
import { isCrossSite } from "../cross-site";
import { familiesOf } from "./families";
import { isApi, refuse } from "./refuse";

const known = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

type Options = { build: ServerBuild; logger: Logger; trustProxy: number; appUrl: string };

/** The HTTP server, not yet listening. What a page needs is set up in the app, so that the build also runs elsewhere. */
export function createWeb({ build, logger, trustProxy, appUrl }: Options) {
  const app = express();
  app.disable("x-powered-by");
  // Remix reads the query of an address by itself.
  app.disable("query parser");
  app.set("trust proxy", trustProxy);
  app.use(logged(logger));
  app.use(readable);
  app.use(spoken);
  app.use(compression());
  const files = { setHeaders: noSniffing, index: false, redirect: false } as const;
  for (const folder of ["build", "viewers"]) {
    const forGood = { ...files, immutable: true, maxAge: "1y", fallthrough: false } as const;
    app.use(`/${folder}`, express.static(`public/${folder}`, forGood));
  }
  app.use(onlyFor(filesIn("public"), express.static("public", { ...files, maxAge: "1h" })));

  app.use(ownForms(new URL(appUrl).origin));
  const familyOf = familiesOf(build);
  const handlers = new Map<ServerBuild, RequestHandler>();
  app.use((request, response, next) => {
    const family = familyOf(request.path);
    const handle = handlers.get(family) ?? createRequestHandler({ build: family, mode: "production", getLoadContext });
    handlers.set(family, handle);
    void handle(request, response, next);
  });
  app.use(refused(logger));
  return createServer({ requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 5_000 }, app);
}

/** Asks the disk for files that are there, and not at every request for one of the name of a page. */
function onlyFor(names: string[], serve: express.RequestHandler): express.RequestHandler {
  const paths = new Set(names.map((name) => `/${name}`));
  return (request, response, next) => (paths.has(request.path) ? serve(request, response, next) : next());
}

/** As they stand in addresses. A folder may be called like a page, and has no extension. */
function filesIn(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => extname(name) !== "");
}

function noSniffing(response: express.Response) {
  response.setHeader("X-Content-Type-Options", "nosniff");
}

function getLoadContext(request: express.Request, response: express.Response) {
  const requestId = String(response.getHeader("X-Request-Id"));
  return { address: request.ip ?? "unknown", requestId, drained: (signal: AbortSignal) => drained(response, signal) };
}

async function drained({ socket }: express.Response, signal: AbortSignal) {
  // Nobody is left to wait for once it is aborted, and whoever asked finds that out themselves.
  if (socket?.writableNeedDrain) await once(socket, "drain", { signal }).catch(() => {});
}

function logged(logger: Logger): express.RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const id = randomUUID();
    response.setHeader("X-Request-Id", id);
    response.on("finish", () => {
      const ms = Math.round(performance.now() - started);
      const line = { id, method: request.method, path: withoutSecrets(request.path), status: response.statusCode, ms };
      response.statusCode >= 500 ? logger.error(line, "request") : logger.info(line, "request");
    });
    next();
  };
}

const readable: express.RequestHandler = (request, response, next) => {
  try {
    decodeURIComponent(request.path);
    next();
  } catch {
    refuse(request, response, 400, "The address cannot be read.");
  }
};

/** Methods that the API's routes never get to see, because Remix takes them for a mistake of ours. */
const spoken: express.RequestHandler = (request, response, next) => {
  if (!isApi(request.path) || known.includes(request.method)) return next();
  response.setHeader("Allow", "GET, POST, PATCH, DELETE");
  refuse(request, response, 405, "The API takes GET, POST, PATCH, DELETE.");
};

/**
 * Remix answers a form from another origin with 500, and compares origins by the Host header alone, which a proxy may
 * change. So pages are judged here, by our own address, and the API by itself: parts of it are open to other sites.
 */
function ownForms(ownOrigin: string): express.RequestHandler {
  return (request, response, next) => {
    if (isApi(request.path)) return next();
    const changes = request.method !== "GET" && request.method !== "HEAD";
    if (changes && isCrossSite((name) => request.get(name), ownOrigin)) {
      return response.status(403).type("text/plain").send("This form was sent from another site.");
    }
    delete request.headers.origin;
    next();
  };
}

/** Some paths are keys in themselves; a log must not hand them on. */
function withoutSecrets(path: string) {
  return path.replace(
    /^(\/(?:api\/v1\/(?:booking\/)?)?(?:meeting|rsvp|reset|verify|invite|invitations)\/|\/public\/bookings\/|\/api\/v1\/bookings\/public\/|\/v2\/bookings\/)[^/]+/,
    "$1…",
  );
}

/** What express itself refuses: a broken path, an unreadable header. Such a request gets 400, never a 5xx. */
function refused(logger: Logger): express.ErrorRequestHandler {
  return (error: Error & { status?: number }, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? (error instanceof URIError || error instanceof TypeError ? 400 : 500);
    if (status >= 500) logger.error({ err: error }, "unhandled");
    refuse(request, response, status, status >= 500 ? "Something broke on our side." : "Bad request.");
  };
}
