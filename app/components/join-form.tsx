import type { ReactNode } from "react";
import type { ProviderName } from "~/domain/providers";
import { paths } from "~/paths";
import { Field } from "./field";
import { Flash } from "./flash";
import { ErrorSummary, Form, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { AuthPage } from "./page";
import { SignInButtons } from "./sign-in-buttons";
import { ZoneSelect } from "./zone-select";

type Props = {
  title: ReactNode;
  page: {
    workspace: { slug: string; description: string };
    zone: { zone: string; isKnown: boolean };
    providers: ProviderName[];
  };
  problem?: { errors: FormError[]; values: FormValues };
};

/** An account and a place among the clients, in one form. */
export function JoinForm({ title, page, problem }: Props) {
  const { workspace, zone, providers } = page;
  const here = paths.joinAsClient(workspace.slug);
  return (
    <AuthPage
      title={title}
      below={
        <p>
          You have an account?{" "}
          <a href={paths.login(here)} className="inline-block py-1">
            Sign in
          </a>
        </p>
      }
    >
      <Flash />
      {workspace.description ? <p className="[overflow-wrap:anywhere]">{workspace.description}</p> : null}
      <p>As a client you book sessions with its coaches. For that you need an account.</p>
      <ErrorSummary errors={problem?.errors ?? []} title="There is no account yet. This needs another look:" />
      <Form
        className="space-y-5"
        errors={problem?.errors}
        values={problem?.values}
        zoneField={zone.isKnown || problem ? undefined : "timezone"}
      >
        <Field label="Name" name="name" autoComplete="name" hint="Your coach sees it." />
        <Field label="Email address" name="email" type="email" autoComplete="username" />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="10 characters or more. A few unrelated words do well."
        />
        <ZoneSelect label="Time zone" name="timezone" value={zone.zone} hint="All times are shown in it." />
        <Submit wide>Create account and join</Submit>
      </Form>
      <SignInButtons providers={providers} to={here} />
    </AuthPage>
  );
}
