import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DisconnectPage } from "~/components/disconnect-page";
import { providerNames } from "~/domain/providers";
import { findOwnAccount } from "~/domain/calendars/connect.server";
import { listConnections } from "~/domain/calendars/connections.server";
import { disconnectAccount } from "~/domain/calendars/disconnect.server";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoCalendar as ErrorBoundary } from "~/components/no-calendar";

export const meta: MetaFunction = () => [{ title: "Disconnect an account · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const owner = { workspaceId: workspace.id, userId: user.id };
  const account = await findOwnAccount({ ...owner, id: params.id });
  if (!account) throw data(null, { status: 404 });
  const calendars = (await listConnections(owner)).filter((each) => each.account.id === account.id);
  return {
    id: account.id,
    email: account.email,
    provider: account.provider,
    names: calendars.map(({ name }) => name),
    blocks: calendars.reduce((sum, { blocks }) => sum + blocks, 0),
    waiting: calendars.reduce((sum, { waiting }) => sum + waiting, 0),
    createEvents: calendars.some((each) => each.createEvents),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  await readFields(request);
  const gone = await disconnectAccount({ workspaceId: workspace.id, userId: user.id, id: params.id, now: Date.now() });
  if (!gone.ok) throw data(null, { status: 404 });
  return redirectWith({ kind: "ok", text: "The account is disconnected." }, paths.calendars());
}

export default function DisconnectAccount() {
  const { id, email, provider, names, blocks, waiting, createEvents } = useLoaderData<typeof loader>();
  return (
    <DisconnectPage
      title={
        <>
          Disconnect <bdi>{email}</bdi> at {providerNames[provider]}?
        </>
      }
      back={{ href: paths.calendars(), label: "Calendars" }}
      action={paths.disconnectCalendarAccount(id)}
      deed="Disconnect this account"
      {...{ blocks, waiting, createEvents }}
    >
      {names.length > 0 ? (
        <>
          <p className="mt-3">{names.length === 1 ? "This calendar goes with it:" : "These calendars go with it:"}</p>
          <ul className="mt-1 list-disc ps-5 [overflow-wrap:anywhere]">
            {names.map((name, index) => (
              <li key={index}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="mt-3">
        {provider === "google"
          ? "Google is told that we may not come in any more, and what let us in is deleted."
          : `What let us in is deleted. ${providerNames[provider]} lists this app until you remove it there.`}
      </p>
    </DisconnectPage>
  );
}
