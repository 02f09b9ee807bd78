import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { bookingLinks, bookings, oneTimeLinks } from "~db/schema";
import { instantSql } from "~db/instant";
import type { EventType } from "../event-types/event-type";
import { oneTimeState, type LinkGone, type PickedSlot, type Through } from "./link";
import { toOneTimeLink } from "./one-time-row.server";

/** What a link lets through: nothing, and why, or the event type's times, or only those that were picked by hand. */
type Passage = { gone: LinkGone } | { gone: null; slots: PickedSlot[] | null };

/** What may be booked of an event type through a link at present. */
export async function passageOf(
  { workspaceId, id }: Pick<EventType, "workspaceId" | "id">,
  through: Through,
  now: number,
  on: Database | Transaction = db,
): Promise<Passage> {
  if (through.kind === "evergreen") {
    const [link] = await on
      .select({ isActive: bookingLinks.isActive })
      .from(bookingLinks)
      .where(
        and(
          eq(bookingLinks.workspaceId, workspaceId),
          eq(bookingLinks.id, through.id),
          eq(bookingLinks.eventTypeId, id),
          isNull(bookingLinks.archivedAt),
        ),
      );
    return link?.isActive ? { gone: null, slots: null } : { gone: "off" };
  }
  const [found] = await on
    .select({ link: oneTimeLinks, bookingId: bookings.id })
    .from(oneTimeLinks)
    .leftJoin(
      bookings,
      and(eq(bookings.workspaceId, oneTimeLinks.workspaceId), eq(bookings.oneTimeLinkId, oneTimeLinks.id)),
    )
    .where(
      and(eq(oneTimeLinks.workspaceId, workspaceId), eq(oneTimeLinks.id, through.id), eq(oneTimeLinks.eventTypeId, id)),
    );
  if (!found) return { gone: "off" };
  const link = toOneTimeLink(found.link, found.bookingId);
  const state = oneTimeState(link, now);
  return state === "active" ? { gone: null, slots: link.slots } : { gone: state };
}

/**
 * What has to be so of the link for a booking to be written, asked of its row `wanted` in the statement that writes it.
 * Whoever switches the link off or takes it back waits until the booking is there, or the booking finds it so.
 */
export const stillLetsThrough: Record<Through["kind"], ReturnType<typeof sql>> = {
  evergreen: sql`exists (select 1 from (
      select 1 from booking_links link
      where link.workspace_id = wanted.workspace_id and link.id = wanted.link_id
        and link.event_type_id = wanted.event_type_id and link.is_active and link.archived_at is null
      for share
    ) held)`,
  one_time: sql`exists (select 1 from (
      select 1 from one_time_links link
      where link.workspace_id = wanted.workspace_id and link.id = wanted.one_time_link_id
        and link.event_type_id = wanted.event_type_id and link.revoked_at is null
        and (link.expires_at is null or link.expires_at > ${instantSql(sql`now`)})
      for share
    ) held)`,
};
