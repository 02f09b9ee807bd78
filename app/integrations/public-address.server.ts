import ipaddr from "ipaddr.js";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { env } from "~/env.server";

const isAnyAllowed = env.ALLOW_PRIVATE_WEBHOOKS;
const patience = 3_000;

const unreachable = "The address leads to a private or local network.";

/**
 * Why something must not be sent to an address that somebody else gave us, in a sentence: it leads to our own machine or
 * its network, now or by the name that it has. A name that is not known (yet) is not refused. Null: it may.
 */
export async function addressProblem(address: string): Promise<string | null> {
  const problem = writtenProblem(new URL(address));
  if (problem || isAnyAllowed) return problem;
  const host = hostOf(new URL(address));
  if (isIP(host)) return null;
  const found = await Promise.race([lookup(host, { all: true }).catch(() => []), silence()]);
  return found.some((each) => !isPublicAddress(each.address)) ? unreachable : null;
}

function silence() {
  return new Promise<[]>((resolve) => setTimeout(resolve, patience, []).unref());
}

/** The same as far as the address itself tells. `URL` has brought every spelling of a number into one. */
export function writtenProblem(url: URL): string | null {
  if (isAnyAllowed) return null;
  if (url.protocol !== "https:") return "The address has to begin with https://.";
  const port = Number(url.port || 443);
  if (port !== 443 && port !== 80 && port < 1024) return "The address has a port that is not for the web.";
  const host = hostOf(url);
  const isPublic = isIP(host) ? isPublicAddress(host) : isPublicName(host);
  return isPublic ? null : unreachable;
}

/** Whether it is an address of the open internet. One of the other kind that is wrapped in IPv6 is none. */
export function isPublicAddress(address: string): boolean {
  if (isAnyAllowed) return true;
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  return read.range() === "unicast" && (read.kind() === "ipv4" || read.match(handedOut));
}

/** All of IPv6 that belongs to anybody by now; what lies outside may still lead to an IPv4 address that it wraps. */
const handedOut = ipaddr.IPv6.parseCIDR("2000::/3");

export function hostOf({ hostname }: URL) {
  return hostname.replace(/^\[|\]$/g, "");
}

function isPublicName(host: string) {
  const name = host.replace(/\.$/, "");
  return name.includes(".") && !/(^|\.)(localhost|local|internal|intranet|home\.arpa|localdomain)$/.test(name);
}
