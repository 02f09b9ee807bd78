import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HostHeading } from "~/components/page";
import { TeamForm } from "~/components/team-form";
import { listActiveHosts } from "~/domain/event-types/choices.server";
import { createTeam } from "~/domain/teams/save-team.server";
import { emptyTeam, TeamForm as TeamFormInput } from "~/domain/teams/team";
import { requireHost } from "~/http/auth.server";
import { redirectWith } from "~/http/session.server";
import { newTeamFields, readTeamForm } from "~/http/team-form.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "New team · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace } = await requireHost(request, "teams.change");
  return { hosts: await listActiveHosts(workspace.id) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "teams.change");
  const read = await readTeamForm(request, TeamFormInput, newTeamFields);
  if (!read.ok) return read.page;
  const made = await createTeam({ workspaceId: workspace.id, userId: user.id, input: read.data });
  if (!made.ok) return read.refuse(made);
  const text = `“${made.team.name}” is made. An event type gives it an address to share.`;
  return redirectWith({ kind: "ok", text }, paths.team(made.team.id));
}

export default function NewTeam() {
  const { hosts } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading
        back={{ href: paths.teams(), label: "Teams" }}
        title="New team"
        sentence="A name is enough. Who is in it can change at any time."
      />
      <TeamForm team={emptyTeam} hosts={hosts} problem={problem} />
    </>
  );
}
