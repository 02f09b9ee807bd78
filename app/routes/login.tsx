import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Field } from "~/components/field";
import { Flash } from "~/components/flash";
import { Form, Submit } from "~/components/form";
import { Notice } from "~/components/notice";
import { AuthPage } from "~/components/page";
import { SignInButtons } from "~/components/sign-in-buttons";
import { LoginInput } from "~/domain/accounts/account";
import { signIn } from "~/domain/accounts/sign-in.server";
import { formProblem, readForm } from "~/http/form.server";
import { tooManyTries } from "~/http/limit.server";
import { originOf } from "~/http/origin.server";
import { signInProviders } from "~/http/provider-sign-in.server";
import { readSession, replaceSession } from "~/http/session.server";
import { paths, safeRedirect } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Sign in · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const to = safeRedirect(asked.get("to"), "");
  if (await readSession(request, Date.now())) throw redirect(to || paths.dashboard());
  return { to, email: asked.get("email") ?? "", providers: signInProviders() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, LoginInput);
  if (!form.ok) return formProblem(form.problem);
  const result = await signIn({ input: form.data, kind: "browser", ...originOf({ request, context }) });
  if (!result.ok) {
    const [message, status] =
      result.reason === "wrong"
        ? (["Email address or password is not right.", 401] as const)
        : ([tooManyTries(result.verdict), 429] as const);
    return formProblem({ values: form.values, errors: [{ path: "", message }] }, status);
  }
  const to = safeRedirect(new URL(request.url).searchParams.get("to"), paths.dashboard());
  return redirect(to, { status: 303, headers: { "Set-Cookie": await replaceSession(request, result.token) } });
}

export default function Login() {
  const { to, email, providers } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <AuthPage
      title="Sign in"
      below={
        <p>
          New here?{" "}
          <a href={paths.signup(to)} className="inline-block py-1">
            Create an account
          </a>
        </p>
      }
    >
      <Flash />
      {problem ? <Notice kind="stop" title={problem.errors[0]?.message} isRefusal /> : null}
      <Form className="space-y-5" errors={problem?.errors} values={problem?.values}>
        <Field label="Email address" name="email" type="email" autoComplete="username" defaultValue={email} />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          aside={
            <a href={paths.forgot()} className="inline-block py-0.5">
              Forgot your password?
            </a>
          }
        />
        <Submit wide>Sign in</Submit>
      </Form>
      <SignInButtons providers={providers} to={to} />
    </AuthPage>
  );
}
