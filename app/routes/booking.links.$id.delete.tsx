import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { countOf } from "~/domain/counts";
import { deleteLink } from "~/domain/links/delete-link.server";
import { readFields } from "~/http/form.server";
import { requireLinkPage } from "~/http/link-page.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoOneTimeLink as ErrorBoundary } from "~/components/no-one-time-link";

export const meta: MetaFunction = () => [{ title: "Delete a link · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { link } = await requireLinkPage(request, params.id);
  const { id, title, bookings, isActive } = link;
  return { id, title, bookings, isActive };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { host, member, link } = await requireLinkPage(request, params.id);
  await readFields(request);
  const deleted = await deleteLink({ workspaceId: host.workspace.id, member, id: link.id, now: Date.now() });
  if (!deleted.ok) throw data(null, { status: 404 });
  return redirectWith({ kind: "ok", text: `“${link.title}” is deleted. What was booked by it stays.` }, paths.links());
}

export default function DeleteLink() {
  const { id, title, bookings, isActive } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading back={{ href: paths.link(id), label: title }} title={`Delete “${title}”?`} />
      <Sheet className="max-w-form">
        <Section>
          <p>
            Its address ends at once: whoever opens it reads that there is no such link.{" "}
            {bookings > 0
              ? `What was booked by it stays: ${countOf(bookings, "meeting")}.`
              : "Nobody has booked by it."}
            {isActive ? " To pause it only, disable it instead." : ""}
          </p>
          <Form action={paths.deleteLink(id)} className="mt-6">
            <FormActions>
              <Submit kind="stop" icon="trash-2">
                Delete this link
              </Submit>
              <LinkButton href={paths.link(id)}>Keep it</LinkButton>
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}
