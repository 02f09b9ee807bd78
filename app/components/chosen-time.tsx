import type { ReactNode } from "react";
import { formatDayLong, formatTime, formatTimeRange, zoneCity, zoneLabel } from "~/domain/time";
import { offsetAt } from "~/domain/availability/zones";
import { useVisitor } from "./visitor";
import { wholeDate } from "./whole-date";

type Props = { label?: string; start: number; end: number; otherZone?: string; children?: ReactNode };

/** The time that was chosen, behind the line of here and now. */
export function ChosenTime({ label, start, end, otherZone, children }: Props) {
  const { t, zone, locale, now } = useVisitor();
  const isElsewhere = otherZone && offsetAt(otherZone, start) !== offsetAt(zone, start);
  return (
    <div className="border-s-[3px] border-meridian ps-4">
      {label ? <p className="hint">{label}</p> : null}
      <p className="font-display text-h2">
        <time dateTime={new Date(start).toISOString()} className="whitespace-nowrap">
          {formatTimeRange(start, end, zone, locale)}
        </time>
      </p>
      <p className="font-semibold">{wholeDate(formatDayLong(start, zone, locale, now))}</p>
      <p className="hint">
        {zoneLabel(zone, start)}.{" "}
        {isElsewhere
          ? t("book.elsewhere", { city: zoneCity(otherZone), time: formatTime(start, otherZone, locale) })
          : null}
      </p>
      {children}
    </div>
  );
}
