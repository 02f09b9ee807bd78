import { carriedAnswers } from "~/domain/bookings/quick-book";
import type { Question } from "~/domain/templates/question";
import { paths, type Query } from "~/paths";
import type { Typed } from "./offer-page";
import type { SlotChoice } from "./slot-picker";

/** What the steps of booking a session show. */
export type CoachPage = {
  coach: { userId: string; name: string; about: string; timezone: string };
  offer: { name: string; description: string; usualDuration: number; needsAnswer: boolean; location: string };
  workspace: { name: string };
  /** Or a host, who sees what clients see. */
  isClient: boolean;
  durationMinutes: number;
  /** What was typed as a length and is none. */
  wrongLength: string | null;
  start: number | null;
  choice: SlotChoice | null;
  /** What the coach asks, and what the address says to it. */
  questions: Question[];
  kept: Typed;
  submissionKey: string;
};

/** This page's address with another choice; what was chosen and typed so far goes along. */
export function hrefsOf({ coach, offer, durationMinutes, kept }: CoachPage, values: Typed = kept) {
  const duration = durationMinutes === offer.usualDuration ? null : durationMinutes;
  return (query: Query) => paths.coach(coach.userId, { duration, ...carriedAnswers(values), ...query });
}
