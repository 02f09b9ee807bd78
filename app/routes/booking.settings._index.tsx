import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Field } from "~/components/field";
import { ErrorSummary, Form, Submit } from "~/components/form";
import { Notice } from "~/components/notice";
import { HostHeading, Section, Sheet } from "~/components/page";
import { SettingsTabs } from "~/components/settings-tabs";
import { ZoneSelect } from "~/components/zone-select";
import { ProfileInput } from "~/domain/accounts/account";
import { changeProfile } from "~/domain/accounts/change-profile.server";
import { defaultMembership } from "~/domain/workspaces/workspaces.server";
import { hasTeamPages, requireUser } from "~/http/auth.server";
import { formProblem, readForm } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Settings · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  const { name, email, timezone, emailVerifiedAt } = user;
  const membership = await defaultMembership(user);
  return {
    id: user.id,
    name,
    email,
    timezone,
    isVerified: emailVerifiedAt !== null,
    hasWorkspace: await hasTeamPages(user),
    workspaceName: membership?.workspace.name,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireUser(request);
  const form = await readForm(request, ProfileInput);
  if (!form.ok) return formProblem(form.problem);
  await changeProfile(user, form.data);
  return redirectWith({ kind: "ok", text: "Your profile is saved." }, paths.settings());
}

export default function Profile() {
  const { id, name, email, timezone, isVerified, hasWorkspace, workspaceName } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading title="Settings" />
      <SettingsTabs current="profile" hasWorkspace={hasWorkspace} />
      {isVerified ? null : <Unverified email={email} />}
      <Sheet>
        <Section title="Profile">
          <Form className="max-w-form space-y-5" errors={problem?.errors} values={problem?.values}>
            <ErrorSummary errors={problem?.errors ?? []} title="Nothing is saved yet. This needs another look:" />
            <Field label="Name" name="name" autoComplete="name" defaultValue={name} hint="Invitees see it." />
            <ZoneSelect
              label="Time zone"
              name="timezone"
              value={timezone}
              hint="Pages and mails show times in it. Your working hours keep the zone that they were made with."
            />
            <p>
              You sign in with <bdi className="font-semibold">{email}</bdi>.
            </p>
            <Submit>Save profile</Submit>
          </Form>
        </Section>
        {workspaceName ? (
          <Section title="Membership">
            <p className="max-w-text">
              You belong to <bdi className="font-semibold">{workspaceName}</bdi>.{" "}
              <a href={paths.removeMember(id)} className="inline-block py-1">
                Leave the workspace…
              </a>
            </p>
          </Section>
        ) : null}
      </Sheet>
    </>
  );
}

function Unverified({ email }: { email: string }) {
  return (
    <Notice
      kind="wait"
      className="mb-6"
      title="Your address is not verified."
      action={
        <Form action={paths.sendVerification()}>
          <Submit kind="second" small>
            Send the mail again
          </Submit>
        </Form>
      }
    >
      We sent a link to <bdi>{email}</bdi>. Nothing there? Look in spam, then send it again.
    </Notice>
  );
}
