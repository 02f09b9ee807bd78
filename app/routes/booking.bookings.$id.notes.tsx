import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BookingQuestion } from "~/components/booking-question";
import { TextArea } from "~/components/field";
import { ErrorSummary, Form, FormActions, LinkButton, Submit } from "~/components/form";
import { notesField } from "~/domain/bookings/booking";
import { changeNotes } from "~/domain/bookings/change-notes.server";
import { formProblem, readForm } from "~/http/form.server";
import { requireBookingPage } from "~/http/host-page.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

const Input = z.object({ notes: notesField.default("") });

export { NoBooking as ErrorBoundary } from "~/components/no-booking";

export const meta: MetaFunction = () => [
  { title: "Notes of a meeting · Meridian" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { booking, clock } = await requireBookingPage(request, params.id);
  return { booking, clock };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { booking, actor, clock } = await requireBookingPage(request, params.id);
  const form = await readForm(request, Input);
  if (!form.ok) return formProblem(form.problem);
  await changeNotes({ booking, notes: form.data.notes, actor, now: clock.now });
  return redirectWith({ kind: "ok", text: "The notes are saved." }, paths.booking(booking.id));
}

export default function BookingNotes() {
  const { booking, clock } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <BookingQuestion booking={booking} clock={clock} title="Notes">
      <Form errors={problem?.errors} values={problem?.values} className="space-y-5">
        <ErrorSummary errors={problem?.errors ?? []} title="The notes were not saved." />
        <TextArea
          label="Notes"
          name="notes"
          rows={8}
          defaultValue={booking.notes}
          hint="What the invitee wrote, and what you add. The invitee sees it on their page."
        />
        <FormActions>
          <Submit>Save</Submit>
          <LinkButton href={paths.booking(booking.id)}>Leave it as it is</LinkButton>
        </FormActions>
      </Form>
    </BookingQuestion>
  );
}
