import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Field } from "~/components/field";
import { ErrorSummary, Form, FormActions, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { SettingsTabs } from "~/components/settings-tabs";
import { ChangePasswordInput } from "~/domain/accounts/account";
import { changePassword } from "~/domain/accounts/change-password.server";
import { hasTeamPages, requireUser } from "~/http/auth.server";
import { formProblem, readForm } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Password · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  return { email: user.email, hasWorkspace: await hasTeamPages(user) };
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
  const { email, hasWorkspace } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading title="Password" />
      <SettingsTabs current="password" hasWorkspace={hasWorkspace} />
      <Sheet>
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
      </Sheet>
    </>
  );
}
