import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotPossible } from "~/components/booking-question";
import { whenLong } from "~/components/booking-words";
import { HostHeading } from "~/components/page";
import { HostMoveStep, HostTakenStep, HostTimeStep } from "~/components/reschedule-steps";
import { hostsOf, type Booking } from "~/domain/bookings/booking";
import { parseInstant } from "~/domain/time";
import { loadHostReschedule, submitHostReschedule } from "~/http/host-reschedule.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoBooking as ErrorBoundary } from "~/components/no-booking";

export const meta: MetaFunction = () => [{ title: "Reschedule · Meridian" }, { name: "robots", content: "noindex" }];

export function loader({ request, params }: LoaderFunctionArgs) {
  return loadHostReschedule(request, params.id);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const done = await submitHostReschedule(request, params.id);
  if (!("booking" in done)) return done;
  const { booking, isChanged, clock, viewerId } = done;
  const to = paths.booking(booking.id);
  if (!isChanged) return redirectWith({ kind: "info", text: "It already was at that time." }, to);
  const text = `Moved to ${whenLong(booking, clock)}. The invitee gets a mail.`;
  return redirectWith({ kind: "ok", text: [text, ...waiting(booking, viewerId)].join(" ") }, to);
}

/** A host of all hands who moves it says yes by that. */
function waiting(booking: Booking, viewerId: string) {
  if (booking.status !== "pending") return [];
  const isOpen = hostsOf(booking).some(({ userId, status }) => userId === viewerId && status === "pending");
  return [isOpen ? "It waits for your answer again." : "It waits for an answer again."];
}

export default function RescheduleBooking() {
  const { booking } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        back={{ href: paths.booking(booking.id), label: "Back to the booking" }}
        title="Move this meeting"
        sentence={
          <>
            <bdi>{booking.eventType.name}</bdi> with <bdi>{booking.inviteeName}</bdi>
          </>
        }
      />
      <Step />
    </>
  );
}

function Step() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (page.state === "fixed") return <NotPossible {...page} what="moved" isRefusal={sent !== undefined} />;
  if (sent?.outcome === "taken") return <HostTakenStep {...page} {...sent} />;
  if (sent?.outcome === "invalid") {
    const start = parseInstant(String(sent.values.start?.[0] ?? ""));
    const isOurs = sent.errors.some((error) => error.path === "start");
    if (start !== null && !isOurs) return <HostMoveStep {...page} start={start} sent={sent} />;
  }
  if (page.state === "chosen") return <HostMoveStep {...page} />;
  return <HostTimeStep {...page} hint={sent ? "time" : page.hint} refused={sent ? null : page.refused} />;
}
