import { z } from "zod";
import { wallToInstant } from "../availability/zones";
import { dateField } from "../fields";
import type { BookingStatus } from "./booking";

export const bookingTabs = ["upcoming", "waiting", "past", "cancelled"] as const;
export type BookingTab = (typeof bookingTabs)[number];

/** What clients booked, of whatever coach: asked for in the place of an event type. */
export const sessions = "sessions";

const dayField = z
  .string()
  .transform((text) => text.trim() || undefined)
  .pipe(dateField.optional())
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
    from: from === undefined ? undefined : wallToInstant(zone, from, 0),
    to: to === undefined ? undefined : wallToInstant(zone, to + 1, 0),
  };
}

type TabFilter = { statuses: BookingStatus[]; endsAfter?: number; endedBy?: number };

const tabs: Record<BookingTab, (now: number) => TabFilter> = {
  upcoming: (now) => ({ statuses: ["pending", "confirmed"], endsAfter: now }),
  waiting: (now) => ({ statuses: ["pending"], endsAfter: now }),
  past: (now) => ({ statuses: ["confirmed", "completed"], endedBy: now }),
  cancelled: () => ({ statuses: ["cancelled"] }),
};
