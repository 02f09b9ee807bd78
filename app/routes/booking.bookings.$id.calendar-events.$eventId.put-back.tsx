import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { putBack } from "~/domain/calendars/host-change.server";
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
  const { booking, actor } = await requireBookingPage(request, params.id);
  await readFields(request);
  const back = await putBack({ booking, eventId: params.eventId, actor });
  const to = paths.booking(booking.id);
  const text = "The event goes back into the calendar as the booking has it.";
  if (back.ok) return redirectWith({ kind: "ok", text }, to);
  return redirectWith({ kind: "info", text: "That calendar event is as the booking has it already." }, to);
}
