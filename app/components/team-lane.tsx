import type { CalendarBooking, Place } from "~/domain/availability/team-calendar";
import { paths } from "~/paths";
import { initialsOf } from "./initials";
import type { ShownDay, ShownMember } from "./team-calendar-words";
import { placed, rowsIn, rowsOf } from "./team-week-rows";

type Props = { member: ShownMember; bookings: CalendarBooking[]; day: ShownDay; zone: string; dial: Place };

/** One member's day, from above to below: hours, what can be booked of them, calendars, buffers, meetings. */
export function TeamLane({ member, bookings, day, zone, dial }: Props) {
  const at = (place: Place) => `col-start-1 ${rowsOf(place, dial)}`;
  return (
    <div className="grid min-w-0 flex-1 auto-rows-[11px] grid-cols-[minmax(0,1fr)]">
      {placed(member.open, day, zone).map(({ place }, index) => (
        <div key={index} className={`lane ${at(place)}`} />
      ))}
      {placed(member.free, day, zone).map(({ part, place }, index) =>
        part.href ? (
          <a key={index} href={part.href} tabIndex={-1} className={`m-px hover:bg-sea-wash ${at(place)}`} />
        ) : null,
      )}
      {placed(member.busy, day, zone).map(({ place }, index) => (
        <div key={index} className={`hatch z-[1] m-px border border-edge bg-well ${at(place)}`} />
      ))}
      {placed(member.buffers, day, zone).map(({ place }, index) => (
        <div key={index} className={`z-[1] m-px border border-dotted border-edge bg-well ${at(place)}`} />
      ))}
      {placed(bookings, day, zone).map(({ part, place }, index) => (
        <Meeting key={index} booking={part} isTall={rowsIn(place) > 1} className={at(place)} />
      ))}
    </div>
  );
}

type MeetingProps = { booking: CalendarBooking; isTall: boolean; className: string };

function Meeting({ booking: { seen, status }, isTall, className }: MeetingProps) {
  const look = status === "pending" ? "bk-wait border-2 text-wait" : "bk";
  const classes = `z-[1] m-0.5 overflow-hidden rounded-[2px] px-0.5 text-tick font-semibold no-underline ${look} ${className}`;
  const words = seen && isTall ? <bdi>{initialsOf(seen.invitee)}</bdi> : null;
  return seen ? (
    <a href={paths.booking(seen.id)} tabIndex={-1} className={classes}>
      {words}
    </a>
  ) : (
    <div className={classes} />
  );
}
