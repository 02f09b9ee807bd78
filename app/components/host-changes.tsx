import type { Booking } from "~/domain/bookings/booking";
import { mayCancel, mayReschedule } from "~/domain/bookings/booking";
import { providerNames } from "~/domain/providers";
import type { CalendarWrite } from "~/domain/calendars/written-events.server";
import { paths } from "~/paths";
import { whenShort, type Clock } from "./booking-words";
import { Form, LinkButton, Submit } from "./form";
import { Notice } from "./notice";

type Props = { booking: Booking; writes: CalendarWrite[]; clock: Clock; viewerId: string };

/** What hosts did to a meeting's event in their own calendars: the booking follows, or the event goes back. */
export function HostChanges({ writes, ...meeting }: Props) {
  return mayReschedule(meeting.booking, meeting.clock.now)
    ? writes.map((write) => (write.hostChange ? <HostChange key={write.id} {...meeting} write={write} /> : null))
    : null;
}

type One = Omit<Props, "writes"> & { write: CalendarWrite };

function HostChange({ booking, write, clock, viewerId }: One) {
  const isYou = write.userId === viewerId;
  const where = `${isYou ? "your" : "their"} ${providerNames[write.provider]} calendar`;
  const isMoved = write.hostChange === "moved" && write.hostStart !== null && write.hostEnd !== null;
  const there = isMoved ? whenShort({ start: write.hostStart!, end: write.hostEnd! }, clock) : null;
  return (
    <Notice
      kind="wait"
      className="mb-4"
      title={
        <>
          {isYou ? "You" : <bdi>{write.hostName}</bdi>}{" "}
          {isMoved ? `moved it to ${there} in ${where}.` : `deleted it in ${where}.`}
        </>
      }
      action={
        <div className="flex flex-wrap gap-3">
          <Follow {...{ booking, write, clock }} />
          <Form action={paths.putBackCalendarEvent(booking.id, write.id)}>
            <Submit kind="second" small>
              Put the event back
            </Submit>
          </Form>
        </div>
      }
    >
      {`The booking still says ${whenShort(booking, clock)}, and nobody was told.`}
    </Notice>
  );
}

/** Both lead to a page that asks once more, as the others are told then. Another length alone cannot be followed. */
function Follow({ booking, write, clock }: Omit<One, "viewerId">) {
  if (write.hostChange === "deleted") {
    return mayCancel(booking, clock.now) ? (
      <LinkButton kind="stop" small href={paths.cancelBooking(booking.id)}>
        Cancel the meeting…
      </LinkButton>
    ) : null;
  }
  if (write.hostStart === null || write.hostStart === booking.start) return null;
  const time = new Date(write.hostStart).toISOString();
  return (
    <LinkButton small href={paths.rescheduleBooking(booking.id, { time })}>
      Move the meeting there…
    </LinkButton>
  );
}
