import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { deleteSchedule } from "~/domain/availability/save-schedule.server";
import { eventTypesUsing, findSchedule } from "~/domain/availability/schedules.server";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { scheduleRefusal } from "~/http/schedule-refusal.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Delete a schedule · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "schedules.own");
  const found = await findSchedule(workspace.id, user.id, params.id);
  if (!found) throw data(null, { status: 404 });
  const eventTypes = await eventTypesUsing(workspace.id, found.id);
  const isUsed = eventTypes.length > 0;
  return { id: found.id, name: found.name, isUsed, reason: reasonToKeep(found.isDefault, eventTypes) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "schedules.own");
  await readFields(request);
  const deleted = await deleteSchedule({ workspaceId: workspace.id, userId: user.id, id: params.id });
  if (deleted.ok) return redirectWith({ kind: "ok", text: "The schedule is deleted." }, paths.availability());
  if (deleted.reason === "not_found") throw data(null, { status: 404 });
  return redirectWith({ kind: "stop", text: scheduleRefusal(deleted) }, paths.schedule(params.id ?? ""));
}

export default function DeleteSchedule() {
  const { id, name, isUsed, reason } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        back={{ href: paths.schedule(id), label: name }}
        title={reason ? `“${name}” stays for now` : `Delete “${name}”?`}
      />
      <Sheet className="max-w-form">
        <Section>
          <p>{reason ?? "No event type uses it. Its weekly hours and other dates go with it."}</p>
          <Form action={paths.deleteSchedule(id)} className="mt-6">
            <FormActions>
              {reason ? null : (
                <Submit kind="stop" icon="trash-2">
                  Delete this schedule
                </Submit>
              )}
              <LinkButton href={paths.schedule(id)}>{reason ? "Back to the schedule" : "Keep it"}</LinkButton>
              {isUsed ? <LinkButton href={paths.eventTypes()}>Event types</LinkButton> : null}
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}

function reasonToKeep(isDefault: boolean, eventTypes: string[]) {
  if (isDefault) return scheduleRefusal({ reason: "is_default" });
  return eventTypes.length > 0 ? scheduleRefusal({ reason: "in_use", eventTypes }) : null;
}
