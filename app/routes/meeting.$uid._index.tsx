import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MeetingView } from "~/components/meeting-view";
import { NoMeeting } from "~/components/no-meeting";
import { PublicError, untitled } from "~/components/public-error";
import { PublicFrame } from "~/components/public-frame";
import { loadMeeting, noMeeting } from "~/http/meeting-page.server";
import { meetingHeaders } from "~/http/public-page.server";
import { rememberChoices } from "~/http/visitor.server";
import { translator } from "~/messages/translate";

export const headers = meetingHeaders;
export const ErrorBoundary = PublicError;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await loadMeeting(request, params.uid);
  if (!found) return noMeeting(request);
  const { visitor, meeting } = found;
  return data({ state: "found" as const, visitor, meeting }, { headers: rememberChoices(request) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return untitled;
  const t = translator(page.visitor.language);
  const title =
    page.state === "found"
      ? t("meeting.title", { state: t(`meeting.state.${page.meeting.state}`), event: page.meeting.event.name })
      : t("meeting.unknown.title");
  return [{ title }, { name: "robots", content: "noindex, nofollow" }];
};

export default function MeetingPage() {
  const page = useLoaderData<typeof loader>();
  if (page.state === "unknown") return <NoMeeting visitor={page.visitor} />;
  return (
    <PublicFrame visitor={page.visitor} workspace={page.meeting.workspace}>
      <MeetingView meeting={page.meeting} />
    </PublicFrame>
  );
}
