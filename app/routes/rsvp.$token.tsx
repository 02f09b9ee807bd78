import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PublicError, untitled } from "~/components/public-error";
import { PublicFrame } from "~/components/public-frame";
import { goneWords, RsvpGone } from "~/components/rsvp-gone";
import { RsvpView } from "~/components/rsvp-view";
import { shortName } from "~/components/offer-words";
import { meetingHeaders } from "~/http/public-page.server";
import { loadRsvpPage, submitRsvp, type RsvpPage } from "~/http/rsvp-page.server";
import { rememberChoices } from "~/http/visitor.server";
import { translator } from "~/messages/translate";

export const headers = meetingHeaders;
export const ErrorBoundary = PublicError;

/** Looks, and never answers: mail scanners follow links. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await loadRsvpPage(request, params.token);
  return data(page, { status: statusOf(page), headers: rememberChoices(request) });
}

export function action({ request, params }: ActionFunctionArgs) {
  return submitRsvp(request, params.token);
}

function statusOf({ state }: RsvpPage) {
  if (state === "unknown") return 404;
  return state === "asked" ? 200 : 410;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return untitled;
  return [{ title: titleOf(page) }, { name: "robots", content: "noindex, nofollow" }];
};

function titleOf(page: RsvpPage) {
  const t = translator(page.visitor.language);
  if (page.state !== "asked") return goneWords(t, page).title;
  return page.said ? t("rsvp.said", page.said) : t("rsvp.title", { name: shortName(page.meeting.reader) });
}

export default function RsvpPageView() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (page.state !== "asked") return <RsvpGone {...page} reason={page} />;
  const { visitor, workspace } = page;
  return (
    <PublicFrame visitor={visitor} workspace={workspace} width="rsvp" hasLanguages={!sent}>
      <RsvpView {...page} problem={sent?.problem ?? undefined} isSecond={sent !== undefined} />
    </PublicFrame>
  );
}
