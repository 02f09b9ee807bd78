import type { Attendee, Booking } from "~/domain/bookings/booking";
import { hostsOf, isLink, placeInBrief, theirTime, type Clock } from "./booking-words";
import { Facts } from "./facts";

/** Everything that a host knows about a booking. */
export function BookingFacts({ booking, clock, viewerId }: { booking: Booking; clock: Clock; viewerId: string }) {
  const guests = booking.attendees.filter((attendee) => attendee.kind === "guest");
  const answers = Object.entries(booking.answers).map(([question, answer]) => ({
    label: question,
    value: <bdi>{answerWords(answer)}</bdi>,
  }));
  return (
    <Facts
      items={[
        { label: "Invitee", value: <Person name={booking.inviteeName} email={booking.inviteeEmail} /> },
        { label: "Their time", value: theirTime(booking, clock) },
        { label: "Guests", value: guests.length > 0 ? guests.map(asPerson) : null },
        {
          label: "Hosts",
          value: hostsOf(booking).map((host) => <Host key={host.id} host={host} viewerId={viewerId} />),
        },
        { label: "Where", value: <Where booking={booking} /> },
        { label: "Reason", value: booking.cancellationReason && <Written text={booking.cancellationReason} /> },
        { label: "Notes", value: booking.notes && <Written text={booking.notes} /> },
        ...answers,
      ]}
    />
  );
}

function asPerson({ id, name, email }: Attendee) {
  return <Person key={id} name={name} email={email} />;
}

function Person({ name, email }: { name: string; email: string }) {
  return (
    <span className="block">
      <bdi>{name}</bdi>
      {email === name ? null : (
        <span className="block text-small text-muted">
          <bdi>{email}</bdi>
        </span>
      )}
    </span>
  );
}

function Host({ host, viewerId }: { host: Attendee; viewerId: string }) {
  return <span className="block">{host.userId === viewerId ? "You" : <bdi>{host.name}</bdi>}</span>;
}

function Where({ booking }: { booking: Booking }) {
  const { meetingUrl, locationType, locationValue } = booking;
  const link = meetingUrl ?? (isLink(locationValue) ? locationValue : null);
  if (link) {
    return (
      <a href={link} className="place">
        {link}
      </a>
    );
  }
  const place = placeInBrief({ locationType, locationValue });
  return <bdi>{locationValue && locationValue !== place ? `${place}, ${locationValue}` : place}</bdi>;
}

/** As it was typed, lines and all. */
function Written({ text }: { text: string }) {
  return <bdi className="whitespace-pre-line">{text}</bdi>;
}

function answerWords(answer: Booking["answers"][string]) {
  if (typeof answer === "boolean") return answer ? "Yes" : "No";
  return Array.isArray(answer) ? answer.join(", ") : String(answer);
}
