import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/form";
import { HostHeading } from "~/components/page";
import { TeamAddresses } from "~/components/team-addresses";
import { TeamFacts } from "~/components/team-facts";
import { TeamForm } from "~/components/team-form";
import { countOf } from "~/domain/counts";
import { listActiveHosts } from "~/domain/event-types/choices.server";
import { changeTeam } from "~/domain/teams/save-team.server";
import { TeamPatchForm } from "~/domain/teams/team";
import { findTeam } from "~/domain/teams/teams.server";
import { may } from "~/domain/workspaces/roles";
import { requireHost } from "~/http/auth.server";
import { redirectWith } from "~/http/session.server";
import { readTeamForm, teamFields } from "~/http/team-form.server";
import { withUrls } from "~/http/team-json.server";
import { paths } from "~/paths";

export { NoTeam as ErrorBoundary } from "~/components/no-team";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.team.name ?? "Team"} · Meridian` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { workspace, role } = await requireHost(request, "teams.read");
  const team = await findTeam(workspace.id, params.id);
  if (!team) throw data(null, { status: 404 });
  const mayChange = may(role, "teams.change");
  return { team: withUrls(team, workspace), mayChange, hosts: mayChange ? await listActiveHosts(workspace.id) : [] };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "teams.change");
  const read = await readTeamForm(request, TeamPatchForm, teamFields);
  if (!read.ok) return read.page;
  const key = { workspaceId: workspace.id, userId: user.id, idOrSlug: params.id };
  const changed = await changeTeam({ ...key, patch: read.data });
  if (changed.ok) {
    return redirectWith({ kind: "ok", text: `“${changed.team.name}” is saved.` }, paths.team(changed.team.id));
  }
  if (changed.reason === "not_found") throw data(null, { status: 404 });
  return read.refuse(changed);
}

export default function TeamPage() {
  const { team, hosts, mayChange } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading
        back={{ href: paths.teams(), label: "Teams" }}
        title={<bdi>{team.name}</bdi>}
        sentence={`${countOf(team.members.length, "member")}, ${countOf(team.eventTypes.length, "event type")}.`}
        actions={<LinkButton href={paths.teamFairness(team.id)}>Fairness</LinkButton>}
      />
      {mayChange ? <TeamForm team={team} hosts={hosts} problem={problem} /> : <TeamFacts members={team.members} />}
      <TeamAddresses teamId={team.id} eventTypes={team.eventTypes} mayChange={mayChange} />
    </>
  );
}
