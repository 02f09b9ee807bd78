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
  const answers = {
    name: values.name?.[0],
    email: values.email?.[0],
    guests: values.guests?.[0],
    notes: values.notes?.[0],
  };
  const typed = Object.fromEntries(Object.entries(answers).filter(([, value]) => value && value.length <= 500));
  return (query: Query) => paths.bookEventType(workspace.slug, offer.slug, { ...kept, ...typed, ...query });
}
