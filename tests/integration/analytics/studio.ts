import { db } from "~db/client";
import { analyticsEvents, bookingHistory } from "~db/schema";
import { unique } from "../../support/unique";

type EventTypeRow = { workspaceId: string; id: string };
type Given = { at: number; count?: number } & Partial<
  Pick<typeof analyticsEvents.$inferInsert, "linkId" | "oneTimeLinkId" | "referrerHost" | "kind">
>;

/** Visitors of an event type's page or a link, each counted already. */
export async function addViews({ workspaceId, id }: EventTypeRow, { at, count = 1, ...columns }: Given) {
  const row = { workspaceId, eventTypeId: id, kind: "view" as const, occurredAt: new Date(at), ...columns };
  await db
    .insert(analyticsEvents)
    .values(Array.from({ length: count }, () => ({ ...row, visitor: `test ${unique()}` })));
}

/** That a booking was cancelled, and by whom. */
export async function addCancelled(booking: { workspaceId: string; id: string }, actorKind: "invitee" | "user") {
  const { workspaceId, id } = booking;
  await db.insert(bookingHistory).values({ workspaceId, bookingId: id, move: "cancelled", actorKind });
}

export const browserHeaders = {
  "User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0",
};
