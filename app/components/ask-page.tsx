import { translator } from "~/messages/translate";
import { AskForm, type SentRequest } from "./ask-form";
import { AskMessage } from "./ask-message";
import { goneTitle, LinkGonePage, type GoneLink } from "./link-gone";
import { NotOnOffer, type Nothing } from "./not-on-offer";
import { OfferFacts, type Offer } from "./offer-facts";
import type { OfferPage } from "./offer-page";
import { PublicFrame } from "./public-frame";
import type { Visitor } from "./visitor";

type Asked = {
  visitor: Visitor;
  workspace: { name: string; slug: string };
  offer: Offer;
  kept: Pick<OfferPage["kept"], "timezone" | "lang" | "members" | "name" | "email">;
};
type Page =
  | (Asked & { state: "open"; submissionKey: string })
  | (Asked & { state: "sent" })
  | (Asked & { state: "closed" })
  | Nothing
  | GoneLink;

/** Where whoever finds no time that suits asks for one. */
export function AskPage({ page, sent }: { page: Page; sent?: SentRequest }) {
  if (page.state === "gone") return <LinkGonePage {...page} />;
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

export function askMeta(page: Page) {
  return [{ title: titleOf(page) }, { name: "robots", content: "noindex" }];
}

function titleOf(page: Page) {
  const t = translator(page.visitor.language);
  if (page.state === "gone") return goneTitle(page);
  if (page.state === "open") return t("book.ask.title", { event: page.offer.name });
  return page.state === "sent" || page.state === "closed" ? t(`book.ask.${page.state}.title`) : t("book.unknown.title");
}
