import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarAccounts } from "~/components/calendar-accounts";
import { CalendarPanel } from "~/components/calendar-panel";
import { ConnectButtons } from "~/components/connect-buttons";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { HelpLink } from "~/components/help-link";
import { Notice } from "~/components/notice";
import { HostHeading, Sheet } from "~/components/page";
import { inOrder } from "~/domain/calendars/connection";
import { listBareAccounts, listConnections } from "~/domain/calendars/connections.server";
import { isPushOn } from "~/domain/calendars/push";
import { registeredProviders } from "~/domain/calendars/registration.server";
import { env } from "~/env.server";
import { requireHost } from "~/http/auth.server";
import { hostClock } from "~/http/host-page.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Calendars · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const owner = { workspaceId: workspace.id, userId: user.id };
  const [connections, bare] = await Promise.all([listConnections(owner), listBareAccounts(owner)]);
  return {
    connections: inOrder(connections),
    bare,
    registered: registeredProviders(),
    isPushOn: isPushOn(env.APP_URL),
    clock: hostClock(request, user),
  };
}

export default function Calendars() {
  const { connections, bare, registered, isPushOn, clock } = useLoaderData<typeof loader>();
  if (connections.length + bare.length === 0) return <NothingYet />;
  const writesNowhere = connections.length > 0 && !connections.some((each) => each.createEvents);
  return (
    <>
      <HostHeading
        title="Calendars"
        sentence="What Meridian knows of your calendars, and how fresh it is."
        actions={<ConnectButtons registered={registered} />}
      />
      {writesNowhere ? (
        <Notice kind="info" className="mb-6" title="New bookings go to none of your calendars.">
          They stay here and in your mail. Tick “New bookings go here” at one of them to have them written there.
        </Notice>
      ) : null}
      {connections.length === 0 ? <NoneChosen /> : null}
      <Sheet>
        {connections.map((connection) => (
          <CalendarPanel key={connection.id} connection={connection} clock={clock} isPushOn={isPushOn} />
        ))}
        <CalendarAccounts connections={connections} bare={bare} />
      </Sheet>
      <HelpLink topic="troubleshooting" section="calendar-not-syncing" className="mt-3">
        If a calendar is not in sync
      </HelpLink>
    </>
  );
}

function NoneChosen() {
  const { bare } = useLoaderData<typeof loader>();
  const open = bare.find((account) => account.needsReconnectSince === null);
  if (!open) return null;
  return (
    <Notice
      kind="wait"
      className="mb-6"
      title="No calendar is connected yet."
      action={
        <LinkButton small href={paths.chooseCalendars(open.id)}>
          Choose calendars
        </LinkButton>
      }
    >
      <bdi>{open.email}</bdi> let us in. Choose which of its calendars block your times and take new bookings.
    </Notice>
  );
}

function NothingYet() {
  const { registered } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading title="Calendars" sentence="What Meridian knows of your calendars, and how fresh it is." />
      <EmptyState title="No calendar yet" actions={<ConnectButtons registered={registered} />}>
        <p>
          Connect one, and its events block your times, so that nobody books you twice. New bookings are written to it,
          moved and removed with the meeting.
        </p>
        {registered.length === 0 ? (
          <p className="mt-2">
            This instance is not registered with Google or Microsoft yet. Whoever runs it does that once, and the steps
            are written down here.
          </p>
        ) : null}
        <HelpLink topic="calendars" section="connect" className="mt-2">
          What connecting does
        </HelpLink>
      </EmptyState>
    </>
  );
}
