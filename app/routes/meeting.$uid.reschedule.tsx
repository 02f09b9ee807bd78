import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MoveConfirmStep } from "~/components/move-confirm-step";
import { MoveTakenStep } from "~/components/move-taken-step";
import { MoveTimeStep } from "~/components/move-time-step";
import { NoMeeting } from "~/components/no-meeting";
import { PublicError, untitled } from "~/components/public-error";
import { PublicFrame } from "~/components/public-frame";
import { RefusedChange, refusedTitle } from "~/components/refused-change";
import { unchangeableTitle, UnchangeableMeeting } from "~/components/unchangeable-meeting";
import { meetingHeaders } from "~/http/public-page.server";
import { loadReschedulePage, submitMove } from "~/http/reschedule-page.server";
import { redirectWith } from "~/http/session.server";
import { rememberChoices, visitorLocale } from "~/http/visitor.server";
import { translator } from "~/messages/translate";
import { paths } from "~/paths";

export const headers = meetingHeaders;
export const ErrorBoundary = PublicError;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await loadReschedulePage(request, params.uid);
  return data(page, { status: page.state === "unknown" ? 404 : 200, headers: rememberChoices(request) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const done = await submitMove(request, params.uid);
  if (!("booking" in done)) return done;
  const t = translator(visitorLocale(request).language);
  const { status, host, uid } = done.booking;
  if (!done.isChanged) return redirectWith({ kind: "info", text: t("meeting.move.already") }, paths.meeting(uid));
  const text =
    status === "pending" ? t("meeting.move.asked", { host: host.name }) : t("meeting.move.done", { host: host.name });
  return redirectWith({ kind: status === "pending" ? "wait" : "ok", text }, paths.meeting(uid));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return untitled;
  const t = translator(page.visitor.language);
  if (page.state === "fixed") return [{ title: unchangeableTitle(t, page.meeting.state) }, noIndex];
  if (page.state === "refused") return [{ title: refusedTitle(t, page.meeting, "reschedule") }, noIndex];
  const title = page.state !== "unknown" ? t("meeting.move.title") : t("meeting.unknown.title");
  return [{ title }, noIndex];
};

const noIndex = { name: "robots", content: "noindex, nofollow" };

export default function ReschedulePage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (page.state === "unknown") return <NoMeeting visitor={page.visitor} />;
  if (page.state === "fixed") return <UnchangeableMeeting visitor={page.visitor} meeting={page.meeting} />;
  if (page.state === "refused") return <RefusedChange {...page} deed="reschedule" />;
  return (
    <PublicFrame visitor={page.visitor} workspace={page.meeting.workspace} hasLanguages={!sent}>
      <Step page={page} sent={sent} />
    </PublicFrame>
  );
}

type Open = Extract<Awaited<ReturnType<typeof loadReschedulePage>>, { state: "open" }>;
type Sent = ReturnType<typeof useActionData<typeof action>>;

function Step({ page, sent }: { page: Open; sent: Sent }) {
  if (sent?.outcome === "taken") return <MoveTakenStep page={page} values={sent.values} taken={sent.taken} />;
  if (sent?.outcome === "invalid") return <MoveConfirmStep page={page} sent={sent} />;
  if (page.start !== null && !sent) return <MoveConfirmStep page={page} />;
  return <MoveTimeStep page={page} hint={sent ? "time" : page.hint} refused={sent ? null : page.refused} />;
}
