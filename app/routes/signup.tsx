import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Field } from "~/components/field";
import { Flash } from "~/components/flash";
import { ErrorSummary, Form, Submit } from "~/components/form";
import { AuthPage } from "~/components/page";
import { SignInButtons } from "~/components/sign-in-buttons";
import { ZoneSelect } from "~/components/zone-select";
import { RegisterInput } from "~/domain/accounts/account";
import { signUp } from "~/domain/accounts/sign-up.server";
import { formProblem, readForm } from "~/http/form.server";
import { originOf } from "~/http/origin.server";
import { signInProviders } from "~/http/provider-sign-in.server";
import { readSession, redirectWith, replaceSession } from "~/http/session.server";
import { visitorLocale, visitorZone } from "~/http/visitor.server";
import { paths, safeRedirect } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Create an account · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const to = safeRedirect(asked.get("to"), "");
  if (await readSession(request, Date.now())) throw redirect(to || paths.dashboard());
  const providers = signInProviders();
  return { to, email: asked.get("email") ?? "", visitor: visitorZone(request, "UTC"), providers };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, RegisterInput);
  if (!form.ok) return formProblem(form.problem);
  const { language } = visitorLocale(request);
  const result = await signUp({ input: form.data, kind: "browser", language, ...originOf({ request, context }) });
  if (!result.ok) {
    const message = "There is an account with this address. Sign in instead.";
    return formProblem({ values: form.values, errors: [{ path: "email", message }] }, 409);
  }
  const to = safeRedirect(new URL(request.url).searchParams.get("to"), paths.newWorkspace());
  const headers = new Headers({ "Set-Cookie": await replaceSession(request, result.token) });
  const text = `Your account is ready. A mail to ${result.user.email} asks you to verify the address.`;
  return redirectWith({ kind: "ok", text }, to, headers);
}

export default function Signup() {
  const { to, email, visitor, providers } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <AuthPage
      title="Create an account"
      below={
        <p>
          You have one?{" "}
          <a href={paths.login(to)} className="inline-block py-1">
            Sign in
          </a>
        </p>
      }
    >
      <Flash />
      <ErrorSummary errors={problem?.errors ?? []} title="There is no account yet. This needs another look:" />
      <Form
        className="space-y-5"
        errors={problem?.errors}
        values={problem?.values}
        zoneField={visitor.isKnown || problem ? undefined : "timezone"}
      >
        <Field label="Name" name="name" autoComplete="name" hint="Those you meet read it." />
        <Field label="Email address" name="email" type="email" autoComplete="username" defaultValue={email} />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="10 characters or more. A few unrelated words do well."
        />
        <ZoneSelect label="Time zone" name="timezone" value={visitor.zone} hint="Times are shown in it." />
        <Submit wide>Create account</Submit>
      </Form>
      <SignInButtons providers={providers} to={to} />
    </AuthPage>
  );
}
