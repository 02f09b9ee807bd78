import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Flash } from "~/components/flash";
import { Form, FormActions, HiddenFields, LinkButton, Submit } from "~/components/form";
import { JoinForm } from "~/components/join-form";
import { AuthPage } from "~/components/page";
import { answerJoining, loadJoinPage } from "~/http/join-page.server";
import { paths } from "~/paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Join ${data?.workspace?.name ?? "a workspace"} · Meridian` },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await loadJoinPage(request, params.workspace);
  return data(page, { status: page.state === "closed" ? 404 : 200 });
}

export const action = (args: ActionFunctionArgs) => answerJoining(args, args.params.workspace);

export default function Join() {
  const page = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (page.state === "closed") {
    return (
      <AuthPage title="Nobody can join here">
        <Flash />
        <p>
          This workspace takes clients by invitation, or the address has a typing error. Ask whoever gave it to you.
        </p>
        <LinkButton href={paths.home()}>Go to the first page</LinkButton>
      </AuthPage>
    );
  }
  const { workspace } = page;
  const title = (
    <>
      Join <bdi className="[overflow-wrap:anywhere]">{workspace.name}</bdi>
    </>
  );
  if (page.state === "new") return <JoinForm title={title} page={page} problem={problem} />;
  return (
    <AuthPage title={title}>
      <Flash />
      {page.state === "member" ? (
        <Member {...page} />
      ) : page.state === "deactivated" ? (
        <Deactivated />
      ) : (
        <Answer {...page} />
      )}
    </AuthPage>
  );
}

function Answer({ workspace, signedInAs }: { workspace: { slug: string }; signedInAs: string }) {
  return (
    <>
      <p>
        As a client you book sessions with its coaches. You are signed in as{" "}
        <bdi className="font-semibold [overflow-wrap:anywhere]">{signedInAs}</bdi>.
      </p>
      <Form>
        <Submit wide>Become a client</Submit>
      </Form>
      <OtherAccount workspace={workspace} />
    </>
  );
}

function Member({ isClient }: { isClient: boolean }) {
  return (
    <>
      <p>
        {isClient ? "You are a client here already." : "You are a member here already, and take meetings yourself."}
      </p>
      <FormActions>
        <LinkButton kind="primary" href={isClient ? paths.coaches() : paths.dashboard()}>
          {isClient ? "See the coaches" : "Go to your day"}
        </LinkButton>
      </FormActions>
    </>
  );
}

function Deactivated() {
  return <p>Your account was deactivated in this workspace. Only its owners and admins can take that back.</p>;
}

function OtherAccount({ workspace }: { workspace: { slug: string } }) {
  return (
    <Form action="/logout">
      <HiddenFields values={{ to: paths.joinAsClient(workspace.slug) }} />
      <Submit kind="quiet">Use another account</Submit>
    </Form>
  );
}
