import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { momentWords } from "~/components/booking-words";
import { Field } from "~/components/field";
import { ErrorSummary, Form, FormActions, HiddenFields, Submit } from "~/components/form";
import { LinkedSignIns } from "~/components/linked-sign-ins";
import { HostHeading, Section, Sheet } from "~/components/page";
import { SettingsTabs } from "~/components/settings-tabs";
import { ChangePasswordInput } from "~/domain/accounts/account";
import { findAccount } from "~/domain/accounts/accounts.server";
import { changePassword } from "~/domain/accounts/change-password.server";
import { listIdentities } from "~/domain/accounts/identities.server";
import { hasTeamPages, requireUser } from "~/http/auth.server";
import { formProblem, readForm } from "~/http/form.server";
import { signInProviders } from "~/http/provider-sign-in.server";
import { redirectWith } from "~/http/session.server";
import { visitorLocale } from "~/http/visitor.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Password · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  const account = await findAccount(user.id);
  const clock = { zone: user.timezone, locale: visitorLocale(request).locale, now: Date.now() };
  const identities = (await listIdentities(user.id)).map(({ createdAt, lastUsedAt, ...identity }) => ({
    ...identity,
    since: momentWords(createdAt.getTime(), clock),
    lastUsed: momentWords(lastUsedAt.getTime(), clock),
  }));
  return {
    email: user.email,
    hasPassword: !!account?.passwordHash,
    identities,
    providers: signInProviders(),
    hasWorkspace: await hasTeamPages(user),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, sessionId } = await requireUser(request);
  const form = await readForm(request, ChangePasswordInput);
  if (!form.ok) return formProblem(form.problem);
  const { currentPassword: current, newPassword: password } = form.data;
  const result = await changePassword({ userId: user.id, sessionId, current, password, now: Date.now() });
  if (!result.ok) {
    const errors = [{ path: "currentPassword", message: "That is not your present password." }];
    return formProblem({ values: form.values, errors });
  }
  return redirectWith(
    { kind: "ok", text: "Your new password is set. Every other session has ended." },
    paths.password(),
  );
}

export default function Password() {
  const { email, hasPassword, identities, providers, hasWorkspace } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading title="Password" />
      <SettingsTabs current="password" hasWorkspace={hasWorkspace} />
      <Sheet>
        {hasPassword ? <ChangePassword email={email} /> : <FirstPassword email={email} />}
        <LinkedSignIns {...{ identities, providers, hasPassword }} />
      </Sheet>
    </>
  );
}

function ChangePassword({ email }: { email: string }) {
  const problem = useActionData<typeof action>()?.problem;
  return (
    <Section title="Change your password">
      <Form className="max-w-form space-y-5" errors={problem?.errors} values={problem?.values}>
        <ErrorSummary errors={problem?.errors ?? []} title="Your password is as it was. This needs another look:" />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field label="Present password" name="currentPassword" type="password" autoComplete="current-password" />
        <Field
          label="New password"
          name="newPassword"
          type="password"
          autoComplete="new-password"
          hint="10 characters or more. Every other session ends when it is set."
        />
        <FormActions far={<a href={paths.forgot()}>Forgot the present one?</a>}>
          <Submit>Set the password</Submit>
        </FormActions>
      </Form>
    </Section>
  );
}

/** By the same mail as a forgotten one: it proves that the address is theirs. */
function FirstPassword({ email }: { email: string }) {
  return (
    <Section title="Set a password">
      <p className="max-w-text">
        Your account has none. We send a link to <bdi className="font-semibold">{email}</bdi> that lets you choose one.
        You are signed out everywhere when it is set.
      </p>
      <Form action={paths.forgot()} className="mt-5">
        <HiddenFields values={{ email }} />
        <Submit kind="second">Send the link</Submit>
      </Form>
    </Section>
  );
}
