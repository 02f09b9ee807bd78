/** Which part of those who looked booked, 0 to 1. Somebody may book twice, and without ever being counted as a visitor. */
export function conversionRate({ views, bookings }: { views: number; bookings: number }): number {
  return views === 0 ? 0 : Math.min(1, bookings / views);
}
