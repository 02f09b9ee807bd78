import { conversionRate } from "../links/link-numbers";

/** What was counted over some days. Bookings are those made in these days, whatever became of them since. */
export type Counts = { views: number; bookings: number };
export type Totals = Counts & { cancelled: number; cancelledByHosts: number };

/** A day by its epoch day. */
export type DayCounts = Counts & { day: number };

/**
 * The numbers of one way to be booked: an event type's own page (or a host, or a program), an evergreen link, the links for one
 * person of an event type, or links of others that the viewer does not see. Together they are all there is.
 */
export type WayCounts = Counts & {
  way: "page" | "link" | "one_time" | "others";
  eventTypeId: string;
  linkId: string | null;
};

/** How many of a hundred views were booked; null where there were none. */
export function perHundred({ views, bookings }: Counts): number | null {
  return views === 0 ? null : 100 * conversionRate({ views, bookings });
}

/** Sums the days of each stretch. */
export function sumUp(days: readonly DayCounts[], stretches: readonly { first: number; last: number }[]): Counts[] {
  return stretches.map(({ first, last }) => totalOf(days.filter(({ day }) => day >= first && day <= last)));
}

export function totalOf(all: readonly Counts[]): Counts {
  return {
    views: all.reduce((sum, { views }) => sum + views, 0),
    bookings: all.reduce((sum, { bookings }) => sum + bookings, 0),
  };
}
