import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HostHeading } from "~/components/page";
import { ScheduleForm } from "~/components/schedule-form";
import { ScheduleTabs } from "~/components/schedule-tabs";
import { createSchedule } from "~/domain/availability/save-schedule.server";
import { workingWeek } from "~/domain/availability/schedule";
import { draftOf, isSameDraft } from "~/domain/availability/schedule-draft";
import { listSchedules } from "~/domain/availability/schedules.server";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { holidayOffer } from "~/http/holiday-choice.server";
import { readSchedule } from "~/http/schedule-form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "New schedule · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "schedules.own");
  const now = Date.now();
  const schedules = await listSchedules(workspace.id, user.id);
  const draft = draftOf({ name: "", timezone: user.timezone, isDefault: false, weekly: workingWeek, overrides: [] });
  return {
    schedules: schedules.map(({ id, name, isDefault }) => ({ id, name, isDefault })),
    blank: { draft, errors: [], focus: null, offer: await holidayOffer(null, user.timezone, now), unfolded: [] },
    month: new URL(request.url).searchParams.get("month"),
    now,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "schedules.own");
  const { page, input, status } = await readSchedule(await readFields(request), Date.now());
  if (!input) return data(page, { status });
  const made = await createSchedule({
    workspaceId: workspace.id,
    userId: user.id,
    input: { ...input, is_default: input.is_default ?? false },
  });
  if (!made.ok) {
    const message = `You have ${made.most} schedules, which is the most there can be.`;
    return data({ ...page, errors: [{ path: "", message }] }, { status: 409 });
  }
  return redirectWith({ kind: "ok", text: `“${made.schedule.name}” is saved.` }, paths.schedule(made.schedule.id));
}

export default function NewSchedule() {
  const { schedules, blank, month, now } = useLoaderData<typeof loader>();
  const edited = useActionData<typeof action>() ?? blank;
  return (
    <>
      <HostHeading title="New schedule" sentence="Hours for some event types that differ from your usual ones." />
      <ScheduleTabs schedules={schedules} />
      <ScheduleForm
        edited={edited}
        actionFor={(month) => paths.newSchedule({ month })}
        month={month}
        now={now}
        isUnsaved={!isSameDraft(edited.draft, blank.draft)}
        isDefault={schedules.length === 0}
        discardTo={paths.availability()}
        saveLabel="Save schedule"
      />
    </>
  );
}
