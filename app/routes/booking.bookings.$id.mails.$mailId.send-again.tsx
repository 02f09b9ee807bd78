import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { sendAgain } from "~/domain/notifications/send-again.server";
import { readFields } from "~/http/form.server";
import { requireBookingPage } from "~/http/host-page.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoBooking as ErrorBoundary } from "~/components/no-booking";

/** The button stands on the booking's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { booking } = await requireBookingPage(request, params.id);
  return redirect(paths.booking(booking.id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { booking, workspace, actor, clock } = await requireBookingPage(request, params.id);
  await readFields(request);
  const mail = { workspaceId: workspace.id, bookingId: booking.id, notificationId: params.mailId! };
  const result = await sendAgain({ ...mail, actor, now: clock.now });
  const to = paths.booking(booking.id);
  if (result.ok) return redirectWith({ kind: "ok", text: "The mail is on its way again." }, to);
  if (result.reason === "not_found") throw data(null, { status: 404 });
  return redirectWith({ kind: "info", text: whyNot[result.reason] }, to);
}

const whyNot = {
  not_failed: "That mail is on its way already, or has arrived.",
  overtaken: "That mail was not sent again. A later change made it untrue.",
};
