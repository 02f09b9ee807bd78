import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { Notice } from "~/components/notice";
import { HostHeading, Section, Sheet } from "~/components/page";
import { withdrawInvitation } from "~/domain/workspaces/invitations.server";
import { memberWords } from "~/domain/workspaces/member-words";
import { findMember } from "~/domain/workspaces/members.server";
import { removeMember } from "~/domain/workspaces/remove-member.server";
import { may } from "~/domain/workspaces/roles";
import { requireHost } from "~/http/auth.server";
import { formProblem, readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${words[page.kind].title} · Meridian` : "Member · Meridian" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { kind, member, workspace } = await requireTarget(request, params.userId);
  return { kind, who: member.name ?? member.email, workspaceName: workspace.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await readFields(request);
  const { kind, member, workspace, user } = await requireTarget(request, params.userId);
  const now = Date.now();
  if (kind === "withdraw") {
    await withdrawInvitation({ workspaceId: workspace.id, userId: user.id, id: member.id, now });
    return redirectWith({ kind: "ok", text: `The invitation to ${member.email} is withdrawn.` }, paths.members());
  }
  const result = await removeMember({ workspaceId: workspace.id, actorId: user.id, userId: member.id, now });
  if (!result.ok && result.reason !== "unknown") {
    return formProblem({ values: {}, errors: [{ path: "", message: memberWords[result.reason] }] }, 409);
  }
  if (kind === "leave") return redirectWith({ kind: "ok", text: `You left ${workspace.name}.` }, paths.dashboard());
  return redirectWith({ kind: "ok", text: `${member.name} is no member any more.` }, paths.members());
}

/** Oneself may always be the one who goes; others need the right. */
async function requireTarget(request: Request, id: string | undefined) {
  const host = await requireHost(request, "workspace.read");
  const member = await findMember(host.workspace.id, id, Date.now());
  const isSelf = member?.userId === host.user.id;
  if (!member || (!isSelf && !may(host.role, "members.change")))
    throw data("There is no such member.", { status: 404 });
  const kind = isSelf ? "leave" : member.status === "invited" ? "withdraw" : "remove";
  return { ...host, member, kind } as const;
}

const words = {
  leave: {
    title: "Leave the workspace?",
    fact: "You lose your working hours in it at once.",
    deed: "Leave it",
    back: "Stay",
  },
  withdraw: {
    title: "Withdraw the invitation?",
    fact: "The link in the mail stops working.",
    deed: "Withdraw it",
    back: "Keep it",
  },
  remove: {
    title: "Remove this member?",
    fact: "Their working hours in it go at once.",
    deed: "Remove them",
    back: "Keep them",
  },
};

export default function RemoveMember() {
  const { kind, who, workspaceName } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { title, fact, deed, back } = words[kind];
  return (
    <>
      <HostHeading title={title} back={{ href: paths.members(), label: "All members" }} />
      <Sheet>
        <Section>
          {problem ? <Notice kind="stop" title={problem.errors[0]?.message} isRefusal className="mb-5" /> : null}
          <p className="mb-5 max-w-text">
            <bdi className="font-semibold">{who}</bdi> in <bdi>{workspaceName}</bdi>. {fact}
          </p>
          <Form>
            <FormActions>
              <Submit kind="stop">{deed}</Submit>
              <LinkButton href={paths.members()}>{back}</LinkButton>
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}
