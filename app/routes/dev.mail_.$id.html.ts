import type { LoaderFunctionArgs } from "@remix-run/node";
import { findKeptMail, isMailKept } from "~/domain/notifications/outbox.server";

/** A mail may show its own looks and open its links in a new tab, nothing else. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

export async function loader({ params }: LoaderFunctionArgs) {
  const mail = isMailKept() ? await findKeptMail(params.id) : null;
  if (!mail) return new Response("There is no such mail.", { status: 404 });
  return new Response(mail.html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "SAMEORIGIN",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
    },
  });
}
