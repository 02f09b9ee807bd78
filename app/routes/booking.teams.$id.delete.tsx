import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { deleteTeam } from "~/domain/teams/delete-team.server";
import { findTeam } from "~/domain/teams/teams.server";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { inUseWords } from "~/http/team-refusal.server";
import { paths } from "~/paths";

export { NoTeam as ErrorBoundary } from "~/components/no-team";

export const meta: MetaFunction = () => [{ title: "Delete a team · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { workspace } = await requireHost(request, "teams.change");
  const team = await findTeam(workspace.id, params.id);
  if (!team) throw data(null, { status: 404 });
  const eventTypes = team.eventTypes.map(({ id, name }) => ({ id, name }));
  const reason = eventTypes.length > 0 ? inUseWords(eventTypes.map(({ name }) => name)) : null;
  return { id: team.id, name: team.name, eventTypes, reason };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "teams.change");
  await readFields(request);
  const deleted = await deleteTeam({ workspaceId: workspace.id, userId: user.id, idOrSlug: params.id });
  if (deleted.ok) return redirectWith({ kind: "ok", text: "The team is deleted." }, paths.teams());
  if (deleted.reason === "not_found") throw data(null, { status: 404 });
  return redirectWith({ kind: "stop", text: inUseWords(deleted.eventTypes) }, paths.team(params.id ?? ""));
}

export default function DeleteTeam() {
  const { id, name, eventTypes, reason } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        back={{ href: paths.team(id), label: name }}
        title={reason ? `“${name}” stays for now` : `Delete “${name}”?`}
      />
      <Sheet className="max-w-form">
        <Section>
          {reason ? (
            <>
              <p>{reason}</p>
              <ul className="mt-3 list-disc ps-5">
                {eventTypes.map((each) => (
                  <li key={each.id}>
                    <a href={paths.eventType(each.id)} className="inline-block py-1">
                      <bdi>{each.name}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p>
              No event type belongs to it. Its members stay in the workspace, and what was booked with it stays as it
              is. Its public addresses and its page about fairness end at once.
            </p>
          )}
          <Form action={paths.deleteTeam(id)} className="mt-6">
            <FormActions>
              {reason ? null : (
                <Submit kind="stop" icon="trash-2">
                  Delete this team
                </Submit>
              )}
              <LinkButton href={paths.team(id)}>{reason ? "Back to the team" : "Keep it"}</LinkButton>
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}
