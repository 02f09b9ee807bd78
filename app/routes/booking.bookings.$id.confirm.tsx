import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BookingQuestion, NotPossible } from "~/components/booking-question";
import { whenShort } from "~/components/booking-words";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { answerNotice, mayAnswerOwn, NoOwnAnswer, OwnAnswerForm } from "~/components/own-answer";
import { mayConfirm, reasonField } from "~/domain/bookings/booking";
import { confirm } from "~/domain/bookings/respond.server";
import { mayAnswer } from "~/domain/bookings/rsvp";
import { listPlaces } from "~/domain/bookings/rsvps.server";
import { findSettlingMove } from "~/domain/bookings/settling-move.server";
import { formProblem, readForm } from "~/http/form.server";
import { requireBookingPage } from "~/http/host-page.server";
import { redirectWith } from "~/http/session.server";
import { tooLate } from "~/http/too-late.server";
import { paths, safeRedirect } from "~/paths";

const Input = z.object({ to: z.string().optional(), reason: reasonField.default("") });

export { NoBooking as ErrorBoundary } from "~/components/no-booking";

export const meta: MetaFunction = () => [
  { title: "Confirm a request · Meridian" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { booking, clock, user } = await requireBookingPage(request, params.id);
  const [settled, places] = await Promise.all([findSettlingMove(booking), listPlaces(booking)]);
  return { booking, clock, viewerId: user.id, settled, places };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { booking, actor, clock } = await requireBookingPage(request, params.id);
  const form = await readForm(request, Input);
  if (!form.ok) return formProblem(form.problem);
  const to = safeRedirect(form.data.to, paths.booking(booking.id));
  const result = await confirm({ booking, actor, reason: form.data.reason, now: clock.now });
  if (!result.ok) return tooLate({ ...result, actor, move: "confirmed", to });
  if (result.isOwn) return redirectWith({ kind: "ok", text: answerNotice(result.booking, "yes") }, to);
  const text = `Confirmed: ${booking.inviteeName}, ${whenShort(booking, clock)}. They get a mail.`;
  return redirectWith({ kind: "ok", text }, to);
}

export default function ConfirmBooking() {
  const { booking, clock, viewerId, settled, places } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const isRefusal = sent !== undefined;
  if (places.length > 0 && mayAnswer(booking, clock.now)) {
    return (
      <BookingQuestion booking={booking} clock={clock} title="Will you be there?">
        {mayAnswerOwn({ booking, places, clock, viewerId }) ? (
          <OwnAnswerForm booking={booking} answer="yes" problem={sent?.problem} />
        ) : (
          <NoOwnAnswer {...{ booking, places, viewerId, isRefusal }} />
        )}
      </BookingQuestion>
    );
  }
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
