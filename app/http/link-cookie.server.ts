import { createCookie } from "@remix-run/node";
import { providers } from "~/domain/providers";
import type { LinkKey } from "~/domain/accounts/link-identity.server";
import { env } from "~/env.server";
import { ownCookie } from "./session.server";

/** Binds a sign-in that waits to be linked to the browser that came back with it. */
const { name, ...options } = ownCookie("link");
const cookie = createCookie(name, { ...options, maxAge: 600, secrets: [env.SESSION_SECRET] });

export function linkHeader(key: LinkKey) {
  return cookie.serialize(`${key.provider}.${key.state}`);
}

export function forgetLinkHeader() {
  return cookie.serialize("", { maxAge: 0 });
}

export async function readLinkKey(request: Request): Promise<LinkKey | null> {
  const [known, state] = String(await cookie.parse(request.headers.get("Cookie"))).split(".");
  const provider = providers.find((each) => each === known);
  return provider && state ? { provider, state } : null;
}
