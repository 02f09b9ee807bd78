import { formatDate } from "~/domain/availability/calendar-days";
import { localDay } from "~/domain/availability/zones";

/** A file to keep, named after what is in it and the day. */
export function csvFile(body: BodyInit, { what, clock }: { what: string; clock: { zone: string; now: number } }) {
  const name = `${what}-${formatDate(localDay(clock.zone, clock.now))}.csv`;
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex, nofollow",
    },
  });
}
