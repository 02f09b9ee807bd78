import type { ReactNode } from "react";
import type { Booking } from "~/domain/bookings/booking";
import { paths } from "~/paths";
import { theirTime, whenLong, type Clock } from "./booking-words";
import { settledWords, type Move } from "./move-words";
import { Notice } from "./notice";
import { HostHeading, Sheet } from "./page";
import { Told } from "./told";

type Props = { booking: Booking; clock: Clock; title: string; children: ReactNode };

/** A page that asks before it changes a booking: the fact, what follows, and the form. */
export function BookingQuestion({ booking, clock, title, children }: Props) {
  return (
    <>
      <HostHeading back={{ href: paths.booking(booking.id), label: "Back to the booking" }} title={title} />
      <Sheet className="max-w-form">
        <div className="space-y-6 p-5 sm:p-7">
          <MeetingLine booking={booking} clock={clock} />
          {children}
        </div>
      </Sheet>
    </>
  );
}

/** The meeting in three lines: when, when for the invitee, what and with whom. */
export function MeetingLine({ booking, clock, label }: { booking: Booking; clock: Clock; label?: string }) {
  return (
    <div className="border-s-[3px] border-meridian ps-4">
      {label ? <p className="hint">{label}</p> : null}
      <p className="text-h3">{whenLong(booking, clock)}</p>
      <p className="text-muted">{`For the invitee: ${theirTime(booking, clock)}`}</p>
      <p>
        <bdi>{booking.eventType.name}</bdi> with <bdi>{booking.inviteeName}</bdi>
      </p>
    </div>
  );
}

type Late = {
  booking: Booking;
  clock: Clock;
  viewerId: string;
  what: string;
  /** The move that made the booking what it is. */
  settled: Move | null;
  /** It answers a form. */
  isRefusal?: boolean;
};

/** What a page says that came too late, and what it was too late for. */
export function NotPossible({ booking, clock, viewerId, what, settled, isRefusal = false }: Late) {
  const isOver = booking.status === "confirmed" && clock.now >= booking.end;
  return (
    <Notice
      kind="info"
      isRefusal={isRefusal}
      title={`This meeting cannot be ${what} any more.`}
      action={<a href={paths.booking(booking.id)}>See how it stands</a>}
    >
      {settled && !isOver ? (
        <Told words={settledWords(settled, { clock, viewerId, isRefusal })} />
      ) : (
        whenSettledByTime(booking, isOver)
      )}
    </Notice>
  );
}

function whenSettledByTime({ status }: Booking, isOver: boolean) {
  if (isOver) return "It is over.";
  return status === "pending" ? "Its time has come." : `It is ${status}.`;
}
