import type { Booking } from "~/domain/bookings/booking";
import { formatDayShort, isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import { Badge } from "./badge";
import { hostWords, lengthOf, rangeWords, stateOf, theirTime, type Clock } from "./booking-words";
import { Cell, Row, Table } from "./table";

type Props = { bookings: Booking[]; clock: Clock; viewerId: string; caption: string };

const columns = ["When", "Invitee", "Event type", "Host", "State"].map((label) => ({ label }));

export function BookingsTable({ bookings, clock, viewerId, caption }: Props) {
  return (
    <Table caption={caption} columns={columns}>
      {bookings.map((booking) => (
        <Row key={booking.id}>
          <Cell heading className="sm:w-32">
            <When booking={booking} clock={clock} />
          </Cell>
          <Cell>
            <span className="block text-body font-semibold leading-5">
              <bdi>{booking.inviteeName}</bdi>
            </span>
            <span className="block text-muted">
              <bdi>{booking.inviteeEmail}</bdi>
            </span>
            <span className="block text-muted">{theirTime(booking, clock)}</span>
          </Cell>
          <Cell>
            <bdi>{booking.eventType.name}</bdi>
            {booking.eventType.isSession ? <Session booking={booking} /> : null}
          </Cell>
          <Cell>
            <bdi>{hostWords(booking, viewerId)}</bdi>
          </Cell>
          <Cell>
            <State booking={booking} viewerId={viewerId} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function When({ booking, clock }: { booking: Booking; clock: Clock }) {
  const { zone, locale, now } = clock;
  const isOff = booking.status === "cancelled";
  return (
    <span className={isOff ? "line-through" : ""}>
      <a href={paths.booking(booking.id)} className="-my-1 inline-block py-1 whitespace-nowrap font-semibold text-ink">
        <time dateTime={isoInstant(booking.start)}>{formatDayShort(booking.start, zone, locale, now)}</time>
        <span className="sr-only">{` with ${booking.inviteeName}`}</span>
      </a>{" "}
      <span className="sm:block">{rangeWords(booking, clock)}</span>
    </span>
  );
}

/** What clients book lasts as long as they choose. */
function Session({ booking: { start, end, eventType } }: { booking: Booking }) {
  const length = lengthOf(end - start);
  return <span className="block text-muted">{eventType.name === "Session" ? length : `Session, ${length}`}</span>;
}

function State({ booking, viewerId }: { booking: Booking; viewerId: string }) {
  const { state, label } = stateOf(booking, viewerId);
  return <Badge state={state}>{label}</Badge>;
}
