import { localDay, localMinutes } from "~/domain/availability/zones";
import type { BusyStretch } from "~/domain/calendars/busy-list.server";
import type { Connection } from "~/domain/calendars/connection";
import { countOf } from "~/domain/counts";
import { formatDayLong, formatDayShort, isoInstant } from "~/domain/time";
import { paths, withQuery } from "~/paths";
import { dayWords, lengthOf, rangeWords, type Clock } from "./booking-words";
import { Pagination } from "./pagination";

type Props = {
  connection: Connection;
  busy: BusyStretch[];
  total: number;
  page: number;
  pageSize: number;
  clock: Clock;
};

/** The stretches that a calendar says are taken, from now on, by days. Of their events only the time is kept. */
export function BusyList({ connection, busy, total, page, pageSize, clock }: Props) {
  if (total === 0) return <p className="max-w-text text-muted">{nothingWords(connection)}</p>;
  return (
    <>
      <p className="hint -mt-3 mb-4 max-w-text">
        {connection.checkConflicts
          ? "Only the times are kept here: what an event is called, and who comes, stays in the calendar."
          : "These do not block your times, because “Its events block my times” is not ticked."}
      </p>
      {byDay(busy, clock).map(({ day, stretches }) => (
        <section key={day} className="rowline grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[16rem_1fr]">
          <h3 className="text-body">{dayHeading(stretches[0]!, clock)}</h3>
          <ul className="space-y-1">
            {stretches.map((each) => (
              <li key={each.id} className="flex flex-wrap gap-x-4">
                <span>{timeWords(each, clock)}</span>
                {each.repeats ? <span className="text-muted">repeats</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Pages {...{ connection, total, page, pageSize }} />
    </>
  );
}

function Pages({ connection, total, page, pageSize }: Pick<Props, "connection" | "total" | "page" | "pageSize">) {
  if (total <= pageSize) return <p className="mt-3 text-small text-muted">{countOf(total, "stretch", "stretches")}</p>;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  const at = (number: number) => `${withQuery(paths.calendar(connection.id), { page: number })}#blocks`;
  return (
    <Pagination
      range={first > total ? `${total} in all` : `${first} to ${last} of ${total}`}
      earlier={page > 1 ? { href: at(page - 1), label: "Earlier" } : undefined}
      later={last < total ? { href: at(page + 1), label: "Later" } : undefined}
    />
  );
}

/** One that began on an earlier day stands with today's. */
function byDay(busy: BusyStretch[], { zone, now }: Clock) {
  const days = new Map<number, BusyStretch[]>();
  for (const each of busy) {
    const day = localDay(zone, Math.max(each.start, now));
    days.set(day, [...(days.get(day) ?? []), each]);
  }
  return [...days].map(([day, stretches]) => ({ day, stretches }));
}

function dayHeading({ start }: BusyStretch, clock: Clock) {
  const from = Math.max(start, clock.now);
  const words = dayWords(from, clock);
  return words === "Today" ? `Today, ${formatDayLong(from, clock.zone, clock.locale, clock.now)}` : words;
}

function timeWords({ start, end }: BusyStretch, clock: Clock) {
  const isWhole = localMinutes(clock.zone, start) === 0 && localMinutes(clock.zone, end) === 0;
  const instants = `${isoInstant(start)}/${isoInstant(end)}`;
  if (isWhole) return <time dateTime={instants}>{wholeDays({ start, end }, clock)}</time>;
  return (
    <>
      <time dateTime={instants}>{rangeWords({ start, end }, clock)}</time>
      <span className="text-muted">{`, ${lengthOf(end - start)}`}</span>
    </>
  );
}

/** "all day", "all day until Wed 2 Dec" */
function wholeDays({ start, end }: Pick<BusyStretch, "start" | "end">, { zone, locale, now }: Clock) {
  if (localDay(zone, end) - localDay(zone, start) === 1) return "all day";
  return `all day until ${formatDayShort(end - 1, zone, locale, now)}`;
}

function nothingWords({ lastSyncedAt, syncedUntil }: Connection) {
  if (lastSyncedAt === null) return "It was not read yet. What it blocks stands here once it was.";
  return syncedUntil === null ? "Nothing from now on." : "Nothing from now on, as far ahead as you can be booked.";
}
