import * as crossSite from "~/cross-site";
import { env } from "~/env.server";

const ownOrigin = new URL(env.APP_URL).origin;

export function isCrossSite(request: Request) {
  return crossSite.isCrossSite((name) => request.headers.get(name), ownOrigin);
}
