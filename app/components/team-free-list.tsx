import { formatDayShort, isoInstant } from "~/domain/time";
import { rangeWords } from "./booking-words";
import { overlapWords, type Overlap, type TeamCalendarPage } from "./team-calendar-words";

/** Every time of the week at which all of them are free, which the picture shows as bands. */
export function TeamFreeList({ page }: { page: TeamCalendarPage }) {
  const { overlaps, mayBook, durationMinutes } = page;
  const canStillBook = overlaps.some(({ isPast, isTooShort }) => !isPast && !isTooShort);
  return (
    <section>
      <h2>{freeHeading(page)}</h2>
      {overlaps.length === 0 ? (
        <p className="mt-2">{never(page)}</p>
      ) : (
        <ul className="mt-1">
          {overlaps.map((overlap) => (
            <li
              key={overlap.start}
              className="rowline flex flex-wrap items-baseline justify-between gap-x-6 py-2.5 first:pt-1.5"
            >
              <When overlap={overlap} page={page} />
              <span className="text-small text-muted">{overlapWords(overlap, page)}</span>
            </li>
          ))}
        </ul>
      )}
      {canStillBook && !mayBook ? (
        <p className="hint mt-2">
          {durationMinutes === null
            ? "You own and host no event type that these people hold, so there is nothing to book here for you."
            : "This event type is not yours to book with these people."}
        </p>
      ) : null}
    </section>
  );
}

function When({ overlap, page }: { overlap: Overlap; page: TeamCalendarPage }) {
  const { zone, locale, now } = page.clock;
  const words = (
    <time dateTime={isoInstant(overlap.start)}>
      <strong className="font-semibold">{formatDayShort(overlap.start, zone, locale, now)}</strong>{" "}
      <span className="whitespace-nowrap">{rangeWords(overlap, page.clock)}</span>
    </time>
  );
  if (!overlap.href) return <span>{words}</span>;
  return (
    <a href={overlap.href} className="-my-1 inline-block py-1">
      <span className="sr-only">Book </span>
      {words}
    </a>
  );
}

/** A fact, because whoever goes from heading to heading hears nothing else. */
function freeHeading({ overlaps, total }: TeamCalendarPage) {
  if (overlaps.length === 0) return total === 1 ? "Not free" : "No time together";
  return total === 1 ? "Free" : total === 2 ? "Both are free" : "Everybody is free";
}

function never({ total, withoutHours, members }: TeamCalendarPage) {
  const [first, second, ...more] = withoutHours;
  if (first !== undefined) {
    const names =
      more.length > 0 ? `${withoutHours.length} of them have` : second ? `${first} and ${second} have` : `${first} has`;
    return `${names} no hours set, so there is no time at which all are free.`;
  }
  if (total === 1) return `${members[0]?.name} is not free this week.`;
  return `At no time of this week are ${total === 2 ? "both" : `all ${total}`} free. Choose fewer people, or look at another week.`;
}
