import { formatTime, zoneCity } from "~/domain/time";
import type { TeamCalendarPage } from "./team-calendar-words";

/** Whose lanes they are, with each one's own clock. */
export function TeamPeople({ page, initials }: { page: TeamCalendarPage; initials: string[] }) {
  const { members, clock, total } = page;
  return (
    <section>
      <h2>
        {members.length < total ? `People ${page.page.first + 1} to ${page.page.first + members.length}` : "People"}
      </h2>
      <ul className="mt-1">
        {members.map(({ userId, name, timezone, hasSchedule }, index) => (
          <li key={userId} className="rowline grid grid-cols-[2.25rem_minmax(0,1fr)_auto] items-baseline gap-x-3 py-2">
            <span aria-hidden="true" className="text-small font-semibold">
              <bdi>{initials[index]}</bdi>
            </span>
            <span>
              <bdi>{name}</bdi>
            </span>
            <span className="text-end text-small text-muted">
              {`${zoneCity(timezone)}, ${formatTime(clock.now, timezone, clock.locale)}`}
              {hasSchedule ? null : <span className="block">no hours set</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
