import type { ActionFunctionArgs } from "@remix-run/node";
import type { Origin } from "~/domain/accounts/accounts.server";

/** Where and when a page's request comes from, as its session will remember it. */
export function originOf({ request, context }: Pick<ActionFunctionArgs, "request" | "context">): Origin {
  const address = (context as { address?: string } | undefined)?.address ?? null;
  return { userAgent: request.headers.get("User-Agent"), address, now: Date.now() };
}
