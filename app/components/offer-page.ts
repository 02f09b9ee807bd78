import { carriedAnswerFields } from "~/domain/templates/carried-answers";
import type { Question } from "~/domain/templates/question";
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
  /** What is asked beside who comes, and what the address answers. */
  questions: Question[];
  answers: Typed;
  submissionKey: string;
};

export type Typed = Record<string, string[]>;
type Workspace = { slug: string };
type Addressed = Pick<Offer, "slug" | "team"> & { link: { token: string } | null };

/** The address of an offer: the link that led to it, else the event type's own page, or that of the team that holds it. */
export function offerHref({ slug: workspace }: Workspace, { slug, team, link }: Addressed, query?: Query) {
  return link ? paths.bookByLink(link.token, query) : paths.bookOffer(workspace, slug, team, query);
}

/** Where to ask for a time of it. */
export function askOfferHref({ slug: workspace }: Workspace, { slug, team, link }: Addressed, query?: Query) {
  return link ? paths.askByLink(link.token, query) : paths.askForTime(workspace, slug, { team: team?.slug, ...query });
}

/** This page's address with another choice; what was chosen and answered so far goes along. */
export function hrefsOf(
  { workspace, offer, kept, answers }: Pick<OfferPage, "workspace" | "offer" | "kept" | "answers">,
  values?: Typed,
) {
  const typed = typedIn(values ?? {}, ["name", "email", "guests", "notes"]);
  const answered = values ? carriedAnswerFields(values) : answers;
  return (query: Query) => offerHref(workspace, offer, { ...kept, ...typed, ...answered, ...query });
}

/** Where to ask for a time when none on offer suits; null where nobody takes such requests. */
export function askHrefOf({ workspace, offer, kept }: OfferPage, values: Typed = {}) {
  if (!offer.takesRequests) return null;
  const { timezone, lang, members, name, email } = kept;
  const who = { name, email, ...typedIn(values, ["name", "email"]) };
  return askOfferHref(workspace, offer, { members, timezone, lang, ...who });
}

/** What was typed and an address can carry. */
export function typedIn(values: Typed, names: string[]) {
  const answers = names.map((name) => [name, values[name]?.[0] ?? ""] as const);
  return Object.fromEntries(answers.filter(([, value]) => value && value.length <= 500));
}

/** Who it is, as far as the address says, or the link that was made for them. */
export function whoBooks({
  offer,
  kept,
}: {
  offer: Pick<Offer, "link">;
  kept: Record<"name" | "email", string | null>;
}) {
  const { name, email } = offer.link?.recipient ?? { name: null, email: null };
  return { name: kept.name ?? name, email: kept.email ?? email };
}
