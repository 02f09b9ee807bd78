import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/form";
import { HostHeading } from "~/components/page";
import { ScheduleForm } from "~/components/schedule-form";
import { ScheduleTabs } from "~/components/schedule-tabs";
import { changeSchedule } from "~/domain/availability/save-schedule.server";
import { draftOf, isSameDraft } from "~/domain/availability/schedule-draft";
import { countUses, findSchedule, listSchedules } from "~/domain/availability/schedules.server";
import { zoneCity } from "~/domain/time";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { holidayOffer } from "~/http/holiday-choice.server";
import { readSchedule } from "~/http/schedule-form.server";
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
  const now = Date.now();
  const [schedules, uses, offer] = await Promise.all([
    listSchedules(workspace.id, user.id),
    countUses(schedule),
    holidayOffer(null, schedule.timezone, now),
  ]);
  return {
    schedule: {
      id: schedule.id,
      name: schedule.name,
      isDefault: schedule.isDefault,
      city: zoneCity(schedule.timezone),
    },
    schedules: schedules.map(({ id, name, isDefault }) => ({ id, name, isDefault })),
    saved: { draft: draftOf(schedule), errors: [], focus: null, offer, unfolded: [] },
    uses,
    month: monthOf(request),
    now,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "schedules.own");
  const { page, input, status } = await readSchedule(await readFields(request), Date.now());
  if (!input) return data(page, { status });
  const changed = await changeSchedule({ workspaceId: workspace.id, userId: user.id, id: params.id, patch: input });
  if (changed.ok) {
    const same = paths.schedule(changed.schedule.id, { month: monthOf(request) });
    return redirectWith({ kind: "ok", text: "Your hours are saved." }, same);
  }
  if (changed.reason === "not_found") throw data(null, { status: 404 });
  return data({ ...page, errors: [{ path: "", message: scheduleRefusal(changed) }] }, { status: 409 });
}

export default function EditSchedule() {
  const { schedule, schedules, saved, uses, month, now } = useLoaderData<typeof loader>();
  const edited = useActionData<typeof action>() ?? saved;
  return (
    <>
      <HostHeading
        title={schedule.name}
        actions={<LinkButton href={paths.troubleshoot()}>Why is a time not offered?</LinkButton>}
        sentence={`${usedBy(uses)} Times are wall clock in ${schedule.city}, whatever zone an invitee is in.`}
      />
      <ScheduleTabs schedules={schedules} currentId={schedule.id} />
      <ScheduleForm
        edited={edited}
        actionFor={(month) => paths.schedule(schedule.id, { month })}
        month={month}
        now={now}
        isUnsaved={!isSameDraft(edited.draft, saved.draft)}
        isDefault={schedule.isDefault}
        discardTo={paths.schedule(schedule.id)}
        saveLabel="Save hours"
        far={schedule.isDefault ? null : <DeleteLink id={schedule.id} />}
      />
    </>
  );
}

/** The month of the small calendar, which stays through every button. */
function monthOf(request: Request) {
  return new URL(request.url).searchParams.get("month");
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
