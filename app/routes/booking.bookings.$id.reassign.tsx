import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BookingQuestion, NotPossible } from "~/components/booking-question";
import { HandoverForm } from "~/components/handover-form";
import { loadHandover, submitHandover } from "~/http/host-reassign.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoBooking as ErrorBoundary } from "~/components/no-booking";

export const meta: MetaFunction = () => [
  { title: "Hand over a meeting · Meridian" },
  { name: "robots", content: "noindex" },
];

export function loader({ request, params }: LoaderFunctionArgs) {
  return loadHandover(request, params.id);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const done = await submitHandover(request, params.id);
  if (!("outcome" in done)) return done;
  switch (done.outcome) {
    case "handed_before":
      return redirectWith({ kind: "info", text: "You have handed that meeting over already." }, paths.bookings());
    case "lost": {
      const text = "Nothing was changed: that meeting was handed to somebody else a moment before you.";
      return redirectWith({ kind: "info", text }, paths.bookings());
    }
    case "handed": {
      const { booking, to, isStillOurs } = done;
      const name = booking.attendees.find((attendee) => attendee.userId === to)!.name;
      const text = `Handed over to ${name}. Everybody who is in it gets a mail.`;
      return redirectWith({ kind: "ok", text }, isStillOurs ? paths.booking(booking.id) : paths.bookings());
    }
  }
}

export default function ReassignBooking() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <BookingQuestion booking={page.booking} clock={page.clock} title="Hand this meeting over">
      {page.state === "fixed" ? (
        <NotPossible {...page} what="handed over" isRefusal={sent !== undefined} />
      ) : (
        <HandoverForm {...page} sent={sent} />
      )}
    </BookingQuestion>
  );
}
