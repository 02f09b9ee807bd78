import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, LinkButton, Submit } from "~/components/form";
import { AuthPage } from "~/components/page";
import { findVerification, verifyEmail } from "~/domain/accounts/verify-email.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [
  { title: "Verify your address · Meridian" },
  { name: "robots", content: "noindex" },
];

const statuses = { open: 200, verified: 200, void: 410, expired: 410, unknown: 404 };

export async function loader({ params }: LoaderFunctionArgs) {
  const { state, email } = await findVerification(params.token ?? "", Date.now());
  return data({ state, email }, { status: statuses[state] });
}

/** Only the button verifies: scanners of mail follow links. */
export async function action({ request, params }: ActionFunctionArgs) {
  await readFields(request);
  const token = params.token ?? "";
  const { ok } = await verifyEmail(token, Date.now());
  if (!ok) return redirect(paths.verify(token), 303);
  return redirectWith({ kind: "ok", text: "Your address is verified." }, paths.dashboard());
}

export default function Verify() {
  const { state, email } = useLoaderData<typeof loader>();
  if (state === "open") {
    return (
      <AuthPage title="Verify your address">
        <p>
          Is <bdi className="font-semibold">{email}</bdi> yours, and the account with it?
        </p>
        <Form>
          <Submit wide>Yes, verify it</Submit>
        </Form>
        <p className="hint">If you did not sign up here, close this page. Nothing happens.</p>
      </AuthPage>
    );
  }
  if (state === "verified") {
    return (
      <AuthPage title="Your address is verified">
        <p>
          <bdi className="font-semibold">{email}</bdi> is verified. There is nothing left to do.
        </p>
        <LinkButton href={paths.dashboard()} kind="primary">
          Go on
        </LinkButton>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={state === "unknown" ? "This link leads nowhere" : "This link has ended"}>
      <p>
        {state === "unknown" ? "The address may have a typing error." : "It works for three days."} You can have a new
        mail sent from your settings.
      </p>
      <LinkButton href={paths.settings()} kind="primary">
        Go to settings
      </LinkButton>
    </AuthPage>
  );
}
