import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/form";
import { HostHeading } from "~/components/page";
import { ScheduleForm } from "~/components/schedule-form";
import { ScheduleTabs } from "~/components/schedule-tabs";
import { changeSchedule } from "~/domain/availability/save-schedule.server";
import { draftInput, draftOf } from "~/domain/availability/schedule-draft";
import { SchedulePatch } from "~/domain/availability/schedule-input";
import { countUses, findSchedule, listSchedules } from "~/domain/availability/schedules.server";
import { zoneCity } from "~/domain/time";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { editSchedule, scheduleErrors } from "~/http/schedule-form.server";
import { scheduleRefusal } from "~/http/schedule-refusal.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.schedule.name ?? "Schedule"} · Meridian` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "schedules.own");
  const schedule = await findSchedule(workspace.id, user.id, params.id);
  if (!schedule) throw data(null, { status: 404 });
  const [schedules, uses] = await Promise.all([listSchedules(workspace.id, user.id), countUses(schedule)]);
  return {
    schedule: {
      id: schedule.id,
      name: schedule.name,
      isDefault: schedule.isDefault,
      city: zoneCity(schedule.timezone),
    },
    schedules: schedules.map(({ id, name, isDefault }) => ({ id, name, isDefault })),
    draft: draftOf(schedule),
    uses,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "schedules.own");
  const { draft, isSave, errors } = editSchedule(await readFields(request));
  if (errors.length > 0) return data({ draft, errors }, { status: 400 });
  if (!isSave) return data({ draft, errors });
  const parsed = SchedulePatch.safeParse(draftInput(draft));
  if (!parsed.success) return data({ draft, errors: scheduleErrors(parsed.error) }, { status: 400 });
  const changed = await changeSchedule({
    workspaceId: workspace.id,
    userId: user.id,
    id: params.id,
    patch: parsed.data,
  });
  if (changed.ok)
    return redirectWith({ kind: "ok", text: "Your hours are saved." }, paths.schedule(changed.schedule.id));
  if (changed.reason === "not_found") throw data(null, { status: 404 });
  return data({ draft, errors: [{ path: "", message: scheduleRefusal(changed) }] }, { status: 409 });
}

export default function EditSchedule() {
  const { schedule, schedules, draft, uses } = useLoaderData<typeof loader>();
  const edited = useActionData<typeof action>();
  return (
    <>
      <HostHeading
        title={schedule.name}
        sentence={`${usedBy(uses)} Times are wall clock in ${schedule.city}, whatever zone an invitee is in.`}
      />
      <ScheduleTabs schedules={schedules} currentId={schedule.id} />
      <ScheduleForm
        action={paths.schedule(schedule.id)}
        draft={edited?.draft ?? draft}
        errors={edited?.errors ?? []}
        isUnsaved={edited !== undefined}
        isDefault={schedule.isDefault}
        discardTo={paths.schedule(schedule.id)}
        saveLabel="Save hours"
        far={schedule.isDefault ? null : <DeleteLink id={schedule.id} />}
      />
    </>
  );
}

function DeleteLink({ id }: { id: string }) {
  return (
    <LinkButton kind="stop" icon="trash-2" href={paths.deleteSchedule(id)}>
      Delete…
    </LinkButton>
  );
}

function usedBy(uses: number) {
  if (uses === 0) return "No event type uses it yet.";
  return uses === 1 ? "Used by one event type." : `Used by ${uses} event types.`;
}
