import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { Notice } from "~/components/notice";
import { HostHeading, Section, Sheet } from "~/components/page";
import { changeMember } from "~/domain/workspaces/change-member.server";
import { memberWords, roleWords } from "~/domain/workspaces/member-words";
import { findMember } from "~/domain/workspaces/members.server";
import { requireHost } from "~/http/auth.server";
import { formProblem, readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Reactivate this member? · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMemberPage(request, params.userId);
  if (member.status !== "deactivated") throw redirect(paths.member(member.id));
  return { id: member.id, name: member.name, role: roleWords[member.role].name, workspaceName: workspace.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await readFields(request);
  const { member, user, workspace } = await requireMemberPage(request, params.userId);
  const who = { workspaceId: workspace.id, actorId: user.id, userId: member.id };
  const result = await changeMember({ ...who, status: "active", now: Date.now() });
  if (result.ok) return redirectWith({ kind: "ok", text: `${member.name} is active again.` }, paths.member(member.id));
  if (result.reason === "unknown") throw data("There is no such member.", { status: 404 });
  return formProblem({ values: {}, errors: [{ path: "", message: memberWords[result.reason] }] }, 409);
}

async function requireMemberPage(request: Request, id: string | undefined) {
  const host = await requireHost(request, "members.change");
  const member = await findMember(host.workspace.id, id, Date.now());
  if (!member) throw data("There is no such member.", { status: 404 });
  return { ...host, member };
}

export default function ReactivateMember() {
  const { id, name, role, workspaceName } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading title="Reactivate this member?" back={{ href: paths.members(), label: "All members" }} />
      <Sheet>
        <Section>
          {problem ? <Notice kind="stop" title={problem.errors[0]?.message} isRefusal className="mb-5" /> : null}
          <p className="mb-5 max-w-text">
            <bdi className="font-semibold">{name}</bdi> in <bdi>{workspaceName}</bdi>. They come back with their role,{" "}
            {role}, and their working hours. Event types and teams that they are to be in have to be given to them anew.
          </p>
          <Form>
            <FormActions>
              <Submit>Reactivate them</Submit>
              <LinkButton href={paths.member(id)}>Leave it so</LinkButton>
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}
