import type { HeadersFunction } from "@remix-run/node";
import { visitorLocale, visitorZone } from "./visitor.server";

/** Who looks at a public page: the words and habits to speak in, and the zone that times are shown in. */
export function publicVisitor(request: Request, zoneFallback: string) {
  const { zone, isKnown } = visitorZone(request, zoneFallback);
  const url = new URL(request.url);
  url.searchParams.delete("index");
  url.searchParams.delete("lang");
  const address = url.pathname + url.search;
  return { ...visitorLocale(request), zone, isZoneKnown: isKnown, now: Date.now(), address };
}

export type PublicVisitor = ReturnType<typeof publicVisitor>;

/** The headers that a page's loader or action set, such as `Vary`. */
export const publicHeaders: HeadersFunction = ({ loaderHeaders, actionHeaders, errorHeaders }) => {
  const headers = new Headers(errorHeaders ?? loaderHeaders);
  actionHeaders.forEach((value, name) => headers.set(name, value));
  return headers;
};

/** Whoever has a link's address may book by it: it is told to no other site, and found by no search engine. */
export const linkHeaders: HeadersFunction = (given) => {
  const headers = publicHeaders(given) as Headers;
  headers.set("Referrer-Policy", "same-origin");
  headers.set("X-Robots-Tag", "noindex, nofollow");
  return headers;
};

/** A meeting's address is its key: no other site, shared cache or search engine gets it. */
export const meetingHeaders: HeadersFunction = (given) => {
  const headers = publicHeaders(given) as Headers;
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cache-Control", "private, no-store");
  headers.set("X-Robots-Tag", "noindex, nofollow");
  return headers;
};
