import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HostHeading } from "~/components/page";
import { ScheduleForm } from "~/components/schedule-form";
import { ScheduleTabs } from "~/components/schedule-tabs";
import { createSchedule } from "~/domain/availability/save-schedule.server";
import { workingWeek } from "~/domain/availability/schedule";
import { draftInput, draftOf } from "~/domain/availability/schedule-draft";
import { ScheduleInput } from "~/domain/availability/schedule-input";
import { listSchedules } from "~/domain/availability/schedules.server";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { editSchedule, scheduleErrors } from "~/http/schedule-form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "New schedule · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "schedules.own");
  const schedules = await listSchedules(workspace.id, user.id);
  const draft = draftOf({ name: "", timezone: user.timezone, isDefault: false, weekly: workingWeek, overrides: [] });
  return { schedules: schedules.map(({ id, name, isDefault }) => ({ id, name, isDefault })), draft };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "schedules.own");
  const { draft, isSave, errors } = editSchedule(await readFields(request));
  if (errors.length > 0) return data({ draft, errors }, { status: 400 });
  if (!isSave) return data({ draft, errors });
  const parsed = ScheduleInput.safeParse(draftInput(draft));
  if (!parsed.success) return data({ draft, errors: scheduleErrors(parsed.error) }, { status: 400 });
  const made = await createSchedule({ workspaceId: workspace.id, userId: user.id, input: parsed.data });
  if (!made.ok) {
    return data(
      { draft, errors: [{ path: "", message: `You have ${made.most} schedules, which is the most there can be.` }] },
      { status: 409 },
    );
  }
  return redirectWith({ kind: "ok", text: `“${made.schedule.name}” is saved.` }, paths.schedule(made.schedule.id));
}

export default function NewSchedule() {
  const { schedules, draft } = useLoaderData<typeof loader>();
  const edited = useActionData<typeof action>();
  return (
    <>
      <HostHeading title="New schedule" sentence="Hours for some event types that differ from your usual ones." />
      <ScheduleTabs schedules={schedules} />
      <ScheduleForm
        action={paths.newSchedule()}
        draft={edited?.draft ?? draft}
        errors={edited?.errors ?? []}
        isUnsaved={edited !== undefined}
        isDefault={schedules.length === 0}
        discardTo={paths.availability()}
        saveLabel="Save schedule"
      />
    </>
  );
}
