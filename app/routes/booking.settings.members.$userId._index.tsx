import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, Form, FormActions, LinkButton, Submit } from "~/components/form";
import { Notice } from "~/components/notice";
import { HostHeading, Section, Sheet } from "~/components/page";
import { RoleChoice } from "~/components/role-choice";
import { isUuid } from "~/domain/fields";
import { changeMember } from "~/domain/workspaces/change-member.server";
import { memberWords } from "~/domain/workspaces/member-words";
import { findMember } from "~/domain/workspaces/members.server";
import { may } from "~/domain/workspaces/roles";
import { RoleInput } from "~/domain/workspaces/workspace";
import { requireHost } from "~/http/auth.server";
import { formProblem, readForm } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction<typeof loader> = ({ data: member }) => [
  { title: member ? `${member.name} · Meridian` : "Member · Meridian" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "members.change");
  const member = await findMember(workspace.id, params.userId, Date.now());
  if (!member) throw data("There is no such member.", { status: 404 });
  if (member.status === "invited") throw redirect(paths.removeMember(member.id));
  const { id, name, email } = member;
  return {
    id,
    name,
    email,
    role: member.role,
    isActive: member.status === "active",
    isSelf: id === user.id,
    mayMakeOwners: may(role, "members.change-owners"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "members.change");
  const form = await readForm(request, RoleInput);
  if (!form.ok) return formProblem(form.problem);
  if (!isUuid(params.userId)) throw data("There is no such member.", { status: 404 });
  const change = {
    workspaceId: workspace.id,
    actorId: user.id,
    userId: params.userId.toLowerCase(),
    role: form.data.role,
    now: Date.now(),
  };
  const result = await changeMember(change);
  if (result.ok) return redirectWith({ kind: "ok", text: "The role is changed." }, paths.members());
  if (result.reason === "unknown") throw data("There is no such member.", { status: 404 });
  return formProblem({ values: form.values, errors: [{ path: "role", message: memberWords[result.reason] }] }, 409);
}

export default function Member() {
  const { id, name, email, role, isActive, isSelf, mayMakeOwners } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isOutOfReach = role === "owner" && !mayMakeOwners;
  return (
    <>
      <HostHeading
        title={<bdi>{name}</bdi>}
        sentence={<bdi>{email}</bdi>}
        back={{ href: paths.members(), label: "All members" }}
      />
      {isActive ? null : (
        <Notice
          kind="info"
          className="mb-6"
          title="Deactivated."
          action={
            isOutOfReach ? undefined : (
              <LinkButton small href={paths.reactivateMember(id)}>
                Reactivate…
              </LinkButton>
            )
          }
        >
          They see nothing of the workspace and take no meetings in it.
        </Notice>
      )}
      <Sheet>
        <Section>
          {isOutOfReach ? (
            <p>{memberWords.not_an_owner}</p>
          ) : (
            <Form className="max-w-form space-y-5" errors={problem?.errors} values={problem?.values}>
              <ErrorSummary errors={problem?.errors ?? []} title="The role is as it was:" />
              <RoleChoice value={role} withOwner={mayMakeOwners} />
              <FormActions
                far={
                  <span className="flex flex-wrap gap-x-6">
                    {isActive && !isSelf ? (
                      <a href={paths.deactivateMember(id)} className="inline-block py-1">
                        Deactivate…
                      </a>
                    ) : null}
                    <a href={paths.removeMember(id)} className="inline-block py-1">
                      {isSelf ? "Leave the workspace…" : "Remove from the workspace…"}
                    </a>
                  </span>
                }
              >
                <Submit>Save role</Submit>
              </FormActions>
            </Form>
          )}
        </Section>
      </Sheet>
    </>
  );
}
