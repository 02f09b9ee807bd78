import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CancelDayForm, DayChoice } from "~/components/cancel-day";
import { LinkButton } from "~/components/form";
import { EmptyState } from "~/components/empty-state";
import { HostHeading } from "~/components/page";
import { BulkCancellationInput } from "~/domain/bookings/bulk-cancellation";
import { startBulkCancellation } from "~/domain/bookings/start-bulk-cancellation.server";
import { formatDayLong, zoneTime } from "~/domain/time";
import { requireHost } from "~/http/auth.server";
import { loadCancelDay } from "~/http/cancel-day-page.server";
import { formProblem, readForm } from "~/http/form.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Cancel a day · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return loadCancelDay(request);
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "bookings.read");
  const form = await readForm(request, BulkCancellationInput, (fields) => ({
    submission_key: fields.get("submission_key") ?? undefined,
    bookings: fields.getAll("booking"),
    reason: fields.get("reason") ?? undefined,
  }));
  if (!form.ok) return formProblem(form.problem);
  const actor = { userId: user.id, role };
  const result = await startBulkCancellation({ workspaceId: workspace.id, actor, input: form.data });
  if (result.ok) return redirect(paths.bulkCancellation(result.id), 303);
  const errors = [{ path: "bookings", message: "None of these meetings is yours to cancel." }];
  return formProblem({ values: form.values, errors });
}

export default function CancelDay() {
  const page = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { clock, day } = page;
  return (
    <>
      <HostHeading
        back={{ href: paths.bookings(), label: "Bookings" }}
        title="Cancel a day"
        sentence={`Choose a day, say which meetings are off, and tell everybody why in one message. Times are ${zoneTime(clock.zone)}.`}
      />
      <DayChoice {...page} />
      {day && day.bookings.length > 0 ? <CancelDayForm {...page} day={day} problem={problem} /> : null}
      {day && day.bookings.length === 0 ? (
        <EmptyState
          title="Nothing to cancel"
          actions={<LinkButton href={paths.bookings()}>See what is booked</LinkButton>}
        >
          {`There is no meeting and no request on ${formatDayLong(day.ms, "UTC", clock.locale, clock.now)} that could still be cancelled.`}
        </EmptyState>
      ) : null}
    </>
  );
}
