import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { AuthPage } from "~/components/page";
import { endSessions } from "~/domain/accounts/end-sessions.server";
import { readFields } from "~/http/form.server";
import { endSessionHeader, readSession, redirectWith } from "~/http/session.server";
import { paths, safeRedirect } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Sign out · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await readSession(request, Date.now());
  if (!session) throw redirect(paths.home());
  return { email: session.user.email };
}

export async function action({ request }: ActionFunctionArgs) {
  const fields = await readFields(request);
  const session = await readSession(request, Date.now());
  if (session) await endSessions({ userId: session.user.id, which: { only: session.sessionId } });
  const headers = new Headers({ "Set-Cookie": await endSessionHeader() });
  return redirectWith(
    { kind: "ok", text: "You are signed out." },
    safeRedirect(fields.get("to"), paths.login()),
    headers,
  );
}

export default function Logout() {
  const { email } = useLoaderData<typeof loader>();
  return (
    <AuthPage title="Sign out?">
      <p>
        You are signed in as <bdi className="font-semibold">{email}</bdi>.
      </p>
      <Form>
        <FormActions>
          <Submit>Sign out</Submit>
          <LinkButton href={paths.dashboard()}>Stay signed in</LinkButton>
        </FormActions>
      </Form>
    </AuthPage>
  );
}
