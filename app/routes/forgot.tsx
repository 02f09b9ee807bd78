import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Field } from "~/components/field";
import { Flash } from "~/components/flash";
import { Form, Submit } from "~/components/form";
import { AuthPage } from "~/components/page";
import { ForgotInput } from "~/domain/accounts/account";
import { requestReset } from "~/domain/accounts/reset-password.server";
import { formProblem, readForm } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { visitorLocale } from "~/http/visitor.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Forgot your password · Meridian" }];

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, ForgotInput);
  if (!form.ok) return formProblem(form.problem);
  await requestReset(form.data.email, visitorLocale(request).language, Date.now());
  const text = `If there is an account for ${form.data.email}, a mail with a link is on its way. The link works for one hour.`;
  return redirectWith({ kind: "info", text }, paths.forgot());
}

export default function Forgot() {
  const problem = useActionData<typeof action>()?.problem;
  return (
    <AuthPage
      title="Forgot your password"
      below={
        <a href={paths.login()} className="inline-block py-1">
          Back to sign in
        </a>
      }
    >
      <Flash />
      <p>Say which address you signed up with. We send a link there that lets you choose a new password.</p>
      <Form className="space-y-5" errors={problem?.errors} values={problem?.values}>
        <Field label="Email address" name="email" type="email" autoComplete="username" />
        <Submit wide>Send the link</Submit>
      </Form>
    </AuthPage>
  );
}
