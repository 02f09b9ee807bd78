import type { Totals } from "~/domain/analytics/figures";
import { cancelledChange, countChange, numberText, rateChange, rateText, viewsChange } from "./analytics-words";

type Props = { totals: Totals; before: Totals };

/** Four numbers, each beside that of the days before. */
export function AnalyticsFacts({ totals, before }: Props) {
  return (
    <dl className="grid grid-cols-2 gap-px bg-rule lg:grid-cols-4">
      <Fact name="Views" value={numberText(totals.views)} change={viewsChange(totals.views, before.views)} />
      <Fact
        name="Bookings"
        value={numberText(totals.bookings)}
        change={countChange(totals.bookings, before.bookings)}
      />
      <Fact name="Booked per 100 views" value={rateText(totals) ?? "–"} change={rateChange(totals, before)} />
      <Fact name="Cancelled" value={numberText(totals.cancelled)} change={cancelledChange(totals, before)} />
    </dl>
  );
}

function Fact({ name, value, change }: { name: string; value: string; change: string }) {
  return (
    <div className="bg-surface p-4 sm:px-7 sm:py-5">
      <dt className="text-small font-medium text-muted">{name}</dt>
      <dd className="font-display text-h1">{value}</dd>
      <dd className="text-small text-muted">{change}</dd>
    </div>
  );
}
