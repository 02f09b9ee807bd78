import { isCounted, referrerHost } from "~/domain/analytics/visit";
import type { ViewSubject } from "~/domain/analytics/view";
import { keepView } from "~/domain/analytics/view-buffer.server";
import { env } from "~/env.server";

export { flushViews } from "~/domain/analytics/view-buffer.server";

const ownHost = new URL(env.APP_URL).hostname;
const longestUserAgent = 512;

/**
 * Counts that somebody opened a page, once a day and visitor. It returns at once and never throws: the page does not wait
 * for it. `address` is the caller's, which only the web server knows.
 */
export function countView(request: Request, address: string | null, subject: ViewSubject): void {
  const { headers, method } = request;
  const url = new URL(request.url);
  const userAgent = headers.get("User-Agent")?.slice(0, longestUserAgent) ?? null;
  const purposes = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"].map((name) => headers.get(name));
  if (!isCounted({ method, isCall: url.pathname.startsWith("/api/"), userAgent, purposes })) return;
  const referrer = referrerHost(headers.get("Referer"), [url.hostname, ownHost]);
  keepView({ ...subject, at: Date.now(), address, userAgent, referrerHost: referrer });
}
