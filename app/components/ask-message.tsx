import { translator } from "~/messages/translate";
import type { Offer } from "./offer-facts";
import { offerHref, type OfferPage } from "./offer-page";
import { PublicMessage } from "./public-message";
import type { Visitor } from "./visitor";

type Asked = Pick<OfferPage, "workspace"> & { offer: Offer };
type Props = Asked & { state: "sent" | "closed"; visitor: Visitor; kept: Pick<OfferPage["kept"], "lang" | "members"> };

/** That a request was sent, or that nobody takes one. */
export function AskMessage({ state, visitor, workspace, offer, kept }: Props) {
  const t = translator(visitor.language);
  const back = {
    href: offerHref(workspace, offer, { members: kept.members, lang: kept.lang }),
    label: t("book.ask.back"),
  };
  return (
    <PublicMessage visitor={visitor} workspace={workspace} title={t(`book.ask.${state}.title`)} link={back}>
      {state === "sent" ? (
        <>
          <p>{t("book.ask.sent.message", { who: askedOf({ workspace, offer }) })}</p>
          <p>{t("book.ask.sent.nothing")}</p>
        </>
      ) : (
        <p>{t("book.ask.closed.message")}</p>
      )}
    </PublicMessage>
  );
}

/** Who reads a request, as far as everybody may know: the one host, else the workspace. */
export function askedOf({ workspace, offer }: Asked) {
  return offer.hosts.length === 1 ? offer.hosts[0]!.name : workspace.name;
}
