import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { FairnessForm } from "~/components/fairness-form";
import { FairnessShares } from "~/components/fairness-shares";
import { LastPicks } from "~/components/last-picks";
import { LinkButton } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { countOf } from "~/domain/counts";
import { loadFairnessPage, type FairnessPage } from "~/http/fairness-page.server";
import { paths } from "~/paths";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Fairness in ${page.team.name} · Meridian` : "Fairness · Meridian" },
];

export function loader({ request, params }: LoaderFunctionArgs) {
  return loadFairnessPage(request, params.id);
}

export default function Fairness() {
  const page = useLoaderData<typeof loader>();
  const { team } = page;
  return (
    <>
      <HostHeading
        back={{ href: paths.team(team.id), label: team.name }}
        title="Who gets the meetings"
        sentence="What each member got beside what the weights or priorities would give, and why each one was picked."
      />
      {page.state === "empty" ? <NothingToPick /> : <Open page={page} />}
    </>
  );
}

function Open({ page }: { page: Extract<FairnessPage, { state: "open" }> }) {
  const { team, rotations, rotation, periods, days, shares, total, cancelled, isCut } = page;
  return (
    <>
      <FairnessForm teamId={team.id} rotations={rotations} eventTypeId={rotation.id} periods={periods} days={days} />
      {total === 0 ? (
        <EmptyState title={`Nobody was picked in the last ${days} days`}>
          As soon as somebody books {rotation.name} with this team, its picks show here with the reason for each.
        </EmptyState>
      ) : (
        <Sheet>
          <Section
            title="Shares"
            aside={`${countOf(total, "pick")}${cancelled > 0 ? `, ${cancelled} called off and not counted` : ""}${isCut ? ", the newest only" : ""}`}
          >
            <FairnessShares {...page} shares={shares} isByPriority={rotation.assignmentType === "collective"} />
          </Section>
          <Section title="Last picks">
            <LastPicks {...page} picks={page.lastPicks} />
          </Section>
        </Sheet>
      )}
    </>
  );
}

function NothingToPick() {
  return (
    <EmptyState
      title="Nobody has to be picked here"
      actions={
        <LinkButton kind="primary" href={paths.eventTypes()}>
          Event types
        </LinkButton>
      }
    >
      No event type with round robin or collective assignment belongs to this team, and none was booked through its
      page.
    </EmptyState>
  );
}
