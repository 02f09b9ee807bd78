import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Flash } from "~/components/flash";
import { Form, FormActions, HiddenFields, LinkButton, Submit } from "~/components/form";
import { AuthPage } from "~/components/page";
import { changeProfile } from "~/domain/accounts/change-profile.server";
import { acceptInvitation, declineInvitation } from "~/domain/workspaces/answer-invitation.server";
import { findInvitation } from "~/domain/workspaces/invitations.server";
import { invitationWords, roleWords } from "~/domain/workspaces/member-words";
import { requireUser } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { readSession, redirectWith } from "~/http/session.server";
import { paths, withQuery } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Invitation · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const now = Date.now();
  const found = await findInvitation(token, now);
  if (!found)
    return data({ refusal: "This link leads nowhere. The address may have a typing error." }, { status: 404 });
  if (found.state !== "open") return data({ refusal: invitationWords[found.state] }, { status: 410 });
  const { workspace, email, role, inviterName } = found.invitation;
  const session = await readSession(request, now);
  const signedInAs = session?.user.email ?? null;
  const isTheirs = signedInAs?.toLowerCase() === email.toLowerCase();
  return data({ refusal: null, token, workspaceName: workspace.name, email, role, inviterName, signedInAs, isTheirs });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const fields = await readFields(request);
  const token = params.token ?? "";
  const { user } = await requireUser(request);
  const answer = fields.get("answer") === "accept" ? acceptInvitation : declineInvitation;
  const result = await answer({ token, user, now: Date.now() });
  if (!result.ok) return redirect(paths.invite(token), 303);
  if (answer === declineInvitation)
    return redirectWith({ kind: "info", text: "You declined the invitation." }, paths.dashboard());
  await changeProfile(user, { defaultWorkspaceId: result.workspaceId });
  return redirectWith({ kind: "ok", text: "You have joined." }, paths.dashboard());
}

export default function Invite() {
  const invitation = useLoaderData<typeof loader>();
  if (invitation.refusal !== null) {
    return (
      <AuthPage title="This invitation is closed">
        <Flash />
        <p>{invitation.refusal}</p>
        <LinkButton href={paths.home()}>Go to the first page</LinkButton>
      </AuthPage>
    );
  }
  const { workspaceName, email, role, inviterName, signedInAs, isTheirs, token } = invitation;
  return (
    <AuthPage
      title={
        <>
          Join <bdi>{workspaceName}</bdi>
        </>
      }
    >
      <Flash />
      <p>
        {inviterName ? <bdi className="font-semibold">{inviterName}</bdi> : "Somebody"} invites{" "}
        <bdi className="font-semibold">{email}</bdi>. {roleWords[role].invited}
      </p>
      {isTheirs ? (
        <Answer />
      ) : signedInAs ? (
        <OtherAccount token={token} signedInAs={signedInAs} />
      ) : (
        <SignInFirst token={token} email={email} />
      )}
    </AuthPage>
  );
}

function Answer() {
  return (
    <Form>
      <FormActions>
        <Submit name="answer" value="accept">
          Accept
        </Submit>
        <Submit name="answer" value="decline" kind="second">
          Decline
        </Submit>
      </FormActions>
    </Form>
  );
}

function OtherAccount({ token, signedInAs }: { token: string; signedInAs: string }) {
  return (
    <>
      <p>
        You are signed in as <bdi className="font-semibold">{signedInAs}</bdi>. Sign out to answer with the account of
        the invited address.
      </p>
      <Form action="/logout">
        <HiddenFields values={{ to: paths.invite(token) }} />
        <Submit>Sign out</Submit>
      </Form>
    </>
  );
}

function SignInFirst({ token, email }: { token: string; email: string }) {
  const query = { to: paths.invite(token), email };
  return (
    <>
      <FormActions>
        <LinkButton href={withQuery(paths.login(), query)} kind="primary">
          Sign in to answer
        </LinkButton>
        <LinkButton href={withQuery(paths.signup(), query)}>Create an account</LinkButton>
      </FormActions>
      <p className="hint">You don’t want to join? Leave it unanswered. Nobody is made a member without saying yes.</p>
    </>
  );
}
