import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { BookingFacts } from "~/components/booking-facts";
import { isUndelivered, mailRows } from "~/components/booking-mails";
import { momentWords, stateOf, whenLong } from "~/components/booking-words";
import { Form, HiddenFields, LinkButton, Submit } from "~/components/form";
import { History } from "~/components/history";
import { calendarRows } from "~/components/calendar-writes";
import { HostChanges } from "~/components/host-changes";
import { aheadRows } from "~/components/mails-ahead";
import { MeetingRuler } from "~/components/meeting-ruler";
import { NoShowForm } from "~/components/no-show-form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { Timeline } from "~/components/timeline";
import { WhoComes } from "~/components/who-comes";
import { mayCancel, mayConfirm, mayMarkNoShow, mayReassign, mayReschedule } from "~/domain/bookings/booking";
import { listHistory } from "~/domain/bookings/bookings.server";
import { listPlaces } from "~/domain/bookings/rsvps.server";
import { listCalendarWrites } from "~/domain/calendars/written-events.server";
import { countOf } from "~/domain/counts";
import { listNotifications } from "~/domain/notifications/for-booking.server";
import { requireBookingPage } from "~/http/host-page.server";
import { paths } from "~/paths";

export { NoBooking as ErrorBoundary } from "~/components/no-booking";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${whenLong(data.booking, data.clock)} · Meridian` : "No such booking · Meridian" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { booking, workspace, user, clock } = await requireBookingPage(request, params.id);
  const [history, mails, writes, places] = await Promise.all([
    listHistory(workspace.id, booking.id),
    listNotifications(booking, clock.now),
    listCalendarWrites(booking),
    listPlaces(booking),
  ]);
  return { booking, history, mails, writes, places, clock, viewerId: user.id };
}

export default function BookingDetails() {
  const { booking, history, mails, writes, places, clock, viewerId } = useLoaderData<typeof loader>();
  const { state, label } = stateOf(booking, viewerId);
  const when = whenLong(booking, clock);
  const undelivered = mails.filter(isUndelivered).length;
  const left = [
    ...aheadRows(booking, clock),
    ...calendarRows(writes, booking.id, clock),
    ...mailRows(mails, booking.id, clock),
  ];
  return (
    <>
      <HostHeading
        back={{ href: paths.bookings(), label: "Bookings" }}
        title={booking.status === "cancelled" ? <s>{when}</s> : when}
        sentence={
          <>
            <bdi>{booking.eventType.name}</bdi> with <bdi>{booking.inviteeName}</bdi>
          </>
        }
        actions={<Deeds />}
      />
      <HostChanges {...{ booking, writes, clock, viewerId }} />
      <Sheet>
        <div className="flex flex-wrap items-start gap-x-8 gap-y-1 px-5 py-3 sm:px-7">
          <Badge state={state}>{label}</Badge>
          <p className="hint">{`${booking.status === "pending" ? "Asked for" : "Booked"} ${momentWords(booking.createdAt, clock)}`}</p>
          {undelivered > 0 ? <Badge state="failed">{`${countOf(undelivered, "mail")} did not arrive`}</Badge> : null}
        </div>
        <div className="border-t border-rule px-5 py-4 sm:px-7">
          <MeetingRuler booking={booking} clock={clock} />
        </div>
        {places.length > 0 ? <WhoComes {...{ booking, places, clock, viewerId }} /> : null}
        <div className="grid border-t border-rule md:grid-cols-2">
          <div className="min-w-0">
            <Section title="Details">
              <BookingFacts booking={booking} clock={clock} viewerId={viewerId} />
            </Section>
            {mayMarkNoShow(booking, clock.now) ? (
              <Section title="Who came?" className="border-t-0 pt-0 sm:pt-0">
                <NoShowForm booking={booking} />
              </Section>
            ) : null}
            <Section title="History" className="border-t-0 pt-0 sm:pt-0">
              <History moves={history} clock={clock} viewerId={viewerId} />
            </Section>
          </div>
          <div className="min-w-0 border-rule max-md:border-t md:border-s">
            <Section
              id="left"
              title="What left for it"
              aside={left.length > 1 ? "Still to come, calendars, then newest first" : undefined}
            >
              <Timeline rows={left} />
            </Section>
          </div>
        </div>
      </Sheet>
    </>
  );
}

/** What can still be done; buttons for what cannot are left out. */
function Deeds() {
  const { booking, places, clock } = useLoaderData<typeof loader>();
  // All hands answer below, each for themselves.
  const isRequest = booking.status === "pending" && places.length === 0;
  return (
    <>
      {isRequest && mayConfirm(booking, clock.now) ? (
        <Form action={paths.confirmBooking(booking.id)}>
          <HiddenFields values={{ to: paths.booking(booking.id) }} />
          <Submit>Confirm</Submit>
        </Form>
      ) : null}
      {mayReschedule(booking, clock.now) ? (
        <LinkButton href={paths.rescheduleBooking(booking.id)}>Reschedule</LinkButton>
      ) : null}
      {mayReassign(booking, clock.now) ? (
        <LinkButton href={paths.reassignBooking(booking.id)}>Hand over</LinkButton>
      ) : null}
      {isRequest ? (
        <LinkButton kind="stop" href={paths.declineBooking(booking.id)}>
          Decline…
        </LinkButton>
      ) : null}
      {!isRequest && mayCancel(booking, clock.now) ? (
        <LinkButton kind="stop" href={paths.cancelBooking(booking.id)}>
          Cancel…
        </LinkButton>
      ) : null}
    </>
  );
}
