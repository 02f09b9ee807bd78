import { createCookie } from "@remix-run/node";
import { env } from "~/env.server";
import { paths } from "~/paths";
import { ownCookie } from "./session.server";

/** Carries the address of a link that was just made to its page, which takes it away again: it is shown once. */
const { name: _, ...options } = ownCookie("address");
const cookie = createCookie("address", { ...options, maxAge: 120, secrets: [env.SESSION_SECRET] });

export function showOnceHeader(id: string, token: string) {
  return cookie.serialize({ id, token }, { path: paths.oneTimeLink(id) });
}

/** The waiting token of this link, and the header that takes it away. */
export async function takeShownOnce(request: Request, id: string): Promise<{ token: string; header: string } | null> {
  const made = (await cookie.parse(request.headers.get("Cookie"))) as { id?: string; token?: string } | null;
  if (!made?.token || made.id !== id) return null;
  return { token: made.token, header: await cookie.serialize("", { path: paths.oneTimeLink(id), maxAge: 0 }) };
}
