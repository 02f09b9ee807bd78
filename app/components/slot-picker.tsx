import { DAY_MS, formatDate, parseDate } from "~/domain/availability/calendar-days";
import { partOfDay, partsOfDay, slotsByDay } from "~/domain/availability/month";
import { localDay } from "~/domain/availability/zones";
import { formatDayLong, formatDayShort, formatTime, isoInstant, zoneCity } from "~/domain/time";
import type { ReactNode } from "react";
import type { Query } from "~/paths";
import { SlotMonth } from "./slot-month";
import { Times } from "./times";
import { useVisitor } from "./visitor";
import { wholeDate } from "./whole-date";

export type SlotChoice = {
  month: string;
  firstMonth: string;
  lastMonth: string;
  date: string | null;
  slots: number[];
  nextFree: number | null;
};

type Props = {
  choice: SlotChoice;
  /** The page's own address with another choice in it. */
  hrefFor: (choice: Query) => string;
  /** The time a meeting has now, when it is being moved: marked, and not to be chosen. */
  present?: number;
  /** Stands under the times of the day, also where there are none. */
  below?: ReactNode;
};

/** The two columns of a choice: the month, and the times of its chosen day. */
export function SlotPicker({ choice, hrefFor, present, below }: Props) {
  const { zone } = useVisitor();
  const byDay = slotsByDay(choice.slots, zone);
  const day = choice.date === null ? null : parseDate(choice.date);
  return (
    <>
      <div className="border-t border-rule p-5 sm:p-7 md:border-s md:border-t-0">
        <SlotMonth choice={choice} byDay={byDay} chosenDay={day} present={present} hrefFor={hrefFor} />
      </div>
      <div className="border-t border-rule p-5 sm:p-7 md:col-span-2 lg:col-span-1 lg:border-s lg:border-t-0">
        <DayTimes day={day} slots={(day !== null && byDay.get(day)) || []} {...{ choice, hrefFor, present }} />
        {below}
      </div>
    </>
  );
}

type DayProps = Omit<Props, "below"> & { day: number | null; slots: number[] };

function DayTimes({ day, slots, choice, hrefFor, present }: DayProps) {
  const { t, zone, locale, now } = useVisitor();
  const next = <NextFree start={choice.nextFree} hrefFor={hrefFor} />;
  if (day === null) return <Times heading={t("book.noDay")} groups={[]} empty={next} />;
  const text = formatDayLong(day * DAY_MS, "UTC", locale, now);
  const isPresentDay = present !== undefined && localDay(zone, present) === day;
  const shown = isPresentDay ? [...slots, present].sort((a, b) => a - b) : slots;
  const groups = partsOfDay.map((part) => ({
    label: t(`book.part.${part}`),
    times: shown
      .filter((start) => partOfDay(zone, start) === part)
      .map((start) => ({
        text: formatTime(start, zone, locale),
        ...(start === present
          ? { mark: t("meeting.move.mark"), label: t("meeting.move.present") }
          : { href: hrefFor({ time: isoInstant(start) }), label: text }),
      })),
  }));
  return (
    <Times
      heading={wholeDate(text)}
      sub={slots.length > 0 ? t("book.timesFree", { count: slots.length, city: zoneCity(zone) }) : undefined}
      groups={groups}
      empty={
        slots.length > 0 ? undefined : (
          <>
            <p>{t(isPresentDay ? "meeting.move.onlyPresent" : "book.noTimesThatDay")}</p>
            {next}
          </>
        )
      }
    />
  );
}

function NextFree({ start, hrefFor }: { start: number | null; hrefFor: Props["hrefFor"] }) {
  const { t, zone, locale, now } = useVisitor();
  if (start === null) return <p>{t("book.nothingFree")}</p>;
  const date = formatDate(localDay(zone, start));
  const when = `${formatDayShort(start, zone, locale, now)}, ${formatTime(start, zone, locale)}`;
  return (
    <p>
      {t("book.nextFree")}{" "}
      <a href={`${hrefFor({ date })}#times`} className="inline-block py-1">
        {when}
      </a>
    </p>
  );
}
