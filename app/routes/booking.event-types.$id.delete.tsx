import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { countBookings, deleteEventType } from "~/domain/event-types/delete-event-type.server";
import { mayChange } from "~/domain/event-types/event-type-rights";
import { findEventType } from "~/domain/event-types/event-types.server";
import { requireHost } from "~/http/auth.server";
import { eventTypeGone } from "~/http/event-type-refusal.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Delete an event type · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "event-types.create");
  const found = await findEventType(workspace.id, params.id);
  if (!found || found.archivedAt) throw data(null, { status: 404 });
  if (!mayChange({ userId: user.id, role }, found)) {
    throw eventTypeGone({ ok: false, reason: "not_allowed" });
  }
  if (found.isSession) throw redirect(paths.coaching());
  return { id: found.id, name: found.name, bookings: await countBookings(workspace.id, found.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "event-types.create");
  await readFields(request);
  const member = { userId: user.id, role };
  const deleted = await deleteEventType({ workspaceId: workspace.id, id: params.id, member, now: Date.now() });
  if (!deleted.ok) throw eventTypeGone(deleted);
  const text = deleted.isArchived
    ? "The event type is gone. Its bookings stay in your list."
    : "The event type is deleted.";
  return redirectWith({ kind: "ok", text }, paths.eventTypes());
}

export default function DeleteEventType() {
  const { id, name, bookings } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading back={{ href: paths.eventType(id), label: name }} title={`Delete “${name}”?`} />
      <Sheet className="max-w-form">
        <Section>
          <p>
            Its public page ends at once.{" "}
            {bookings > 0
              ? `Its ${bookings === 1 ? "one booking stays" : `${bookings} bookings stay`} as ${bookings === 1 ? "it is" : "they are"}, upcoming ones too.`
              : "Nobody has booked it yet."}{" "}
            To pause it only, switch it off instead.
          </p>
          <Form action={paths.deleteEventType(id)} className="mt-6">
            <FormActions>
              <Submit kind="stop" icon="trash-2">
                Delete this event type
              </Submit>
              <LinkButton href={paths.eventType(id)}>Keep it</LinkButton>
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}
