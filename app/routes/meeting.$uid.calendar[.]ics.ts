import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarFile } from "~/domain/bookings/calendar-file";
import { findMeeting, manageUrl } from "~/http/meeting-page.server";

/** The invitee's own copy, for calendars that take a file. */
export async function loader({ params }: LoaderFunctionArgs) {
  const booking = await findMeeting(params.uid);
  if (!booking) return new Response("There is no such meeting.", { status: 404, headers });
  const url = manageUrl(booking.uid);
  const file = calendarFile(booking, {
    method: "PUBLISH",
    now: Date.now(),
    manageUrl: url,
  });
  return new Response(file, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8; method=PUBLISH",
      "Content-Disposition": `attachment; filename="${booking.eventType.slug}.ics"`,
    },
  });
}

const headers = {
  "Content-Type": "text/plain; charset=utf-8",
  "Cache-Control": "private, no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
  "X-Content-Type-Options": "nosniff",
};
