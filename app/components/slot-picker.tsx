import { DAY_MS, formatDate, parseDate } from "~/domain/availability/calendar-days";
import { partOfDay, partsOfDay, slotsByDay } from "~/domain/availability/month";
import { localDay } from "~/domain/availability/zones";
import { formatDayLong, formatDayShort, formatTime, isoInstant, zoneCity } from "~/domain/time";
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
  /** The time a meeting has now, when it is being moved. */
  present?: { start: number; href: string };
};

/** The two columns of a choice: the month, and the times of its chosen day. */
export function SlotPicker({ choice, hrefFor, present }: Props) {
  const { zone } = useVisitor();
  const byDay = slotsByDay(choice.slots, zone);
  const day = choice.date === null ? null : parseDate(choice.date);
  return (
    <>
      <div className="border-t border-rule p-5 sm:p-7 md:border-s md:border-t-0">
        <SlotMonth choice={choice} byDay={byDay} chosenDay={day} hrefFor={hrefFor} />
      </div>
      <div className="border-t border-rule p-5 sm:p-7 md:col-span-2 lg:col-span-1 lg:border-s lg:border-t-0">
        <DayTimes day={day} slots={(day !== null && byDay.get(day)) || []} {...{ choice, hrefFor, present }} />
      </div>
    </>
  );
}

function DayTimes({ day, slots, choice, hrefFor, present }: Props & { day: number | null; slots: number[] }) {
  const { t, zone, locale, now } = useVisitor();
  if (day === null) {
    return (
      <Times heading={t("book.noDay")} groups={[]} empty={<NextFree start={choice.nextFree} hrefFor={hrefFor} />} />
    );
  }
  const text = formatDayLong(day * DAY_MS, "UTC", locale, now);
  const groups = partsOfDay.map((part) => ({
    label: t(`book.part.${part}`),
    times: slots
      .filter((start) => partOfDay(zone, start) === part)
      .map((start) => ({
        text: formatTime(start, zone, locale),
        ...(start === present?.start
          ? { href: present.href, label: t("meeting.move.present"), isChosen: true }
          : { href: hrefFor({ time: isoInstant(start) }), label: text }),
      })),
  }));
  return (
    <Times
      heading={wholeDate(text)}
      sub={slots.length > 0 ? t("book.timesFree", { count: slots.length, city: zoneCity(zone) }) : undefined}
      groups={groups}
      empty={
        <>
          <p>{t("book.noTimesThatDay")}</p>
          <NextFree start={choice.nextFree} hrefFor={hrefFor} />
        </>
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
