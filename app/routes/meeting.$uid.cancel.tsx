import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CancelMeeting } from "~/components/cancel-meeting";
import { NoMeeting } from "~/components/no-meeting";
import { PublicError, untitled } from "~/components/public-error";
import { PublicFrame } from "~/components/public-frame";
import { RefusedChange, refusedTitle } from "~/components/refused-change";
import { unchangeableTitle, UnchangeableMeeting } from "~/components/unchangeable-meeting";
import { reasonField } from "~/domain/bookings/booking";
import { cancel } from "~/domain/bookings/cancel.server";
import { formProblem, readForm } from "~/http/form.server";
import { findMeeting, loadMeeting, noMeeting } from "~/http/meeting-page.server";
import { meetingHeaders } from "~/http/public-page.server";
import { redirectWith } from "~/http/session.server";
import { rememberChoices, visitorLocale } from "~/http/visitor.server";
import { translator, type Translate } from "~/messages/translate";
import { paths } from "~/paths";

export const headers = meetingHeaders;
export const ErrorBoundary = PublicError;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await loadMeeting(request, params.uid);
  if (!found) return noMeeting(request);
  const { visitor, meeting } = found;
  return data({ state: "found" as const, visitor, meeting }, { headers: rememberChoices(request) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const booking = await findMeeting(params.uid);
  const form = await readForm(request, z.object({ reason: reasonField }), (fields) => ({
    reason: fields.get("reason") ?? "",
  }));
  if (!booking) return data({ problem: null }, { status: 404 });
  if (!form.ok) return formProblem(form.problem);
  const done = await cancel({ booking, reason: form.data.reason, actor: { kind: "invitee" }, now: Date.now() });
  if (!done.ok && done.reason === "reason_required") {
    const errors = [{ path: "reason", message: "A reason is required." }];
    return formProblem({ values: form.values, errors });
  }
  if (!done.ok) return data({ problem: null }, { status: 409 });
  const { language } = visitorLocale(request);
  const t = translator(language);
  const notice = done.isChanged
    ? ({ kind: "ok", text: t("meeting.cancel.done", { host: done.booking.host.name }) } as const)
    : ({ kind: "info", text: t("meeting.cancel.already") } as const);
  return redirectWith(notice, paths.meeting(booking.uid));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return untitled;
  const t = translator(page.visitor.language);
  return [{ title: titleOf(page, t) }, { name: "robots", content: "noindex, nofollow" }];
};

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function titleOf(page: Page, t: Translate) {
  if (page.state === "unknown") return t("meeting.unknown.title");
  if (!page.meeting.mayChange) return unchangeableTitle(t, page.meeting.state);
  return page.meeting.cancelling.refusal ? refusedTitle(t, page.meeting, "cancel") : t("meeting.cancel.title");
}

export default function CancelPage() {
  const page = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (page.state === "unknown") return <NoMeeting visitor={page.visitor} />;
  const { visitor, meeting } = page;
  if (!meeting.mayChange) return <UnchangeableMeeting visitor={visitor} meeting={meeting} />;
  if (meeting.cancelling.refusal) return <RefusedChange visitor={visitor} meeting={meeting} deed="cancel" />;
  return (
    <PublicFrame visitor={visitor} workspace={meeting.workspace} width="rsvp" hasLanguages={!problem}>
      <CancelMeeting meeting={meeting} problem={problem ?? undefined} />
    </PublicFrame>
  );
}
