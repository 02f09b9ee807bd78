import { z } from "zod";
import { parseDate } from "../availability/calendar-days";
import { wallToInstant } from "../availability/zones";
import type { BookingStatus } from "./booking";

export const bookingTabs = ["upcoming", "waiting", "past", "cancelled"] as const;
export type BookingTab = (typeof bookingTabs)[number];

const dayField = z
  .string()
  .trim()
  .transform((text, context) => {
    const day = text === "" ? undefined : parseDate(text);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: "That is not a date. It looks like 2026-11-23." });
    return z.NEVER;
  })
  .optional();

/** What a host looks for among the bookings. Dates are epoch days, both inclusive. */
export const BookingSearch = z
  .object({
    q: z.string().trim().max(200, "The search is too long: 200 characters at most.").optional(),
    from: dayField,
    to: dayField,
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    message: "This date is before the one beside it.",
  });

export type BookingSearch = z.output<typeof BookingSearch>;

/** Which bookings stand under a tab. Those still to come start with the nearest, the others with the latest. */
export function tabFilter(tab: BookingTab, now: number) {
  return {
    ...tabs[tab](now),
    order: tab === "upcoming" || tab === "waiting" ? ("start" as const) : ("start_desc" as const),
  };
}

export function searchFilter({ q, from, to }: BookingSearch, zone: string) {
  return {
    q: q || undefined,
    from: from === undefined ? undefined : within(wallToInstant(zone, from, 0)),
    to: to === undefined ? undefined : within(wallToInstant(zone, to + 1, 0)),
  };
}

type TabFilter = { statuses: BookingStatus[]; endsAfter?: number; endedBy?: number };

const tabs: Record<BookingTab, (now: number) => TabFilter> = {
  upcoming: (now) => ({ statuses: ["pending", "confirmed"], endsAfter: now }),
  waiting: (now) => ({ statuses: ["pending"], endsAfter: now }),
  past: (now) => ({ statuses: ["confirmed", "completed"], endedBy: now }),
  cancelled: () => ({ statuses: ["cancelled"] }),
};

/** No booking lies outside, and Postgres reads no date there as JavaScript writes it. */
function within(ms: number) {
  return Math.min(Math.max(ms, 0), Date.UTC(9999, 11, 31));
}
