import { randomUUID } from "node:crypto";
import type { Transaction } from "../client";
import { bookingEventTypeMembers, bookingEventTypes } from "../schema";
import { people, type Firm, type PersonKey } from "./people";
import { workday } from "./wall-clock";

type Row = Omit<typeof bookingEventTypes.$inferInsert, "workspaceId" | "id" | "ownerId" | "teamId">;
type Host = { who: PersonKey; weight?: number; priority?: number };
type Offer = Row & { owner: PersonKey; hosts: Host[] };

export const offers = {
  intro: {
    owner: "maya",
    hosts: [{ who: "maya" }],
    name: "Intro call",
    slug: "intro-call",
    description: "Tell us about your building and who gets lost in it. We say what we would look at first.",
    durationMinutes: 30,
    durationOptions: [15, 30, 60],
    minimumNoticeMinutes: 120,
    bookingWindowDays: 60,
    locationType: "zoom",
    locationValue: "https://meet.acme-corp.example/maya",
  },
  review: {
    owner: "maya",
    hosts: [{ who: "maya" }],
    name: "Design review",
    slug: "design-review",
    description:
      "We go through your drawings line by line. Send them before, so that Maya can say yes with good reason.",
    durationMinutes: 45,
    slotIntervalMinutes: 30,
    bufferBefore: 15,
    bufferAfter: 15,
    minimumNoticeMinutes: 720,
    bookingWindowDays: 45,
    maxPerDay: 3,
    locationType: "phone",
    locationValue: "+47 22 00 01 40",
    requiresConfirmation: true,
  },
  visit: {
    owner: "daniel",
    hosts: [{ who: "daniel" }],
    name: "Workshop visit",
    slug: "workshop-visit",
    description: "See signs being cut, painted and lit, and hold the samples in your hands. Wear closed shoes.",
    durationMinutes: 90,
    slotIntervalMinutes: 30,
    bufferBefore: 30,
    bufferAfter: 30,
    minimumNoticeMinutes: 1440,
    bookingWindowDays: 90,
    maxPerDay: 2,
    maxPerWeek: 6,
    cancelNoticeHours: 24,
    rescheduleNoticeHours: 24,
    locationType: "in_person",
    locationValue: "Acme Corp workshop, 1840 West Hubbard Street, Chicago",
  },
  advice: {
    owner: "maya",
    hosts: [{ who: "maya", weight: 2 }, { who: "daniel" }, { who: "anjali" }],
    name: "Project advice",
    slug: "project-advice",
    description: "Half an hour with whoever of us is free, wherever in the world you are.",
    durationMinutes: 30,
    bufferAfter: 10,
    minimumNoticeMinutes: 60,
    bookingWindowDays: 60,
    locationType: "zoom",
    locationValue: "https://meet.acme-corp.example/advice",
    isTeamEvent: true,
    assignmentType: "round_robin",
  },
  urgent: {
    owner: "anjali",
    hosts: [{ who: "anjali", priority: 2 }, { who: "daniel", priority: 1 }, { who: "maya" }],
    name: "Urgent repair",
    slug: "urgent-repair",
    description: "For customers with a broken or wrong sign. Anjali answers first, then Daniel, then Maya.",
    durationMinutes: 20,
    slotIntervalMinutes: 10,
    minimumNoticeMinutes: 30,
    bookingWindowDays: 14,
    locationType: "custom",
    locationValue: "We call the number that you give us in the notes.",
    isTeamEvent: true,
    assignmentType: "collective",
    isListed: false,
  },
  kickoff: {
    owner: "maya",
    hosts: [{ who: "maya", priority: 1 }, { who: "daniel" }, { who: "anjali" }],
    name: "Project kick-off",
    slug: "project-kick-off",
    description: "All three of us and you: what gets lost in your building, who reads the signs, and who makes them.",
    durationMinutes: 60,
    slotIntervalMinutes: 30,
    minimumNoticeMinutes: 1440,
    bookingWindowDays: 60,
    locationType: "zoom",
    locationValue: "https://meet.acme-corp.example/kick-off",
    isTeamEvent: true,
    assignmentType: "all_hands",
  },
} as const satisfies Record<string, Offer>;

export type OfferKey = keyof typeof offers;

export const offerOf = (key: OfferKey): Offer => offers[key];

type Beside = { together: string; templateId: string };

/** `together`: the schedule for what needs everybody. `templateId`: the questions of a review. */
export async function insertEventTypes(tx: Transaction, firm: Firm, { together, templateId }: Beside, now: number) {
  const { workspaceId, teamId, userIds } = firm;
  const keys = Object.keys(offers) as OfferKey[];
  const ids = Object.fromEntries(keys.map((key) => [key, randomUUID()])) as Record<OfferKey, string>;
  const stocktaking = workday(people.daniel.timezone, now, 9);
  await tx.insert(bookingEventTypes).values(
    keys.map((key) => {
      const { owner, hosts: _hosts, ...row } = offerOf(key);
      const team = row.isTeamEvent ? { teamId } : {};
      const scheduleId = row.assignmentType === "all_hands" ? together : null;
      const excludedDates = key === "visit" ? [stocktaking] : [];
      const asked = key === "review" ? { templateId } : {};
      return {
        ...row,
        ...team,
        ...asked,
        scheduleId,
        workspaceId,
        id: ids[key],
        ownerId: userIds[owner],
        excludedDates,
      };
    }),
  );
  await tx.insert(bookingEventTypeMembers).values(
    keys.flatMap((key) =>
      offerOf(key).hosts.map(({ who, weight, priority }) => ({
        workspaceId,
        eventTypeId: ids[key],
        userId: userIds[who],
        weight,
        priority,
      })),
    ),
  );
  return ids;
}
