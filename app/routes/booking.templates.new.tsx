import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HostHeading } from "~/components/page";
import { TemplateForm } from "~/components/template-form";
import { emptyDraft } from "~/domain/templates/draft";
import { createTemplate } from "~/domain/templates/save-template.server";
import { starterDraft, starters } from "~/domain/templates/starters";
import { TemplateInput } from "~/domain/templates/template";
import { requireHost } from "~/http/auth.server";
import { redirectWith } from "~/http/session.server";
import { readTemplateForm } from "~/http/template-form.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "New template · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireHost(request, "templates.create");
  const wanted = new URL(request.url).searchParams.get("starter");
  const starter = starters.find(({ key }) => key === wanted);
  return { draft: starter ? starterDraft(starter) : emptyDraft };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "templates.create");
  const read = await readTemplateForm(request, TemplateInput);
  if (!read.ok) return read.page;
  const member = { userId: user.id, role };
  const made = await createTemplate({ workspaceId: workspace.id, member, input: read.data });
  const text = `“${made.name}” is made. An event type or a link that uses it asks its questions.`;
  return redirectWith({ kind: "ok", text }, paths.template(made.id));
}

export default function NewTemplate() {
  const { draft } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <>
      <HostHeading
        back={{ href: paths.templates(), label: "Templates" }}
        title="New template"
        sentence="A name and one question are enough. All of it can change at any time."
      />
      <TemplateForm draft={draft} again={again} />
    </>
  );
}
