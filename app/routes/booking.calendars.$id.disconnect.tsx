import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DisconnectPage } from "~/components/disconnect-page";
import { providerNames } from "~/domain/providers";
import { findConnection, listConnections } from "~/domain/calendars/connections.server";
import { disconnectCalendar } from "~/domain/calendars/disconnect.server";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoCalendar as ErrorBoundary } from "~/components/no-calendar";

export const meta: MetaFunction = () => [{ title: "Disconnect a calendar · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const owner = { workspaceId: workspace.id, userId: user.id };
  const connection = await findConnection(owner, params.id);
  if (!connection) throw data(null, { status: 404 });
  const { id, name, account, blocks, waiting, createEvents } = connection;
  const all = await listConnections(owner);
  const isLast = all.filter((each) => each.account.id === account.id).length === 1;
  return { id, name, email: account.email, provider: account.provider, blocks, waiting, createEvents, isLast };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  await readFields(request);
  const gone = await disconnectCalendar({ workspaceId: workspace.id, userId: user.id, id: params.id, now: Date.now() });
  if (!gone.ok) throw data(null, { status: 404 });
  const text =
    gone.gone === "account" ? "The calendar and its account are disconnected." : "The calendar is disconnected.";
  return redirectWith({ kind: "ok", text }, paths.calendars());
}

export default function DisconnectCalendar() {
  const { id, name, email, provider, blocks, waiting, createEvents, isLast } = useLoaderData<typeof loader>();
  return (
    <DisconnectPage
      title={
        <>
          Disconnect “<bdi>{name}</bdi>”?
        </>
      }
      back={{ href: paths.calendar(id), label: name }}
      action={paths.disconnectCalendar(id)}
      deed="Disconnect this calendar"
      {...{ blocks, waiting, createEvents }}
    >
      {isLast ? (
        <p className="mt-3">
          It is the last calendar of <bdi>{email}</bdi> here, so the account goes too:{" "}
          {provider === "google"
            ? "Google is told that we may not come in any more, and what let us in is deleted."
            : `What let us in is deleted. ${providerNames[provider]} lists this app until you remove it there.`}
        </p>
      ) : null}
    </DisconnectPage>
  );
}
