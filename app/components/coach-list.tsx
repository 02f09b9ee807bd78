import { formatDate } from "~/domain/availability/calendar-days";
import { localDay } from "~/domain/availability/zones";
import type { Coach } from "~/domain/coaches/coach";
import { formatDayShort, formatTime, isoInstant, zoneLabel } from "~/domain/time";
import { paths } from "~/paths";
import type { Clock } from "./booking-words";
import { LinkButton } from "./form";
import { IconLine, Sheet } from "./page";

/** Whom a client can book: who they are, where, and when they are next free. */
export function CoachList({ coaches, clock }: { coaches: Coach[]; clock: Clock }) {
  return (
    <Sheet>
      <ul>
        {coaches.map((coach) => (
          <li
            key={coach.userId}
            className="rowline grid gap-x-8 gap-y-4 p-5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start sm:px-7 sm:py-6"
          >
            <div className="min-w-0 max-w-text">
              <h2 className="[overflow-wrap:anywhere]">
                <bdi>{coach.name}</bdi>
              </h2>
              {coach.about ? (
                <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">
                  <bdi>{coach.about}</bdi>
                </p>
              ) : null}
              <div className="mt-3 space-y-1 text-small">
                <IconLine icon="globe">{zoneLabel(coach.timezone, clock.now)}</IconLine>
                <IconLine icon="clock">
                  <NextFree coach={coach} clock={clock} />
                </IconLine>
              </div>
            </div>
            <LinkButton href={paths.coach(coach.userId)}>
              Choose a time
              <span className="sr-only">{` with ${coach.name}`}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function NextFree({ coach, clock }: { coach: Coach; clock: Clock }) {
  const { zone, locale, now } = clock;
  const start = coach.nextFree;
  if (start === null) return <span className="text-muted">No free time in the coming weeks</span>;
  const date = formatDate(localDay(zone, start));
  return (
    <>
      Next free:{" "}
      <a href={`${paths.coach(coach.userId, { date })}#times`} className="whitespace-nowrap">
        <time dateTime={isoInstant(start)}>
          {formatDayShort(start, zone, locale, now)}, {formatTime(start, zone, locale)}
        </time>
      </a>
    </>
  );
}
