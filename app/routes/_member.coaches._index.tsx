import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CoachList } from "~/components/coach-list";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { HostHeading } from "~/components/page";
import { listCoaches } from "~/domain/coaches/coaches.server";
import { zoneTime } from "~/domain/time";
import { may } from "~/domain/workspaces/roles";
import { requireHost } from "~/http/auth.server";
import { hostClock } from "~/http/host-page.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Coaches · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "coaches.read");
  const clock = hostClock(request, user);
  return { coaches: await listCoaches(workspace.id, clock.now), clock, isClient: may(role, "sessions.book") };
}

export default function Coaches() {
  const { coaches, clock, isClient } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        title="Coaches"
        sentence={
          isClient
            ? `Choose with whom, for how long and when. Times are ${zoneTime(clock.zone)}.`
            : `What clients see, who book sessions here. Times are ${zoneTime(clock.zone)}.`
        }
        actions={isClient ? null : <LinkButton href={paths.coaching()}>Change what they see of you</LinkButton>}
      />
      {coaches.length > 0 ? (
        <CoachList coaches={coaches} clock={clock} />
      ) : (
        <EmptyState title="Nobody takes sessions at present">
          {isClient
            ? "As soon as somebody does, they stand here with their free times."
            : "Every host decides that for themselves, in their settings under Coaching."}
        </EmptyState>
      )}
    </>
  );
}
