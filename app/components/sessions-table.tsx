import type { Booking } from "~/domain/bookings/booking";
import { formatDayShort, isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import { Badge } from "./badge";
import { lengthOf, placeInBrief, rangeWords, stateOf, whenShort, type Clock } from "./booking-words";
import { LinkButton } from "./form";
import { Cell, Row, Table } from "./table";

type Session = { booking: Booking; mayMove: boolean; mayCancel: boolean };
type Props = { sessions: Session[]; clock: Clock; viewerId: string; caption: string };

const columns = [
  ...["When", "Coach", "Length", "State"].map((label) => ({ label })),
  { label: "Change", hideLabel: true },
];

/** A client's sessions; each leads to its own page. */
export function SessionsTable({ sessions, clock, viewerId, caption }: Props) {
  return (
    <Table caption={caption} columns={columns}>
      {sessions.map((session) => (
        <Row key={session.booking.id}>
          <Cell heading className="sm:w-36">
            <When booking={session.booking} clock={clock} />
          </Cell>
          <Cell>
            <span className="block font-semibold">
              <bdi>{session.booking.host.name}</bdi>
            </span>
            <span className="block text-muted">
              <bdi>{placeInBrief(session.booking)}</bdi>
            </span>
          </Cell>
          <Cell label="Length">{lengthOf(session.booking.end - session.booking.start)}</Cell>
          <Cell>
            <State booking={session.booking} viewerId={viewerId} />
          </Cell>
          <Cell align="end">
            <Deeds {...session} clock={clock} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function When({ booking, clock }: { booking: Booking; clock: Clock }) {
  const { zone, locale, now } = clock;
  return (
    <span className={booking.status === "cancelled" ? "line-through" : ""}>
      <a href={paths.meeting(booking.uid)} className="-my-1 inline-block whitespace-nowrap py-1 font-semibold text-ink">
        <time dateTime={isoInstant(booking.start)}>{formatDayShort(booking.start, zone, locale, now)}</time>
        <span className="sr-only">{` with ${booking.host.name}`}</span>
      </a>{" "}
      <span className="sm:block">{rangeWords(booking, clock)}</span>
    </span>
  );
}

function State({ booking, viewerId }: { booking: Booking; viewerId: string }) {
  const { state, label } = stateOf(booking, viewerId);
  return <Badge state={state}>{label}</Badge>;
}

function Deeds({ booking, mayMove, mayCancel, clock }: Session & { clock: Clock }) {
  const about = (
    <span className="sr-only">{` the session with ${booking.host.name}, ${whenShort(booking, clock)}`}</span>
  );
  return (
    <span className="mt-2 flex flex-wrap gap-2 sm:mt-0 sm:justify-end">
      {mayMove ? (
        <LinkButton small href={paths.rescheduleMeeting(booking.uid)}>
          Move{about}
        </LinkButton>
      ) : null}
      {mayCancel ? (
        <LinkButton small kind="stop" href={paths.cancelMeeting(booking.uid)}>
          Cancel…{about}
        </LinkButton>
      ) : null}
    </span>
  );
}
