import { createIsbotFromList, isbot, isbotPatterns, list } from "isbot";

/** What a request tells about whoever sent it. */
export type Visit = {
  method: string;
  /** A call of the JSON API: a page of somebody's own asks, by a program. */
  isCall: boolean;
  userAgent: string | null;
  /** What the request says that it is for, in any of the headers that browsers use: "prefetch", "preview". */
  purposes: (string | null)[];
};

/** How programs call themselves that ask for somebody; the names of the common ones, and of one that nobody knows. */
const programs = [
  "node",
  "undici",
  "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
  "curl/8.5.0",
  "Wget/1.21",
  "python-requests/2.31.0",
  "Python/3.11 aiohttp/3.9.1",
  "okhttp/4.12.0",
  "Go-http-client/2.0",
  "Java/17.0.2",
  "Apache-HttpClient/4.5.13 (Java/11)",
  "GuzzleHttp/7",
  "PHP/8.2",
  "libwww-perl/6.7",
  "PostmanRuntime/7.36",
  "WordPress/6.4; https://example.com",
  "booking-widget/1.0",
];

const ofPrograms = new Set(programs.flatMap((program) => isbotPatterns(program)));
const isCrawler = createIsbotFromList(list.filter((pattern) => !ofPrograms.has(pattern)));

/**
 * Whether a page was opened by a person: known bots, browsers that only look ahead, and mail scanners' HEAD are no
 * visitors, and neither is who does not say what they browse with. A call may well come from a program.
 */
export function isCounted({ method, isCall, userAgent, purposes }: Visit): boolean {
  if (method === "HEAD") return false;
  if (purposes.some((purpose) => purpose !== null && /prefetch|prerender|preview/i.test(purpose))) return false;
  if (isCall) return !userAgent || !isCrawler(userAgent);
  return !!userAgent && !isbot(userAgent);
}

const longest = 253;
const hostName = /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/;

/** The host's name of the page that led here; null for our own pages and for what is no name. */
export function referrerHost(referrer: string | null, ownHosts: readonly string[]): string | null {
  if (!referrer || !/^https?:/i.test(referrer) || !URL.canParse(referrer)) return null;
  const host = new URL(referrer).hostname.toLowerCase().replace(/\.$/, "");
  return host.length <= longest && hostName.test(host) && !ownHosts.includes(host) ? host : null;
}
