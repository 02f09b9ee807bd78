import { countBookingsMade, countViews, type BookingRow, type ViewRow } from "./counts.server";
import type { DayCounts, Totals, WayCounts } from "./figures";
import { dayBounds, lengthOf, periodBefore, type Period } from "./period";
import type { Scope } from "./scope.server";

export type Figures = { totals: Totals; before: Totals; days: DayCounts[]; ways: WayCounts[] };

/** All numbers of a period and those of the one before, in two statements. Days are the zone's. */
export async function loadFigures(scope: Scope, period: Period, zone: string): Promise<Figures> {
  const bounds = boundsOf(period, zone);
  const [views, bookings] = await Promise.all([countViews(scope, bounds), countBookingsMade(scope, bounds)]);
  const inBucket = (bucket: number) => ({
    views: views.find((row) => row.bucket === bucket)?.views ?? 0,
    bookings: bookings.find((row) => row.bucket === bucket)?.bookings ?? 0,
  });
  return {
    before: totalsOf(
      views.filter(({ bucket }) => bucket === 1),
      bookings.filter(({ bucket }) => bucket === 1),
    ),
    totals: totalsOf(views.filter(isLater), bookings.filter(isLater)),
    days: Array.from({ length: lengthOf(period) }, (_, index) => ({
      day: period.first + index,
      ...inBucket(index + 2),
    })),
    ways: waysOf(views, bookings, scope),
  };
}

/** First the whole period before, then each day. */
export function boundsOf(period: Period, zone: string): number[] {
  return [dayBounds(periodBefore(period), zone)[0]!, ...dayBounds(period, zone)];
}

function isLater({ bucket }: { bucket: number | null }) {
  return bucket !== null && bucket > 1;
}

function totalsOf(views: ViewRow[], bookings: BookingRow[]): Totals {
  const sum = <Row>(rows: Row[], number: (row: Row) => number) => rows.reduce((all, row) => all + number(row), 0);
  return {
    views: sum(views, (row) => row.views),
    bookings: sum(bookings, (row) => row.bookings),
    cancelled: sum(bookings, (row) => row.cancelled),
    cancelledByHosts: sum(bookings, (row) => row.cancelledByHosts),
  };
}

/** Links that the viewer does not see are one way of their event type. */
function waysOf(views: ViewRow[], bookings: BookingRow[], { seen }: Scope): WayCounts[] {
  const ways = new Map<string, WayCounts>();
  const isSeen = (linkId: string) => seen === null || seen.linkIds.includes(linkId);
  const wayOf = ({ eventTypeId, linkId, isOneTime }: ViewRow | BookingRow) => {
    const way = isOneTime ? "one_time" : linkId === null ? "page" : isSeen(linkId) ? "link" : "others";
    const own = way === "link" ? linkId : null;
    const key = `${way} ${own ?? eventTypeId}`;
    const found = ways.get(key) ?? { way, eventTypeId: eventTypeId!, linkId: own, views: 0, bookings: 0 };
    ways.set(key, found);
    return found;
  };
  for (const row of views) if (row.bucket === null) wayOf(row).views += row.views;
  for (const row of bookings) if (row.bucket === null) wayOf(row).bookings += row.bookings;
  return [...ways.values()].sort((a, b) => b.views - a.views || b.bookings - a.bookings);
}
