import { paths, type Query } from "~/paths";
import type { Offer } from "./offer-facts";
import type { SlotChoice } from "./slot-picker";

/** What an event type's page is made of, whatever its step. */
export type OfferPage = {
  workspace: { name: string; slug: string };
  offer: Offer;
  durationMinutes: number;
  start: number | null;
  choice: SlotChoice | null;
  kept: Record<"timezone" | "lang" | "duration" | "name" | "email" | "guests" | "notes", string | null>;
  submissionKey: string;
};

export type Typed = Record<string, string[]>;

/** This page's address with another choice; what was chosen and answered so far goes along. */
export function hrefsOf({ workspace, offer, kept }: OfferPage, values: Typed = {}) {
  const typed = typedIn(values, ["name", "email", "guests", "notes"]);
  return (query: Query) => paths.bookEventType(workspace.slug, offer.slug, { ...kept, ...typed, ...query });
}

/** Where to ask for a time when none on offer suits; null where nobody takes such requests. */
export function askHrefOf({ workspace, offer, kept }: OfferPage, values: Typed = {}) {
  if (!offer.takesRequests) return null;
  const { timezone, lang, name, email } = kept;
  const who = { name, email, ...typedIn(values, ["name", "email"]) };
  return paths.askForTime(workspace.slug, offer.slug, { timezone, lang, ...who });
}

function typedIn(values: Typed, names: string[]) {
  const answers = names.map((name) => [name, values[name]?.[0] ?? ""] as const);
  return Object.fromEntries(answers.filter(([, value]) => value && value.length <= 500));
}
