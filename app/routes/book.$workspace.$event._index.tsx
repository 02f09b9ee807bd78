import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DetailsStep } from "~/components/details-step";
import { NotOnOffer } from "~/components/not-on-offer";
import { PublicError, untitled } from "~/components/public-error";
import { PublicFrame } from "~/components/public-frame";
import { TakenStep } from "~/components/taken-step";
import { TimeStep } from "~/components/time-step";
import { loadBookingPage } from "~/http/booking-page.server";
import { publicHeaders } from "~/http/public-page.server";
import { submitBooking } from "~/http/submit-booking.server";
import { rememberChoices } from "~/http/visitor.server";
import { translator } from "~/messages/translate";
import { paths, withQuery } from "~/paths";

export const headers = publicHeaders;
export const ErrorBoundary = PublicError;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await loadBookingPage(request, params);
  return data(page, { status: page.state === "open" ? 200 : 404, headers: rememberChoices(request) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const done = await submitBooking(request, params);
  if (!("booking" in done)) return done;
  const lang = new URL(request.url).searchParams.get("lang");
  return redirect(withQuery(paths.meeting(done.booking.uid), { lang }), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return untitled;
  const t = translator(page.visitor.language);
  if (page.state !== "open") return [{ title: t("book.unknown.title") }, { name: "robots", content: "noindex" }];
  const names = { event: page.offer.name, workspace: page.workspace.name };
  return [
    { title: t("book.title", names) },
    { name: "description", content: page.offer.description || t("book.meta", names) },
    { tagName: "link", rel: "canonical", href: paths.bookEventType(page.workspace.slug, page.offer.slug) },
  ];
};

export default function BookingPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (page.state !== "open") return <NotOnOffer state={page.state} visitor={page.visitor} workspace={page.workspace} />;
  return (
    <PublicFrame visitor={page.visitor} workspace={page.workspace} hasLanguages={!sent}>
      <Step page={page} sent={sent} />
    </PublicFrame>
  );
}

type Open = Extract<Awaited<ReturnType<typeof loadBookingPage>>, { state: "open" }>;
type Sent = ReturnType<typeof useActionData<typeof action>>;

function Step({ page, sent }: { page: Open; sent: Sent }) {
  if (sent?.outcome === "taken") return <TakenStep page={page} values={sent.values} taken={sent.taken} />;
  if (sent?.outcome === "invalid") return <DetailsStep page={page} sent={sent} />;
  if (sent?.outcome === "edit") return <DetailsStep page={page} sent={{ values: sent.values, errors: [] }} />;
  if (page.start !== null && !sent) return <DetailsStep page={page} />;
  return <TimeStep page={page} hint={sent ? "time" : page.hint} refused={sent ? null : page.refused} />;
}
