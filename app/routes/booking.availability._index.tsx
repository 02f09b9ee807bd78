import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { listSchedules } from "~/domain/availability/schedules.server";
import { requireHost } from "~/http/auth.server";
import { paths } from "~/paths";

/** The default schedule, which comes first; a host who has none begins with a new one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "schedules.own");
  const [first] = await listSchedules(workspace.id, user.id);
  return redirect(first ? paths.schedule(first.id) : paths.newSchedule());
}
