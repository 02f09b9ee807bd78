import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HostHeading } from "~/components/page";
import { TemplateFacts } from "~/components/template-facts";
import { TemplateForm } from "~/components/template-form";
import { TemplateUse } from "~/components/template-use";
import { countOf } from "~/domain/counts";
import { draftOf } from "~/domain/templates/draft";
import { changeTemplate } from "~/domain/templates/save-template.server";
import { mayChange, TemplatePatch } from "~/domain/templates/template";
import { findTemplate } from "~/domain/templates/templates.server";
import { requireHost } from "~/http/auth.server";
import { redirectWith } from "~/http/session.server";
import { readTemplateForm } from "~/http/template-form.server";
import { templateGone } from "~/http/template-refusal.server";
import { paths } from "~/paths";

export { NoTemplate as ErrorBoundary } from "~/components/no-template";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.template.name ?? "Template"} · Meridian` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "templates.read");
  const template = await findTemplate(workspace.id, params.id);
  if (!template) throw data(null, { status: 404 });
  return { template, mayChange: mayChange({ userId: user.id, role }, template) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "templates.create");
  const read = await readTemplateForm(request, TemplatePatch);
  if (!read.ok) return read.page;
  const member = { userId: user.id, role };
  const changed = await changeTemplate({ workspaceId: workspace.id, id: params.id, member, patch: read.data });
  if (!changed.ok) throw templateGone(changed);
  const { id, name } = changed.template;
  return redirectWith({ kind: "ok", text: `“${name}” is saved.` }, paths.template(id));
}

export default function EditTemplate() {
  const { template, mayChange } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { id, name, questions, eventTypes, version } = template;
  return (
    <>
      <HostHeading
        back={{ href: paths.templates(), label: "Templates" }}
        title={<bdi>{name}</bdi>}
        sentence={`${countOf(questions.length, "question")}, version ${version}.`}
      />
      {mayChange ? (
        <TemplateForm id={id} draft={draftOf(template)} again={again} />
      ) : (
        <TemplateFacts template={template} />
      )}
      <TemplateUse eventTypes={eventTypes} />
    </>
  );
}
