import { translator, type Translate } from "~/messages/translate";
import { paths } from "~/paths";
import type { Offer } from "./offer-facts";
import { offerHref, typedIn, type Typed } from "./offer-page";
import { PublicMessage } from "./public-message";
import type { Visitor } from "./visitor";

export type Nothing = {
  state: "no_workspace" | "no_event" | "no_link" | "inactive" | "no_team" | "wrong_members" | "nobody";
  visitor: Visitor;
  workspace: { name: string; slug: string } | null;
  /** What could be booked with somebody else. */
  offer: (Pick<Offer, "name" | "slug" | "team"> & { link: null }) | null;
  /** What a link to it carries on. */
  kept: Record<string, string | null> | null;
};

/** Why there is nothing to book at this address, and what to do. What was typed before goes along. */
export function NotOnOffer({ typed = {}, ...page }: Nothing & { typed?: Typed }) {
  const { visitor, workspace } = page;
  const t = translator(visitor.language);
  const { title, message } = wordsOf(t, page);
  return (
    <PublicMessage visitor={visitor} workspace={workspace} title={title} link={wayOn(t, page, typed)}>
      <p>{message}</p>
    </PublicMessage>
  );
}

/** The heading, and what the page is called. */
export function nothingTitle(t: Translate, page: Nothing): string {
  return wordsOf(t, page).title;
}

function wordsOf(t: Translate, { state, offer }: Nothing) {
  const event = offer?.name ?? "";
  const team = offer?.team?.name;
  switch (state) {
    case "inactive":
      return { title: t("book.inactive.title"), message: t("book.inactive.message") };
    case "no_team":
      return { title: t("book.noTeam.title"), message: t("book.noTeam.message", { event }) };
    case "wrong_members":
      return {
        title: t("book.members.title"),
        message: team ? t("book.members.ofTeam", { team }) : t("book.members.ofEvent", { event }),
      };
    case "nobody":
      return { title: t("book.nobody.title", { who: team ?? event }), message: t("book.nobody.message") };
    default:
      return {
        title: t("book.unknown.title"),
        message: t(unknown[state]),
      };
  }
}

const unknown = {
  no_link: "link.unknown",
  no_event: "book.unknown.event",
  no_workspace: "book.unknown.workspace",
} as const;

/** To the same meeting with whoever can be booked, else to all that the workspace offers. */
function wayOn(t: Translate, { state, workspace, offer, kept }: Nothing, typed: Typed) {
  if (!workspace) return undefined;
  const isHopeless = !offer || (state === "nobody" && !offer.team);
  if (isHopeless) {
    return { href: paths.book(workspace.slug), label: t("book.unknown.others", { workspace: workspace.name }) };
  }
  const team = state === "wrong_members" ? offer.team : null;
  const query = { ...kept, ...typedIn(typed, ["name", "email", "guests", "notes"]) };
  return {
    href: offerHref(workspace, { ...offer, team }, query),
    label: team ? t("book.members.all", { team: team.name }) : t("book.offer.times", { event: offer.name }),
  };
}
