import { hostsOf, type Booking } from "~/domain/bookings/booking";
import { isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import { theirTime, whenShort, type Clock } from "./booking-words";
import { Form, HiddenFields, LinkButton, Submit } from "./form";

/** Requests that wait for this host's answer. `from` is the page to come back to after confirming. */
export function WaitingList({ bookings, clock, from }: { bookings: Booking[]; clock: Clock; from: string }) {
  return (
    <ul>
      {bookings.map((booking) => (
        <li
          key={booking.id}
          className="rowline flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4 first:pt-0 last:pb-0"
        >
          <div className="min-w-0 grow basis-64">
            <p>
              <a href={paths.booking(booking.id)} className="-my-1 inline-block py-1 font-semibold text-ink">
                <bdi>{booking.inviteeName}</bdi>
              </a>
              , <bdi>{booking.eventType.name}</bdi>
            </p>
            <p>
              <time dateTime={isoInstant(booking.start)}>{whenShort(booking, clock)}</time>{" "}
              <span className="text-small text-muted">{theirTime(booking, clock)}</span>
            </p>
            <p className="hint">
              {isShared(booking)
                ? "All of you are asked. Cancels itself if not enough have said yes by then."
                : "Held for you. Cancels itself if nobody answers by then."}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            <Form action={paths.confirmBooking(booking.id)}>
              <HiddenFields values={{ to: from }} />
              <Submit small>
                {isShared(booking) ? "Say yes" : "Confirm"}
                <About booking={booking} clock={clock} />
              </Submit>
            </Form>
            <LinkButton small href={paths.declineBooking(booking.id)}>
              {isShared(booking) ? "Say no" : "Decline"}
              <About booking={booking} clock={clock} />
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Each of several hosts answers for themselves. */
function isShared(booking: Booking) {
  return hostsOf(booking).length > 1;
}

/** Buttons of several rows say the same; these words tell them apart where only they are read out. */
function About({ booking, clock }: { booking: Booking; clock: Clock }) {
  return <span className="sr-only">{` the request of ${booking.inviteeName}, ${whenShort(booking, clock)}`}</span>;
}
