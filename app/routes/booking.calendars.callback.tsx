import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChooseCalendars } from "~/components/choose-calendars";
import { HostHeading } from "~/components/page";
import { providerNames } from "~/domain/providers";
import { loadChoice, saveChoice } from "~/domain/calendars/choose-calendars.server";
import { countOf } from "~/domain/counts";
import { requireHost } from "~/http/auth.server";
import { choiceRefusal, readChoice } from "~/http/calendar-choice.server";
import { formProblem } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoCalendar as ErrorBoundary } from "~/components/no-calendar";

export const meta: MetaFunction = () => [{ title: "Choose calendars · Meridian" }];

/** The address carries the account's id alone: what the provider sent stays behind. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const choice = await loadChoice({ workspaceId: workspace.id, userId: user.id, accountId: idIn(request) }, Date.now());
  if (!choice) throw data(null, { status: 404 });
  return choice;
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const form = await readChoice(request);
  if (!form.ok) return formProblem(form.problem);
  const key = { workspaceId: workspace.id, userId: user.id, accountId: idIn(request) };
  const saved = await saveChoice(key, form.data, Date.now());
  if (saved.ok) {
    const connected = `${countOf(saved.connected, "calendar")} of this account ${saved.connected === 1 ? "is" : "are"} connected`;
    const text = `${connected} and being read. Load this page again in a moment to see what came of it.`;
    return redirectWith({ kind: "ok", text }, paths.calendars());
  }
  if (saved.reason === "not_found") throw data(null, { status: 404 });
  return formProblem({ values: form.values, errors: [choiceRefusal(saved)] }, 409);
}

export default function Choice() {
  const choice = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading
        back={{ href: paths.calendars(), label: "Calendars" }}
        title="What these calendars are for"
        sentence={
          <>
            {providerNames[choice.account.provider]}, <bdi>{choice.account.email}</bdi>
          </>
        }
      />
      <ChooseCalendars choice={choice} problem={problem} />
    </>
  );
}

function idIn(request: Request) {
  return new URL(request.url).searchParams.get("account") ?? undefined;
}
