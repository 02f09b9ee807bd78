import type { Refused } from "~/domain/availability/reasons";
import type { Question } from "~/domain/templates/question";
import { translator } from "~/messages/translate";
import { DetailsStep } from "./details-step";
import { goneTitle, LinkGonePage, type GoneLink } from "./link-gone";
import { NotOnOffer, nothingTitle, type Nothing } from "./not-on-offer";
import { offerHref, type OfferPage, type Typed } from "./offer-page";
import { PublicFrame } from "./public-frame";
import type { Hint } from "./slot-hint";
import type { Taken } from "./slot-taken";
import { TakenStep } from "./taken-step";
import { TimeStep } from "./time-step";
import type { Visitor } from "./visitor";

type Open = OfferPage & { state: "open"; visitor: Visitor; hint: Hint | null; refused: Refused | null };
type Page = Open | Nothing | GoneLink;

type Sent =
  | { outcome: "unreadable" }
  | { outcome: "closed"; values: Typed; questions: Question[] }
  | { outcome: "edit"; values: Typed }
  | { outcome: "invalid"; values: Typed; errors: { path: string }[] }
  | { outcome: "taken"; values: Typed; taken: Taken };

/** Where a meeting is booked: a time first, then who comes. */
export function BookingPage({ page, sent }: { page: Page; sent?: Sent }) {
  if (page.state === "gone") return <LinkGonePage {...page} typed={sent?.outcome === "closed" ? sent : undefined} />;
  if (page.state !== "open") return <NotOnOffer {...page} typed={sent && "values" in sent ? sent.values : {}} />;
  return (
    <PublicFrame visitor={page.visitor} workspace={page.workspace} hasLanguages={!sent}>
      <Step page={page} sent={sent} />
    </PublicFrame>
  );
}

function Step({ page, sent }: { page: Open; sent?: Sent }) {
  if (sent?.outcome === "taken") return <TakenStep page={page} values={sent.values} taken={sent.taken} />;
  if (sent?.outcome === "invalid") return <DetailsStep page={page} sent={sent} />;
  if (sent?.outcome === "edit") return <DetailsStep page={page} sent={{ values: sent.values, errors: [] }} />;
  if (page.start !== null && !sent) return <DetailsStep page={page} />;
  return <TimeStep page={page} hint={sent ? "time" : page.hint} refused={sent ? null : page.refused} />;
}

/** What a booking page is called by browsers and by whoever links to it. */
export function bookingMeta(page: Page) {
  const t = translator(page.visitor.language);
  const unlisted = { name: "robots", content: "noindex" };
  if (page.state === "gone") return [{ title: goneTitle(page) }, unlisted];
  if (page.state !== "open") return [{ title: nothingTitle(t, page) }, unlisted];
  const { offer, workspace } = page;
  const event = offer.team ? t("book.team.title", { event: offer.name, team: offer.team.name }) : offer.name;
  const names = { event, workspace: workspace.name };
  return [
    { title: t("book.title", names) },
    { name: "description", content: offer.description || t("book.meta", names) },
    offer.link ? unlisted : { tagName: "link", rel: "canonical", href: offerHref(workspace, offer) },
  ];
}
