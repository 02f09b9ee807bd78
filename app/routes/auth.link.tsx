import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Field } from "~/components/field";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { AuthPage } from "~/components/page";
import { LinkInput } from "~/domain/accounts/account";
import { listIdentities } from "~/domain/accounts/identities.server";
import { providerNames, type ProviderName } from "~/domain/providers";
import { findLink, linkIdentity } from "~/domain/accounts/link-identity.server";
import { formProblem, readForm } from "~/http/form.server";
import { tooManyTries } from "~/http/limit.server";
import { forgetLinkHeader, readLinkKey } from "~/http/link-cookie.server";
import { originOf } from "~/http/origin.server";
import { signInProviders } from "~/http/provider-sign-in.server";
import { readSession, redirectWith, replaceSession } from "~/http/session.server";
import { elsewhereLinked, linkedWords, nothingWaits } from "~/http/sign-in-words.server";
import { paths, safeRedirect } from "~/paths";

export const meta: MetaFunction = () => [
  { title: "Link a sign-in · Meridian" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const key = await readLinkKey(request);
  const now = Date.now();
  const waiting = key && (await findLink({ key, session: await readSession(request, now), now }));
  if (!waiting) throw await redirectWith(nothingWaits, paths.login());
  const { claim, user, hasPassword, isSignedIn } = waiting;
  const known = await listIdentities(user.id);
  return {
    name: providerNames[claim.provider],
    there: claim.email ?? claim.name,
    email: user.email,
    hasPassword,
    isSignedIn,
    otherWays: signInProviders().filter((provider) => known.some((identity) => identity.provider === provider)),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, LinkInput);
  if (!form.ok) return formProblem(form.problem);
  const key = await readLinkKey(request);
  const origin = originOf({ request, context });
  const session = await readSession(request, origin.now);
  if (!key) return redirectWith(nothingWaits, paths.login());
  const result = await linkIdentity({ key, session, password: form.data.password, ...origin });
  const headers = new Headers();
  if (result.ok) {
    const { claim, to } = result.waiting;
    headers.append("Set-Cookie", await forgetLinkHeader());
    if (result.token) headers.append("Set-Cookie", await replaceSession(request, result.token));
    return redirectWith(linkedWords(claim.provider), safeRedirect(to, paths.dashboard()), headers);
  }
  if (result.reason === "wrong_password") {
    const errors = [{ path: "password", message: "That is not the password of this account." }];
    return formProblem({ values: form.values, errors }, 401);
  }
  if (result.reason === "too_many") {
    const errors = [{ path: "password", message: tooManyTries(result.verdict) }];
    return formProblem({ values: form.values, errors }, 429);
  }
  // Its page says how else.
  if (result.reason === "no_password") return redirect(paths.linkSignIn(), 303);
  headers.append("Set-Cookie", await forgetLinkHeader());
  const notice = result.reason === "gone" ? nothingWaits : elsewhereLinked(key.provider);
  return redirectWith(notice, session ? paths.password() : paths.login(), headers);
}

export default function Link() {
  const { name, there, email, hasPassword, isSignedIn, otherWays } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!hasPassword && !isSignedIn) return <OtherWays {...{ name, email, otherWays }} />;
  return (
    <AuthPage
      title={isSignedIn ? `Link ${name} to your account?` : "You have an account already"}
      below={
        isSignedIn ? null : (
          <a href={paths.forgot()} className="inline-block py-1">
            Forgot your password?
          </a>
        )
      }
    >
      {isSignedIn ? (
        <p>
          <bdi className="font-semibold">{there}</bdi> at {name} will sign in to your account{" "}
          <bdi className="font-semibold">{email}</bdi>.
        </p>
      ) : (
        <p>
          There is an account for <bdi className="font-semibold">{email}</bdi>. Give its password this once, and from
          then on {name} signs you in as well.
        </p>
      )}
      <Form className="space-y-5" errors={problem?.errors} values={problem?.values}>
        {hasPassword ? (
          <>
            <input type="hidden" name="username" autoComplete="username" value={email} />
            <Field
              label={isSignedIn ? "Your password" : "Password"}
              name="password"
              type="password"
              autoComplete="current-password"
            />
          </>
        ) : null}
        <FormActions>
          <Submit>{isSignedIn ? `Link ${name}` : "Link and sign in"}</Submit>
          <LinkButton href={isSignedIn ? paths.password() : paths.login()}>Don’t link</LinkButton>
        </FormActions>
      </Form>
    </AuthPage>
  );
}

function OtherWays({ name, email, otherWays }: { name: string; email: string; otherWays: ProviderName[] }) {
  const names = otherWays.map((provider) => providerNames[provider]).join(" or ");
  return (
    <AuthPage title="You have an account already">
      <p>
        There is an account for <bdi className="font-semibold">{email}</bdi>, and it has no password.{" "}
        {names
          ? `Sign in with ${names}, as you did before, and link this ${name} account in your settings.`
          : `Set one by mail, sign in with it, and link this ${name} account in your settings.`}
      </p>
      <div className="space-y-3">
        {otherWays.map((provider) => (
          <LinkButton key={provider} href={paths.signInWith(provider, { to: paths.password() })} kind="primary" wide>
            Continue with {providerNames[provider]}
          </LinkButton>
        ))}
        <LinkButton href={paths.forgot()} wide>
          Set a password by mail
        </LinkButton>
      </div>
    </AuthPage>
  );
}
