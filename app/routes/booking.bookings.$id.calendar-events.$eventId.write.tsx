import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { writeAgain } from "~/domain/calendars/host-change.server";
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
  const again = await writeAgain({ booking, eventId: params.eventId, actor });
  const to = paths.booking(booking.id);
  if (again.ok) return redirectWith({ kind: "ok", text: "The calendar event is written again." }, to);
  return redirectWith({ kind: "info", text: "That calendar event is on its way already, or is there." }, to);
}
