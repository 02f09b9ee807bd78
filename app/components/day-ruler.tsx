import { DAY_MS, weekday } from "~/domain/availability/calendar-days";
import { localDay, offsetAt, wallToInstant } from "~/domain/availability/zones";
import { formatDayShort, formatTime, formatTimeRange, weekdayNames, zoneCity } from "~/domain/time";
import { spanWords } from "~/messages/spans";
import { listOf } from "~/messages/translate";
import { shortName } from "./offer-words";
import { Ruler, type RulerRow } from "./ruler";
import { useVisitor } from "./visitor";

type Props = {
  /** The first zone's date, an epoch day. */
  day: number;
  /** Whose name is not to be read has a line for their zone alone. */
  hosts: { name: string | null; timezone: string }[];
  /** Free starts of that day, as bars of this length. */
  free?: { slots: number[]; durationMinutes: number };
  meeting?: { start: number; end: number; label?: string };
  /** What stands at the end of the only line, which then begins with the date. */
  text?: string;
};

const mostZones = 4;
const mostLetters = 12;

/** One day, seen from the visitor's zone and from the hosts' zones below it. */
export function DayRuler({ day, hosts, free, meeting, text }: Props) {
  const { t, zone, locale, now } = useVisitor();
  const from = wallToInstant(zone, day, 0);
  const to = wallToInstant(zone, day + 1, 0);
  const at = meeting?.start ?? from + (to - from) / 2;
  const minute = (ms: number) => (ms - from) / 60_000;
  const lines = linesOf(zone, hosts, at).slice(0, mostZones);

  const rows = lines.map((line, index): RulerRow => {
    const ahead = (offsetAt(line.zone, at) - offsetAt(zone, at)) / 60_000;
    const isFirst = index === 0;
    const names = isFirst ? [t("book.ruler.you"), ...line.names] : line.names;
    const who = text ? formatDayShort(day * DAY_MS, "UTC", locale, now) : fewNames(names, locale);
    const distance = t(ahead < 0 ? "book.ruler.behind" : "book.ruler.ahead", { span: spanWords(t, ahead) });
    return {
      name: [zoneCity(line.zone), who].filter(Boolean).join(", "),
      text:
        meeting && !text
          ? rangeIn(line.zone)
          : isFirst
            ? (text ?? formatDayShort(day * DAY_MS, "UTC", locale, now))
            : distance,
      offsetMinutes: (offsetAt(line.zone, from) - offsetAt(zone, from)) / 60_000,
      clockChange: clockChange(line.zone, from, to),
      free:
        isFirst && free
          ? barsOf(free, to).map(([start, end]) => ({ startMinute: minute(start), endMinute: minute(end) }))
          : undefined,
    };
  });
  return (
    <Ruler
      rows={rows}
      dayLengthMinutes={minute(to)}
      meeting={
        meeting && {
          startMinute: minute(meeting.start),
          endMinute: minute(meeting.end),
          label: meeting.label ?? formatTime(meeting.start, zone, locale),
        }
      }
      sentence={rows.length > 1 || meeting ? rows.map(asSentence).join(" ") : undefined}
    />
  );

  /** Where it is another day, that day and the start: both ends would not fit on a phone. */
  function rangeIn(there: string) {
    const { start, end } = meeting!;
    const dayThere = localDay(there, start);
    if (dayThere === day) return formatTimeRange(start, end, there, locale);
    return `${weekdayNames(locale, "short")[weekday(dayThere)]} ${formatTime(start, there, locale)}`;
  }
}

/** As much of them as a phone has room for. */
function fewNames([first = "", ...rest]: string[], locale: string) {
  if (rest.length > 1) return `${shortened(first)} +${rest.length}`;
  return listOf([first, ...rest].map(shortened), locale);
}

function shortened(name: string) {
  const letters = [...name];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("")}…` : name;
}

/** Some languages shorten a month with a full stop, which then ends the sentence too. */
function asSentence({ name, text }: RulerRow) {
  return `${name}: ${text}${text.endsWith(".") ? "" : "."}`;
}

/** The visitor's zone, then the others by their distance; whoever has the same clock shares a line. */
function linesOf(zone: string, hosts: Props["hosts"], at: number) {
  const lines = [{ zone, names: [] as string[], distance: 0 }];
  for (const { name, timezone } of hosts) {
    const distance = Math.abs(offsetAt(timezone, at) - offsetAt(zone, at));
    const same = lines.find((line) => offsetAt(line.zone, at) === offsetAt(timezone, at));
    const names = name === null ? [] : [shortName(name)];
    if (same) same.names.push(...names);
    else lines.push({ zone: timezone, names, distance });
  }
  return lines.sort((a, b) => a.distance - b.distance);
}

/** Bars that would cover each other end where the next one begins. */
function barsOf({ slots, durationMinutes }: NonNullable<Props["free"]>, dayEnd: number) {
  return slots.map(
    (start, index) => [start, Math.min(start + durationMinutes * 60_000, slots[index + 1] ?? dayEnd, dayEnd)] as const,
  );
}

/** Where the zone's clock jumps within the day, to the minute. */
function clockChange(zone: string, from: number, to: number) {
  const before = offsetAt(zone, from);
  const after = offsetAt(zone, to - 1);
  if (before === after) return undefined;
  let atMinute = 0;
  while (offsetAt(zone, from + atMinute * 60_000) === before) atMinute++;
  return { atMinute, byMinutes: (after - before) / 60_000 };
}
