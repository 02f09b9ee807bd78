import type { ReactNode } from "react";
import { mayReschedule, type Attendee, type Booking } from "~/domain/bookings/booking";
import { linkWords } from "~/domain/bookings/link-words";
import { isLinkMade } from "~/domain/calendars/wanted-event";
import { answerLines, answerText } from "~/domain/templates/answers";
import { paths } from "~/paths";
import { Badge } from "./badge";
import { hostsOf, isLink, placeInBrief, theirTime, type Clock } from "./booking-words";
import { Facts } from "./facts";

/** Everything that a host knows about a booking. */
export function BookingFacts({ booking, clock, viewerId }: { booking: Booking; clock: Clock; viewerId: string }) {
  const people = (kind: Attendee["kind"]) => booking.attendees.filter((attendee) => attendee.kind === kind);
  const guests = people("guest");
  const answers = answerLines(booking.questions, booking.answers).map(({ label, answer }) => ({
    label,
    value: <Written text={answerText(answer, { yes: "Yes", no: "No" })} />,
  }));
  return (
    <Facts
      items={[
        {
          label: "Invitee",
          value: (
            <>
              {people("invitee").map(asPerson)}
              <Link href={paths.newBooking({ from: booking.id })}>Book again with this person</Link>
            </>
          ),
        },
        { label: "Their time", value: theirTime(booking, clock) },
        { label: "Guests", value: guests.length > 0 ? guests.map(asPerson) : null },
        {
          label: "Hosts",
          value: hostsOf(booking).map((host) => (
            <Host key={host.id} host={host} viewerId={viewerId} answer={hostAnswer(host, booking)} />
          )),
        },
        { label: "Where", value: <Where booking={booking} now={clock.now} /> },
        { label: "Reason", value: booking.cancellationReason && <Written text={booking.cancellationReason} /> },
        {
          label: "Notes",
          value: (
            <>
              {booking.notes ? <Written text={booking.notes} /> : null}
              <Link href={paths.bookingNotes(booking.id)}>{booking.notes ? "Change the notes" : "Add a note"}</Link>
            </>
          ),
        },
        ...answers,
        { label: "Booked through", value: booking.link && <bdi>{booking.link.title}</bdi> },
      ]}
    />
  );
}

function asPerson(attendee: Attendee) {
  return <Person key={attendee.id} {...attendee} />;
}

function Person({ name, email, isNoShow }: Attendee) {
  return (
    <span className="block">
      <bdi>{name}</bdi>
      {email === name ? null : (
        <span className="block text-small text-muted">
          <bdi>{email}</bdi>
        </span>
      )}
      {isNoShow ? <Badge state="expired">Did not come</Badge> : null}
    </span>
  );
}

function Host({ host, viewerId, answer }: { host: Attendee; viewerId: string; answer: string | null }) {
  return (
    <span className="block">
      {host.userId === viewerId ? "You" : <bdi>{host.name}</bdi>}
      {answer ? <span className="text-small text-muted">{`, ${answer}`}</span> : null}
    </span>
  );
}

/** Told of several, and while not all have said yes: else the state of the booking says it. */
function hostAnswer({ status }: Attendee, booking: Booking): string | null {
  const hosts = hostsOf(booking);
  if (hosts.length === 1 || hosts.every((host) => host.status === "confirmed")) return null;
  return { pending: "not answered", confirmed: "accepted", declined: "declined" }[status];
}

/** A way on, on its own line. */
function Link({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="-my-1 block w-fit py-1 text-small">
      {children}
    </a>
  );
}

function Where({ booking, now }: { booking: Booking; now: number }) {
  const { meetingUrl, locationType, locationValue } = booking;
  const link = meetingUrl ?? (isLink(locationValue) ? locationValue : null);
  const place = placeInBrief({ locationType, locationValue });
  if (link) {
    return (
      <a href={link} className="place">
        {linkWords(link, isLink(place) ? "" : place)}
      </a>
    );
  }
  if (isLinkMade(locationType) && !locationValue && mayReschedule(booking, now)) {
    return <>{`${place}. There is no link yet: if none comes, send one to the invitee.`}</>;
  }
  return <bdi>{locationValue && locationValue !== place ? `${place}, ${locationValue}` : place}</bdi>;
}

/** As it was typed, lines and all. */
function Written({ text }: { text: string }) {
  return <bdi className="block whitespace-pre-line">{text}</bdi>;
}
