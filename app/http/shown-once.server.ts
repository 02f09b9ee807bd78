import { createCookie } from "@remix-run/node";
import { env } from "~/env.server";
import { ownCookie } from "./session.server";

/** Carries a secret that was just made to the page that shows it, which takes it away again: it is shown once. */
const { name: _, ...options } = ownCookie("address");
const cookie = createCookie("address", { ...options, maxAge: 120, secrets: [env.SESSION_SECRET] });

/** `page`: the path of the one page that shows it. */
export function showOnceHeader(page: string, secret: string) {
  return cookie.serialize({ page, secret }, { path: page });
}

/** The secret that waits for this page, and the header that takes it away. */
export async function takeShownOnce(
  request: Request,
  page: string,
): Promise<{ secret: string; header: string } | null> {
  const made = (await cookie.parse(request.headers.get("Cookie"))) as { page?: string; secret?: string } | null;
  if (!made?.secret || made.page !== page) return null;
  return { secret: made.secret, header: await cookie.serialize("", { path: page, maxAge: 0 }) };
}
