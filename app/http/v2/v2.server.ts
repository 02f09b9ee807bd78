import { calVersion, type CalVersion } from "~/envelopes";
import { respond } from "../api.server";
import { register, type Operations } from "../openapi/registry.server";
import type { Args } from "../operation.server";
import { notFound, problem } from "../problem.server";
import { calDialect, plainDialect } from "./envelope.server";

type Served = {
  /** MyPortal's shapes. */
  plain?: Operations;
  /** Cal.com's, and by which of its versions they are asked for. */
  cal?: { versions: readonly CalVersion[]; operations: Operations };
};

/**
 * A resource route of /v2. A request with a version of Cal.com's is answered in its shapes, one without in MyPortal's; what
 * only one of the two has is answered in its shapes, whatever the request says. One that serves nothing catches the rest.
 */
export function v2(path: string, { plain, cal }: Served) {
  const all = { ...cal?.operations, ...plain };
  const cors = Object.values(all).some(({ auth }) => auth === "none");
  if (plain) register({ document: "own", path, operations: plain, isPublic: cors });
  if (cal) register({ document: "cal", path, isPublic: cors, ...cal });
  const handler = (args: Args) => {
    if (args.request.method === "OPTIONS") return respond(all, args, { cors });
    const version = calVersion(args.request.headers.get("cal-api-version"));
    if (plain && (!version || !cal)) return respond(plain, args, { cors, dialect: plainDialect });
    if (!cal || (version && !cal.versions.includes(version))) return nothingHere(args);
    return respond(cal.operations, args, { cors, dialect: calDialect });
  };
  return { loader: handler, action: handler };
}

/** An address that nothing answers, or not in this version. */
async function nothingHere({ request }: Args): Promise<Response> {
  const isCal = calVersion(request.headers.get("cal-api-version")) !== null;
  const refused = isCal
    ? await calDialect.refuse(problem(404, `Cannot ${request.method} ${new URL(request.url).pathname}`), request)
    : await plainDialect.refuse(notFound(), request);
  refused.headers.set("X-Content-Type-Options", "nosniff");
  refused.headers.set("Cache-Control", "no-store");
  return refused;
}
