import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Field } from "~/components/field";
import { ErrorSummary, Form, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { changeProfile } from "~/domain/accounts/change-profile.server";
import { createWorkspace } from "~/domain/workspaces/create-workspace.server";
import { NewWorkspaceInput, suggestSlug } from "~/domain/workspaces/workspace";
import { requireUser } from "~/http/auth.server";
import { formProblem, readForm, type FormProblem } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { env } from "~/env.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "New workspace · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  return { pageUrl: env.APP_URL + paths.book("") };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireUser(request);
  const form = await readForm(request, NewWorkspaceInput, nameAndSlug);
  if (!form.ok) return formProblem(withoutMadeAddress(form.problem));
  const result = await createWorkspace(user, form.data);
  if (!result.ok) {
    const message = `Another workspace has the address ${form.data.slug}. Choose another.`;
    return formProblem(
      { values: { ...form.values, slug: [form.data.slug] }, errors: [{ path: "slug", message }] },
      409,
    );
  }
  await changeProfile(user, { defaultWorkspaceId: result.workspace.id });
  return redirectWith({ kind: "ok", text: `${result.workspace.name} is ready.` }, paths.dashboard());
}

/** An address left empty is made from the name. */
function nameAndSlug(form: URLSearchParams) {
  const name = form.get("name") ?? "";
  return { name, slug: form.get("slug")?.trim() || suggestSlug(name) };
}

/** What is wrong with an address that nobody typed is wrong with the name. */
function withoutMadeAddress({ values, errors }: FormProblem): FormProblem {
  if (values.slug?.[0]?.trim()) return { values, errors };
  const others = errors.filter(({ path }) => path !== "slug");
  if (others.length > 0) return { values, errors: others };
  return { values, errors: [{ path: "slug", message: "The name makes no address that is free. Choose one." }] };
}

export default function NewWorkspace() {
  const { pageUrl } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading
        title="Name your workspace"
        sentence="It holds your event types and your team. Invitees see its name on the public page."
      />
      <Sheet>
        <Section>
          <Form className="max-w-form space-y-5" errors={problem?.errors} values={problem?.values}>
            <ErrorSummary errors={problem?.errors ?? []} title="There is no workspace yet. This needs another look:" />
            <Field
              label="Name"
              name="name"
              autoComplete="organization"
              hint="Your company, your team, or your own name."
            />
            <Field
              label="Address"
              name="slug"
              optional
              autoCapitalize="none"
              spellCheck={false}
              hint={
                <>
                  The end of your public page, after {pageUrl}. Small letters, digits and hyphens. Left empty, it is
                  made from the name.
                </>
              }
            />
            <Submit>Create workspace</Submit>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}
