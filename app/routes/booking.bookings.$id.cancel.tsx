import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BookingQuestion, NotPossible } from "~/components/booking-question";
import { plainText } from "~/components/cause-words";
import { settledWords } from "~/components/move-words";
import { ErrorSummary, Form, FormActions, LinkButton, Submit } from "~/components/form";
import { TextArea } from "~/components/field";
import { mayCancel, reasonField } from "~/domain/bookings/booking";
import { cancel } from "~/domain/bookings/cancel.server";
import { findSettlingMove } from "~/domain/bookings/settling-move.server";
import { formProblem, readForm } from "~/http/form.server";
import { requireBookingPage } from "~/http/host-page.server";
import { redirectWith } from "~/http/session.server";
import { overtaken } from "~/http/too-late.server";
import { paths } from "~/paths";

const Input = z.object({ reason: reasonField.default("") });

export { NoBooking as ErrorBoundary } from "~/components/no-booking";

export const meta: MetaFunction = () => [
  { title: "Cancel a meeting · Meridian" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { booking, clock, user } = await requireBookingPage(request, params.id);
  return { booking, clock, viewerId: user.id, settled: await findSettlingMove(booking) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { booking, actor, clock } = await requireBookingPage(request, params.id);
  const form = await readForm(request, Input);
  if (!form.ok) return formProblem(form.problem);
  const result = await cancel({ booking, reason: form.data.reason, actor, now: clock.now });
  if (!result.ok) return overtaken();
  const to = paths.booking(booking.id);
  const settled = await findSettlingMove(result.booking);
  if (settled && settled.actorId !== actor.userId) {
    const text = plainText(settledWords(settled, { clock, viewerId: actor.userId, isRefusal: true }));
    return redirectWith({ kind: "info", text: `Nothing was changed. ${text}` }, to);
  }
  const text = "Cancelled. Everybody who was in it gets a mail, and the time is free again.";
  return redirectWith({ kind: "ok", text }, to);
}

export default function CancelBooking() {
  const { booking, clock, viewerId, settled } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const problem = sent?.problem;
  return (
    <BookingQuestion booking={booking} clock={clock} title="Cancel this meeting?">
      {mayCancel(booking, clock.now) ? (
        <Form errors={problem?.errors} values={problem?.values} className="space-y-5">
          <ErrorSummary errors={problem?.errors ?? []} title="The meeting still stands." />
          <p>Everybody who is in it gets a mail, and its time is free again at once.</p>
          <TextArea label="Reason" name="reason" optional hint="The invitee reads it in their mail." />
          <FormActions>
            <Submit kind="stop">Cancel this meeting</Submit>
            <LinkButton href={paths.booking(booking.id)}>Keep it</LinkButton>
          </FormActions>
        </Form>
      ) : (
        <NotPossible {...{ booking, clock, viewerId, settled }} what="cancelled" isRefusal={sent !== undefined} />
      )}
    </BookingQuestion>
  );
}
