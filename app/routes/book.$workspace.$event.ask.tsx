import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskForm } from "~/components/ask-form";
import { AskMessage } from "~/components/ask-message";
import { NotOnOffer } from "~/components/not-on-offer";
import { OfferFacts } from "~/components/offer-facts";
import { PublicError, untitled } from "~/components/public-error";
import { PublicFrame } from "~/components/public-frame";
import { loadAskPage, submitRequest } from "~/http/ask-page.server";
import { statusOf } from "~/http/public-offer.server";
import { publicHeaders } from "~/http/public-page.server";
import { rememberChoices } from "~/http/visitor.server";
import { translator } from "~/messages/translate";
import { paths } from "~/paths";

export const headers = publicHeaders;
export const ErrorBoundary = PublicError;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await loadAskPage(request, params);
  return data(page, { status: statusOf(page), headers: rememberChoices(request) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const done = await submitRequest(request, params);
  if (!("workspace" in done)) return done;
  const { workspace, eventType, team, members } = done;
  const lang = new URL(request.url).searchParams.get("lang");
  return redirect(paths.askForTime(workspace.slug, eventType.slug, { team, members, lang, sent: 1 }), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return untitled;
  const t = translator(page.visitor.language);
  return [{ title: titleOf(page, t) }, { name: "robots", content: "noindex" }];
};

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function titleOf(page: Page, t: ReturnType<typeof translator>) {
  if (page.state === "open") return t("book.ask.title", { event: page.offer.name });
  return page.state === "sent" || page.state === "closed" ? t(`book.ask.${page.state}.title`) : t("book.unknown.title");
}

export default function AskPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (page.state === "sent" || page.state === "closed") return <AskMessage {...page} />;
  if (page.state !== "open") return <NotOnOffer {...page} />;
  const { visitor, workspace, offer } = page;
  return (
    <PublicFrame visitor={visitor} workspace={workspace} hasLanguages={!sent}>
      <div className="grid md:grid-cols-[17.5rem_minmax(0,1fr)]">
        <div className="p-5 sm:p-7">
          <OfferFacts offer={offer} durationMinutes={offer.usualDuration} isBrief />
        </div>
        <div className="border-t border-rule p-5 sm:p-7 md:border-s md:border-t-0">
          <AskForm page={page} sent={sent} />
        </div>
      </div>
    </PublicFrame>
  );
}
