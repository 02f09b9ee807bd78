import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Field } from "~/components/field";
import { Form, LinkButton, Submit } from "~/components/form";
import { AuthPage } from "~/components/page";
import { ResetInput } from "~/domain/accounts/account";
import { findReset, resetPassword } from "~/domain/accounts/reset-password.server";
import { formProblem, readForm } from "~/http/form.server";
import { endSessionHeader, redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "New password · Meridian" }, { name: "robots", content: "noindex" }];

const closed = {
  void: { status: 410, words: "This link was used, or a password was set since. It works once." },
  expired: { status: 410, words: "This link has ended. It works for one hour." },
  unknown: { status: 404, words: "This link leads nowhere. The address may have a typing error." },
};

export async function loader({ params }: LoaderFunctionArgs) {
  const state = await findReset(params.token ?? "", Date.now());
  if (state === "open") return data({ refusal: null });
  return data({ refusal: closed[state].words }, { status: closed[state].status });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request, ResetInput);
  if (!form.ok) return formProblem(form.problem);
  const result = await resetPassword(token, form.data.password, Date.now());
  if (!result.ok) return redirect(paths.reset(token), 303);
  const headers = new Headers({ "Set-Cookie": await endSessionHeader() });
  return redirectWith({ kind: "ok", text: "Your new password is set. Sign in with it." }, paths.login(), headers);
}

export default function Reset() {
  const { refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (refusal) {
    return (
      <AuthPage title="Ask for a new link">
        <p>{refusal}</p>
        <LinkButton href={paths.forgot()} kind="primary">
          Send a new link
        </LinkButton>
      </AuthPage>
    );
  }
  return (
    <AuthPage title="Choose a new password">
      <p>You are signed out everywhere when it is set.</p>
      <Form className="space-y-5" errors={problem?.errors} values={problem?.values}>
        <Field
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="10 characters or more. A few unrelated words do well."
        />
        <Submit wide>Set the password</Submit>
      </Form>
    </AuthPage>
  );
}
