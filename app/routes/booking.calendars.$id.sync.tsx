import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { findConnection } from "~/domain/calendars/connections.server";
import { syncNow } from "~/domain/calendars/sync-now.server";
import { requireHost } from "~/http/auth.server";
import { syncRefusals } from "~/http/connect-refusal.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths, safeRedirect } from "~/paths";

export { NoCalendar as ErrorBoundary } from "~/components/no-calendar";

/** The button stands on the calendar's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const connection = await findConnection({ workspaceId: workspace.id, userId: user.id }, params.id);
  if (!connection) throw data(null, { status: 404 });
  return redirect(paths.calendar(connection.id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const fields = await readFields(request);
  const to = safeRedirect(fields.get("to"), paths.calendars());
  const asked = await syncNow({ workspaceId: workspace.id, userId: user.id, id: params.id, now: Date.now() });
  if (asked.ok) {
    const text = "The calendar is being read. Load this page again in a moment to see what came of it.";
    return redirectWith({ kind: "ok", text }, to);
  }
  if (asked.reason === "not_found") throw data(null, { status: 404 });
  return redirectWith({ kind: "wait", text: syncRefusals[asked.reason] }, to);
}
