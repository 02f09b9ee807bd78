import { paths, type Query } from "~/paths";
import type { Offer } from "./offer-facts";
import type { SlotChoice } from "./slot-picker";

type Choices = "timezone" | "lang" | "duration" | "members" | "name" | "email" | "guests" | "notes";

/** What an event type's page is made of, whatever its step. */
export type OfferPage = {
  workspace: { name: string; slug: string };
  offer: Offer;
  durationMinutes: number;
  start: number | null;
  choice: SlotChoice | null;
  kept: Record<Choices, string | null>;
  submissionKey: string;
};

export type Typed = Record<string, string[]>;
type Workspace = { slug: string };

/** The address of an offer: the event type's own page, or that of the team that holds it. */
export function offerHref({ slug: workspace }: Workspace, { slug, team }: Pick<Offer, "slug" | "team">, query?: Query) {
  return paths.bookOffer(workspace, slug, team, query);
}

/** This page's address with another choice; what was chosen and answered so far goes along. */
export function hrefsOf(
  { workspace, offer, kept }: Pick<OfferPage, "workspace" | "offer" | "kept">,
  values: Typed = {},
) {
  const typed = typedIn(values, ["name", "email", "guests", "notes"]);
  return (query: Query) => offerHref(workspace, offer, { ...kept, ...typed, ...query });
}

/** Where to ask for a time when none on offer suits; null where nobody takes such requests. */
export function askHrefOf({ workspace, offer, kept }: OfferPage, values: Typed = {}) {
  if (!offer.takesRequests) return null;
  const { timezone, lang, members, name, email } = kept;
  const who = { name, email, ...typedIn(values, ["name", "email"]) };
  return paths.askForTime(workspace.slug, offer.slug, { team: offer.team?.slug, members, timezone, lang, ...who });
}

/** What was typed and an address can carry. */
export function typedIn(values: Typed, names: string[]) {
  const answers = names.map((name) => [name, values[name]?.[0] ?? ""] as const);
  return Object.fromEntries(answers.filter(([, value]) => value && value.length <= 500));
}
