import type { z } from "zod";
import { formatDate } from "~/domain/availability/calendar-days";
import type { Figures } from "~/domain/analytics/figures.server";
import { conversionRate } from "~/domain/links/link-numbers";
import type { FiguresAnswer } from "./link-answer";

/** What became of a link, day by day, as the API answers it. */
export function figuresJson({ totals, days }: Figures): z.input<typeof FiguresAnswer> {
  return {
    views: totals.views,
    bookings: totals.bookings,
    conversion_rate: conversionRate(totals),
    by_day: days.map(({ day, views, bookings }) => ({ date: formatDate(day), views, bookings })),
  };
}
