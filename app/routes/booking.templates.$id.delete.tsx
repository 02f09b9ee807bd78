import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { countOf } from "~/domain/counts";
import { deleteTemplate } from "~/domain/templates/delete-template.server";
import { mayChange } from "~/domain/templates/template";
import { findTemplate } from "~/domain/templates/templates.server";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { templateGone } from "~/http/template-refusal.server";
import { paths } from "~/paths";

export { NoTemplate as ErrorBoundary } from "~/components/no-template";

export const meta: MetaFunction = () => [{ title: "Delete a template · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "templates.create");
  const found = await findTemplate(workspace.id, params.id);
  if (!found) throw data(null, { status: 404 });
  if (!mayChange({ userId: user.id, role }, found)) throw templateGone({ ok: false, reason: "not_allowed" });
  const { id, name, eventTypes } = found;
  return { id, name, eventTypes };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "templates.create");
  await readFields(request);
  const member = { userId: user.id, role };
  const deleted = await deleteTemplate({ workspaceId: workspace.id, id: params.id, member, now: Date.now() });
  if (!deleted.ok) throw templateGone(deleted);
  return redirectWith({ kind: "ok", text: "The template is deleted." }, paths.templates());
}

export default function DeleteTemplate() {
  const { id, name, eventTypes } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        back={{ href: paths.template(id), label: name }}
        title={
          <>
            Delete “<bdi>{name}</bdi>”?
          </>
        }
      />
      <Sheet className="max-w-form">
        <Section>
          <p>
            {eventTypes.length > 0
              ? `${countOf(eventTypes.length, "event type")} will ask its questions no more:`
              : "No event type asks its questions."}
          </p>
          {eventTypes.length > 0 ? (
            <ul className="my-3 list-disc ps-5">
              {eventTypes.map((each) => (
                <li key={each.id}>
                  <a href={paths.eventType(each.id)} className="inline-block py-1 [overflow-wrap:anywhere]">
                    <bdi>{each.name}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
          <p className="mt-2">
            What was answered stays with the bookings, with the questions as they were asked. Its mail after the meeting
            is sent no more.
          </p>
          <Form action={paths.deleteTemplate(id)} className="mt-6">
            <FormActions>
              <Submit kind="stop" icon="trash-2">
                Delete this template
              </Submit>
              <LinkButton href={paths.template(id)}>Keep it</LinkButton>
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}
