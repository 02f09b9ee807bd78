import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Checkbox } from "~/components/choice";
import { CopyField } from "~/components/copy-field";
import { Facts } from "~/components/facts";
import { Field, TextArea } from "~/components/field";
import { ErrorSummary, Form, LinkButton, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { SettingsTabs } from "~/components/settings-tabs";
import { changeWorkspace } from "~/domain/workspaces/change-workspace.server";
import { may } from "~/domain/workspaces/roles";
import { WorkspacePatch } from "~/domain/workspaces/workspace";
import { env } from "~/env.server";
import { requireHost } from "~/http/auth.server";
import { formProblem, readForm } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Workspace · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace, role } = await requireHost(request, "members.read");
  const { name, slug, description, takesClients } = workspace;
  const origin = env.APP_URL.replace(/\/$/, "");
  return {
    ...{ name, slug, description, takesClients },
    mayChange: may(role, "workspace.change"),
    pageUrl: origin + paths.book(""),
    joinUrl: origin + paths.joinAsClient(slug),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "workspace.change");
  const form = await readForm(request, WorkspacePatch, (fields) => ({
    name: fields.get("name") ?? "",
    slug: fields.get("slug") ?? "",
    description: fields.get("description") ?? "",
    takes_clients: fields.has("takes_clients"),
  }));
  if (!form.ok) return formProblem(form.problem);
  const result = await changeWorkspace({ workspaceId: workspace.id, userId: user.id, patch: form.data });
  if (!result.ok) {
    const errors = [{ path: "slug", message: `Another workspace has the address ${form.data.slug}. Choose another.` }];
    return formProblem({ values: form.values, errors }, 409);
  }
  return redirectWith({ kind: "ok", text: "The workspace is saved." }, paths.workspaceSettings());
}

export default function WorkspaceSettings() {
  const { mayChange, takesClients, joinUrl } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading title="Workspace" actions={<LinkButton href={paths.workspaces()}>Your workspaces</LinkButton>} />
      <SettingsTabs current="workspace" hasWorkspace />
      <Sheet>
        <Section title="What invitees see">{mayChange ? <WorkspaceForm /> : <WorkspaceFacts />}</Section>
        {takesClients ? (
          <Section title="Clients">
            <div className="max-w-form">
              <CopyField
                label="Where people make themselves clients"
                name="join-address"
                value={joinUrl}
                href={joinUrl}
                hint="Whoever has this address joins, and asks your coaches for sessions."
              />
            </div>
          </Section>
        ) : null}
      </Sheet>
    </>
  );
}

function WorkspaceForm() {
  const { name, slug, description, takesClients, pageUrl } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <Form className="max-w-form space-y-5" errors={problem?.errors} values={problem?.values}>
      <ErrorSummary errors={problem?.errors ?? []} title="Nothing is saved yet. This needs another look:" />
      <Field label="Name" name="name" autoComplete="organization" defaultValue={name} />
      <Field
        label="Address"
        name="slug"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={slug}
        hint={<>The end of the public page, after {pageUrl}. Links with the present address stop working.</>}
      />
      <TextArea
        label="Description"
        name="description"
        optional
        defaultValue={description}
        hint="A sentence on top of the public page."
      />
      <Checkbox
        name="takes_clients"
        label="Anybody may join as a client"
        hint="Off: clients come by invitation. Those who are there stay."
        defaultChecked={takesClients}
      />
      <Submit>Save workspace</Submit>
    </Form>
  );
}

function WorkspaceFacts() {
  const { name, slug, description, pageUrl } = useLoaderData<typeof loader>();
  return (
    <Facts
      items={[
        { label: "Name", value: <bdi>{name}</bdi> },
        { label: "Public page", value: <a href={paths.book(slug)}>{pageUrl + slug}</a> },
        { label: "Description", value: description },
      ]}
    />
  );
}
