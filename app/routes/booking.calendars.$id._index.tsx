import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BusyList } from "~/components/busy-list";
import { CalendarSettings } from "~/components/calendar-settings";
import { SyncNow } from "~/components/calendar-panel";
import { CalendarTitle, CalendarTruth, Reconnect } from "~/components/calendar-truth";
import { Section, Sheet } from "~/components/page";
import { countBusy, listBusy } from "~/domain/calendars/busy-list.server";
import { changeConnection } from "~/domain/calendars/change-connection.server";
import { findConnection } from "~/domain/calendars/connections.server";
import { isPushOn } from "~/domain/calendars/push";
import { env } from "~/env.server";
import { requireHost } from "~/http/auth.server";
import { readCalendarForm } from "~/http/calendar-form.server";
import { formProblem } from "~/http/form.server";
import { hostClock } from "~/http/host-page.server";
import { redirectWith } from "~/http/session.server";
import { paths, safeRedirect } from "~/paths";

export { NoCalendar as ErrorBoundary } from "~/components/no-calendar";

const pageSize = 50;

export const meta: MetaFunction = () => [{ title: "A calendar · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const connection = await findConnection({ workspaceId: workspace.id, userId: user.id }, params.id);
  if (!connection) throw data(null, { status: 404 });
  const clock = hostClock(request, user);
  const asked = Number(new URL(request.url).searchParams.get("page"));
  const page = Math.min(Math.max(Math.trunc(asked) || 1, 1), 1000);
  const which = { workspaceId: workspace.id, connectionId: connection.id, from: clock.now };
  const [busy, total] = await Promise.all([
    listBusy(which, { limit: pageSize, offset: (page - 1) * pageSize }),
    countBusy(which),
  ]);
  return { connection, busy, total, page, pageSize, clock, isPushOn: isPushOn(env.APP_URL) };
}

const refusals = {
  not_writable: { path: "create_events", message: "It is open for reading only, so bookings can’t be written to it." },
  takes_no_meetings: {
    path: "sync_enabled",
    message: "You take no meetings here, so nothing of your calendars is read.",
  },
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const owner = { workspaceId: workspace.id, userId: user.id };
  const connection = await findConnection(owner, params.id);
  if (!connection) throw data(null, { status: 404 });
  const form = await readCalendarForm(request);
  if (!form.ok) return formProblem(form.problem);
  const changed = await changeConnection({ ...owner, id: connection.id, patch: form.data, now: Date.now() });
  const to = safeRedirect(form.values.to?.[0], paths.calendar(connection.id));
  if (changed.ok) return redirectWith({ kind: "ok", text: `“${connection.name}” is saved.` }, to);
  if (changed.reason === "not_found") throw data(null, { status: 404 });
  return formProblem({ values: form.values, errors: [refusals[changed.reason]] }, 409);
}

export default function Calendar() {
  const { connection, busy, total, page, pageSize, clock, isPushOn } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <a href={paths.calendars()} className="mb-2 inline-block py-1 text-small">
        Calendars
      </a>
      <div className="mb-6">
        <CalendarTitle as="h1" connection={connection} clock={clock} />
      </div>
      <Sheet>
        <Section>
          <div className="-mt-4">
            <CalendarTruth connection={connection} clock={clock} isPushOn={isPushOn} />
          </div>
          {connection.account.needsReconnectSince === null ? (
            <SyncNow connection={connection} to={paths.calendar(connection.id)} />
          ) : (
            <Reconnect account={connection.account} />
          )}
        </Section>
        <CalendarSettings connection={connection} problem={problem} />
        <Section id="blocks" title="What it blocks">
          <BusyList connection={connection} {...{ busy, total, page, pageSize, clock }} />
        </Section>
      </Sheet>
    </>
  );
}
