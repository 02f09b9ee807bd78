import { DAY_MS, formatDate, weekday } from "~/domain/availability/calendar-days";
import { firstDayOf, monthAfter, weeksOf } from "~/domain/availability/month";
import { localDay } from "~/domain/availability/zones";
import { formatMonth, weekdayNames, weekStart } from "~/domain/time";
import type { Query } from "~/paths";
import { Month, type MonthDay } from "./month";
import type { SlotChoice } from "./slot-picker";
import { useVisitor } from "./visitor";

type Props = {
  choice: SlotChoice;
  byDay: Map<number, number[]>;
  chosenDay: number | null;
  /** The time a meeting has now, when it is being moved. */
  present?: number;
  hrefFor: (choice: Query) => string;
};

/** The month as a table: how many times are free on each day, in the visitor's zone. */
export function SlotMonth({ choice, byDay, chosenDay, present, hrefFor }: Props) {
  const { t, zone, locale, now } = useVisitor();
  const today = localDay(zone, now);
  const presentDay = present === undefined ? null : localDay(zone, present);
  const caption = monthName(choice.month, locale);
  const start = weekStart(locale);
  const toDay = (day: number): MonthDay => {
    const count = byDay.get(day)?.length ?? 0;
    const date = formatDate(day);
    return {
      date,
      dayNumber: Number(date.slice(8)),
      href: count > 0 ? `${hrefFor({ date })}#times` : undefined,
      count,
      isToday: day === today,
      isChosen: day === chosenDay,
      label: count > 0 ? t("book.dayFree", { month: caption, count }) : caption,
      reason: day >= today ? t("book.dayFull") : undefined,
      mark: day === presentDay ? { text: t("meeting.move.mark"), label: t("meeting.move.presentDay") } : undefined,
    };
  };
  const turn = (count: -1 | 1) => {
    const month = monthAfter(choice.month, count);
    if (month < choice.firstMonth || month > choice.lastMonth) return undefined;
    return { href: hrefFor({ month }), label: monthName(month, locale) };
  };
  return (
    <Month
      caption={caption}
      weekdays={weekdays(locale, start)}
      weeks={weeksOf(choice.month, start).map((week) => week.map((day) => (day === null ? null : toDay(day))))}
      previous={turn(-1)}
      next={turn(1)}
      todayWord={t("book.today")}
      legend={byDay.size > 0 ? { few: t("book.few"), many: t("book.many") } : undefined}
    />
  );
}

export function monthName(month: string, locale: string) {
  return formatMonth(firstDayOf(month) * DAY_MS, "UTC", locale);
}

function weekdays(locale: string, start: number) {
  const short = weekdayNames(locale, "two");
  const long = weekdayNames(locale, "long");
  return weeksOf("2026-06", start)[1]!.map((day) => ({ short: short[weekday(day!)]!, long: long[weekday(day!)]! }));
}
