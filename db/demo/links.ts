import { and, eq } from "drizzle-orm";
import { randomBytes, randomUUID } from "node:crypto";
import type { Transaction } from "../client";
import { bookingEventTypeMembers, bookingEventTypes, bookingLinks, bookings } from "../schema";
import { offerOf, type OfferKey } from "./event-types";
import type { Firm } from "./people";

const day = 24 * 60 * 60 * 1000;

/** Maya's links: one that follows an event type, one with rules of its own, and one that is off. */
export async function insertLinks(
  tx: Transaction,
  { workspaceId, userIds }: Firm,
  eventTypeIds: Record<OfferKey, string>,
  now: number,
) {
  const { maya } = userIds;
  const fair = randomUUID();
  const { owner: _owner, hosts: _hosts, ...intro } = offerOf("intro");
  await tx.insert(bookingEventTypes).values({
    ...intro,
    workspaceId,
    id: fair,
    ownerId: maya,
    slug: `link-${randomBytes(8).toString("hex")}`,
    description: "A quarter of an hour at our stand, or half of one if you bring your drawings.",
    durationOptions: [15, 30],
    bufferBefore: 5,
    bufferAfter: 10,
    maxPerDay: 6,
    bookingWindowDays: 21,
    isListed: false,
    isLinkOnly: true,
  });
  await tx.insert(bookingEventTypeMembers).values({ workspaceId, eventTypeId: fair, userId: maya });
  const link = (title: string, eventTypeId: string, days: number) => ({
    ...{ workspaceId, ownerId: maya, title, eventTypeId, id: randomUUID() },
    token: randomBytes(16).toString("base64url"),
    createdAt: new Date(now - days * day),
  });
  const newsletter = link("Newsletter, November", eventTypeIds.intro, 55);
  await tx
    .insert(bookingLinks)
    .values([
      newsletter,
      link("Trade fair Hamburg, stand B4", fair, 12),
      { ...link("Old website", eventTypeIds.advice, 80), isActive: false },
    ]);
  await tx
    .update(bookings)
    .set({ linkId: newsletter.id })
    .where(and(eq(bookings.workspaceId, workspaceId), eq(bookings.eventTypeId, eventTypeIds.intro)));
}
