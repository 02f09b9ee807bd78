import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Transaction } from "../client";
import { analyticsEvents, oneTimeLinks } from "../schema";
import { offerOf, type OfferKey } from "./event-types";
import { people, type Firm } from "./people";
import { wallToInstant, workday } from "./wall-clock";

const day = 24 * 60 * 60 * 1000;

/** Two links for one person: one that was opened and waits to be booked, and one whose time is over. Nobody has their addresses. */
export async function insertOneTimeLinks(
  tx: Transaction,
  { workspaceId, userIds }: Firm,
  eventTypeIds: Record<OfferKey, string>,
  now: number,
) {
  const zone = people.maya.timezone;
  const at = (workdays: number, time: string) => wallToInstant(zone, workday(zone, now, workdays), time);
  const slots = [at(3, "11:00"), at(4, "14:00"), at(6, "09:30")].map((start) => ({
    start: new Date(start).toISOString(),
    end: new Date(start + offerOf("intro").durationMinutes * 60_000).toISOString(),
  }));
  const [waiting, over] = [randomUUID(), randomUUID()];
  const common = () => ({ workspaceId, ownerId: userIds.maya, tokenHash: hashOfNothing() });
  await tx.insert(oneTimeLinks).values([
    {
      ...common(),
      id: waiting,
      eventTypeId: eventTypeIds.intro,
      recipientEmail: "wolfgang@hohenstein.example",
      recipientName: "Wolfgang Amadeus Freiherr von Hohenstein-Wittgenbach",
      expiresAt: new Date(at(5, "18:00")),
      slots,
      createdAt: new Date(now - 2 * day),
    },
    {
      ...common(),
      id: over,
      eventTypeId: eventTypeIds.advice,
      recipientEmail: "priya@raghunathan.example",
      recipientName: "Priya Raghunathan",
      expiresAt: new Date(at(-3, "18:00")),
      slots: null,
      createdAt: new Date(now - 17 * day),
    },
  ]);
  const open = { workspaceId, kind: "open" as const, eventTypeId: eventTypeIds.intro, oneTimeLinkId: waiting };
  await tx.insert(analyticsEvents).values(
    [30, 5].map((hours) => ({
      ...open,
      occurredAt: new Date(now - hours * 60 * 60 * 1000),
      visitor: `demo ${waiting} ${hours}`,
    })),
  );
}

/** As of a token that was shown once, to nobody. */
function hashOfNothing() {
  return createHash("sha256").update(randomBytes(32)).digest("base64url");
}
