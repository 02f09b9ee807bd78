import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "../client";
import { analyticsEvents, bookingEventTypes, bookingLinks } from "../schema";
import type { Firm } from "./people";

const day = 24 * 60 * 60 * 1000;
const days = 60;

/** How busy a day is, Monday first, and how many visitors a page has on a busy one. Pages that are not named have the last. */
const week = [0.9, 1, 0.85, 0.8, 0.55, 0.15, 0.1];
const visitors: Record<string, number> = {
  "intro-call": 9,
  "project-advice": 6,
  "workshop-visit": 5,
  "design-review": 3,
};
const few = 2;

/** From where; most of them by a mail or an address that was typed. */
const sites = [
  "www.google.com",
  "www.acme-corp.example",
  "www.linkedin.com",
  "duckduckgo.com",
  "lost-and-found.example",
];

/** Visitors of the demo's pages in the last weeks, a few more than before, the same in every demo of a day. */
export async function insertViews(tx: Transaction, { workspaceId }: Firm, now: number) {
  const eventTypes = await tx
    .select({ eventTypeId: bookingEventTypes.id, name: bookingEventTypes.slug })
    .from(bookingEventTypes)
    .where(and(eq(bookingEventTypes.workspaceId, workspaceId), eq(bookingEventTypes.isLinkOnly, false)));
  const links = await tx
    .select({ eventTypeId: bookingLinks.eventTypeId, linkId: bookingLinks.id, name: bookingLinks.title })
    .from(bookingLinks)
    .where(eq(bookingLinks.workspaceId, workspaceId));
  const today = Math.floor(now / day);
  const rows = [...eventTypes, ...links].flatMap(({ name, ...page }) =>
    Array.from({ length: days }, (_, ago) => today - ago).flatMap((date) =>
      visitsOf(name, date, today).map((visit) => ({ workspaceId, kind: "view" as const, ...page, ...visit })),
    ),
  );
  const seen = rows.filter(({ occurredAt }) => occurredAt.getTime() <= now);
  for (let from = 0; from < seen.length; from += 2000) {
    await tx.insert(analyticsEvents).values(seen.slice(from, from + 2000));
  }
}

function visitsOf(name: string, date: number, today: number) {
  const usual = visitors[name] ?? few;
  const growth = today - date < days / 2 ? 1.15 : 1;
  const count = Math.round(usual * growth * week[(date + 3) % 7]! * (0.7 + drawn(`${name} ${date}`) * 0.6));
  return Array.from({ length: count }, (_, number) => {
    const key = `${name} ${date} ${number}`;
    const site = Math.floor(drawn(`${key} site`) * sites.length * 2.2);
    return {
      // Between 6 and 20 o'clock.
      occurredAt: new Date(date * day + Math.floor((6 + drawn(key) * 14) * 60) * 60_000),
      visitor: `demo ${createHash("sha256").update(key).digest("base64url")}`,
      referrerHost: sites[site] ?? null,
    };
  });
}

/** A number from 0 to 1 that is always the same for the same words. */
function drawn(words: string) {
  return createHash("sha256").update(words).digest().readUInt32BE() / 2 ** 32;
}
