import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BookingQuestion, NotPossible } from "~/components/booking-question";
import { ErrorSummary, Form, FormActions, LinkButton, Submit } from "~/components/form";
import { TextArea } from "~/components/field";
import { answerNotice, mayAnswerOwn, NoOwnAnswer, OwnAnswerForm } from "~/components/own-answer";
import { mayDecline, reasonField } from "~/domain/bookings/booking";
import { decline } from "~/domain/bookings/respond.server";
import { mayAnswer } from "~/domain/bookings/rsvp";
import { listPlaces } from "~/domain/bookings/rsvps.server";
import { findSettlingMove } from "~/domain/bookings/settling-move.server";
import { formProblem, readForm } from "~/http/form.server";
import { requireBookingPage } from "~/http/host-page.server";
import { redirectWith } from "~/http/session.server";
import { tooLate } from "~/http/too-late.server";
import { paths } from "~/paths";

const Input = z.object({ reason: reasonField.default("") });

export { NoBooking as ErrorBoundary } from "~/components/no-booking";

export const meta: MetaFunction = () => [
  { title: "Decline a request · Meridian" },
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
  const result = await decline({ booking, reason: form.data.reason, actor, now: clock.now });
  const to = paths.booking(booking.id);
  if (!result.ok) return tooLate({ ...result, actor, move: "declined", to });
  if (result.isOwn) return redirectWith({ kind: "ok", text: answerNotice(result.booking, "no") }, to);
  return redirectWith({ kind: "ok", text: "Declined. The invitee gets a mail, and the time is free again." }, to);
}

export default function DeclineBooking() {
  const { booking, clock, viewerId, settled, places } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const problem = sent?.problem;
  if (places.length > 0 && mayAnswer(booking, clock.now)) {
    return (
      <BookingQuestion booking={booking} clock={clock} title="You can’t be there?">
        {mayAnswerOwn({ booking, places, clock, viewerId }) ? (
          <OwnAnswerForm booking={booking} answer="no" problem={problem} />
        ) : (
          <NoOwnAnswer {...{ booking, places, viewerId, isRefusal: sent !== undefined }} />
        )}
      </BookingQuestion>
    );
  }
  return (
    <BookingQuestion booking={booking} clock={clock} title="Decline this request?">
      {mayDecline(booking) && places.length === 0 ? (
        <Form errors={problem?.errors} values={problem?.values} className="space-y-5">
          <ErrorSummary errors={problem?.errors ?? []} title="The request still waits." />
          <p>The invitee gets a mail, and the time is free again at once.</p>
          <TextArea label="Reason" name="reason" optional hint="The invitee reads it in their mail." />
          <FormActions>
            <Submit kind="stop">Decline this request</Submit>
            <LinkButton href={paths.booking(booking.id)}>Leave it open</LinkButton>
          </FormActions>
        </Form>
      ) : (
        <NotPossible {...{ booking, clock, viewerId, settled }} what="declined" isRefusal={sent !== undefined} />
      )}
    </BookingQuestion>
  );
}
