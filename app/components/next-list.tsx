import { localDay } from "~/domain/availability/zones";
import type { Booking } from "~/domain/bookings/booking";
import { formatTime, isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import { Badge } from "./badge";
import { dayWords, hostsOf, placeInBrief, stateOf, type Clock } from "./booking-words";

type Props = { bookings: Booking[]; clock: Clock; viewerId: string };

/** Meetings by day, in the host's own calendar. */
export function NextList({ bookings, clock, viewerId }: Props) {
  return byDay(bookings, clock.zone).map((day, index) => (
    <section key={day[0]!.start} className={index === 0 ? "" : "mt-3"}>
      <h3 className="text-small font-semibold text-muted">{dayWords(day[0]!.start, clock)}</h3>
      <ul>
        {day.map((booking) => (
          <Meeting key={booking.id} booking={booking} clock={clock} viewerId={viewerId} />
        ))}
      </ul>
    </section>
  ));
}

function Meeting({ booking, clock, viewerId }: { booking: Booking; clock: Clock; viewerId: string }) {
  const { zone, locale } = clock;
  const hosts = hostsOf(booking).length;
  return (
    <li className="rowline grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 py-4 sm:grid-cols-[8rem_minmax(0,1fr)_auto]">
      <p className="whitespace-nowrap">
        <time dateTime={isoInstant(booking.start)} className="font-semibold">
          {formatTime(booking.start, zone, locale)}
        </time>
        <span className="hidden text-muted sm:inline">{` – ${formatTime(booking.end, zone, locale)}`}</span>
      </p>
      <div className="min-w-0">
        <a href={paths.booking(booking.id)} className="-my-1 inline-block py-1 font-semibold text-ink">
          <bdi>{booking.inviteeName}</bdi>
        </a>
        <p className="hint [overflow-wrap:anywhere]">
          <bdi>{booking.eventType.name}</bdi>, <bdi>{hosts > 1 ? `${hosts} hosts` : placeInBrief(booking)}</bdi>
        </p>
      </div>
      <p className="col-start-2 sm:col-start-3">
        <When booking={booking} now={clock.now} viewerId={viewerId} />
      </p>
    </li>
  );
}

/** The meeting that is here, or nearly; else its state. */
function When({ booking, now, viewerId }: { booking: Booking; now: number; viewerId: string }) {
  const minutes = Math.ceil((booking.start - now) / 60_000);
  if (booking.status === "confirmed" && minutes < 60) {
    return (
      <span className="whitespace-nowrap text-small font-semibold text-meridian">
        {minutes <= 0 ? "now" : `in ${minutes} min`}
      </span>
    );
  }
  const { state, label } = stateOf(booking, viewerId);
  return <Badge state={state}>{label}</Badge>;
}

function byDay(bookings: Booking[], zone: string): Booking[][] {
  const days: Booking[][] = [];
  for (const booking of bookings) {
    const last = days.at(-1);
    if (last && localDay(zone, last[0]!.start) === localDay(zone, booking.start)) last.push(booking);
    else days.push([booking]);
  }
  return days;
}
