import type { LoaderFunctionArgs } from "@remix-run/node";
import { findKeptMail, isMailKept } from "~/domain/notifications/outbox.server";

/** The calendar file of a kept mail, for a calendar to open. */
export async function loader({ params }: LoaderFunctionArgs) {
  const mail = isMailKept() ? await findKeptMail(params.id) : null;
  if (!mail?.ics) return new Response("There is no such file.", { status: 404 });
  return new Response(mail.ics, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="invite.ics"',
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
