import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BookingQuestion } from "~/components/booking-question";
import { NoShowForm } from "~/components/no-show-form";
import { Notice } from "~/components/notice";
import { mayMarkNoShow } from "~/domain/bookings/booking";
import { markNoShows } from "~/domain/bookings/no-show.server";
import { readFields } from "~/http/form.server";
import { requireBookingPage } from "~/http/host-page.server";
import { redirectWith } from "~/http/session.server";
import { overtaken } from "~/http/too-late.server";
import { paths } from "~/paths";

export { NoBooking as ErrorBoundary } from "~/components/no-booking";

export const meta: MetaFunction = () => [{ title: "Who came? · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { booking, clock } = await requireBookingPage(request, params.id);
  return { booking, clock };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { booking, actor, clock } = await requireBookingPage(request, params.id);
  const fields = await readFields(request);
  const attendeeIds = fields.getAll("absent").map((id) => id.toLowerCase());
  const result = await markNoShows({ booking, attendeeIds, actor, now: clock.now });
  if (!result.ok) return overtaken();
  const absent = result.booking.attendees.filter(({ isNoShow }) => isNoShow).map(({ name }) => name);
  const text = absent.length > 0 ? `Noted as not there: ${absent.join(", ")}.` : "Noted: everybody came.";
  return redirectWith({ kind: "ok", text }, paths.booking(booking.id));
}

export default function NoShows() {
  const { booking, clock } = useLoaderData<typeof loader>();
  const isRefusal = useActionData<typeof action>() !== undefined;
  return (
    <BookingQuestion booking={booking} clock={clock} title="Who came?">
      {mayMarkNoShow(booking, clock.now) ? (
        <NoShowForm booking={booking} />
      ) : (
        <Notice
          isRefusal={isRefusal}
          title={whyNot[booking.status]}
          action={<a href={paths.booking(booking.id)}>See how it stands</a>}
        >
          Who came can be noted from the start of a confirmed meeting on.
        </Notice>
      )}
    </BookingQuestion>
  );
}

const whyNot = {
  pending: "Nobody has confirmed this meeting.",
  confirmed: "It has not begun yet.",
  cancelled: "This meeting was cancelled.",
  completed: "It has not begun yet.",
};
