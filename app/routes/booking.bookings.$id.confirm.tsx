import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BookingQuestion, NotPossible } from "~/components/booking-question";
import { whenShort } from "~/components/booking-words";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { mayConfirm } from "~/domain/bookings/booking";
import { confirm } from "~/domain/bookings/respond.server";
import { findSettlingMove } from "~/domain/bookings/settling-move.server";
import { readFields } from "~/http/form.server";
import { requireBookingPage } from "~/http/host-page.server";
import { redirectWith } from "~/http/session.server";
import { tooLate } from "~/http/too-late.server";
import { paths, safeRedirect } from "~/paths";

export { NoBooking as ErrorBoundary } from "~/components/no-booking";

export const meta: MetaFunction = () => [
  { title: "Confirm a request · Meridian" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { booking, clock, user } = await requireBookingPage(request, params.id);
  return { booking, clock, viewerId: user.id, settled: await findSettlingMove(booking) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { booking, actor, clock } = await requireBookingPage(request, params.id);
  const fields = await readFields(request);
  const to = safeRedirect(fields.get("to"), paths.booking(booking.id));
  const result = await confirm({ booking, actor, now: clock.now });
  if (!result.ok) return tooLate({ booking: result.booking, actor, move: "confirmed", to });
  const text = `Confirmed: ${booking.inviteeName}, ${whenShort(booking, clock)}. They get a mail.`;
  return redirectWith({ kind: "ok", text }, to);
}

export default function ConfirmBooking() {
  const { booking, clock, viewerId, settled } = useLoaderData<typeof loader>();
  const isRefusal = useActionData<typeof action>() !== undefined;
  return (
    <BookingQuestion booking={booking} clock={clock} title="Confirm this request?">
      {mayConfirm(booking, clock.now) ? (
        <Form className="space-y-5">
          <p>The invitee gets a mail with the meeting for their calendar.</p>
          <FormActions far={<a href={paths.declineBooking(booking.id)}>Decline it</a>}>
            <Submit>Confirm</Submit>
            <LinkButton href={paths.booking(booking.id)}>Not now</LinkButton>
          </FormActions>
        </Form>
      ) : (
        <NotPossible {...{ booking, clock, viewerId, settled }} what="confirmed" isRefusal={isRefusal} />
      )}
    </BookingQuestion>
  );
}
