import { and, count, desc, eq, sql, type SQL } from "drizzle-orm";
import { db } from "~db/client";
import { bookingEventTypes, bookingLinks, bookings, notifications, oneTimeLinks, users } from "~db/schema";
import type { Booking } from "../bookings/booking";
import type { Member } from "../event-types/event-type-rights";
import { isUuid } from "../fields";
import { may } from "../workspaces/roles";
import { oneTimeState, type OneTimeLink, type OneTimeState } from "./link";
import { mayChangeLink } from "./link-rights";
import { mailKey } from "./one-time-mail.server";
import { toOneTimeLink } from "./one-time-row.server";

/** How often a one-time link's page was opened, as far as that is counted. Instants are epoch milliseconds. */
export type Opens = { count: number; first: number | null; last: number | null };

/** A one-time link as its owner sees it. */
export type ListedOneTimeLink = OneTimeLink & {
  state: OneTimeState;
  ownerName: string;
  eventType: { name: string; isOpen: boolean };
  /** Of the evergreen link that it was made from, if any. */
  linkTitle: string | null;
  /** `isSeen`: it is the viewer's to see. */
  booking: (Pick<Booking, "start" | "end" | "status"> & { isSeen: boolean }) | null;
  opens: Opens;
  /** What became of the mail with its present address; null where none was asked for. */
  mail: { state: (typeof notifications.$inferSelect)["state"]; lastError: string | null } | null;
};

/** `ownerId`, `linkId`: only of this owner, only those made from this link. */
type Filter = { workspaceId: string; viewer: Member; ownerId?: string; linkId?: string; now: number };

/** Newest first. */
export async function listOneTimeLinks(
  { workspaceId, viewer, ownerId, linkId, now }: Filter,
  page: { limit: number; offset: number },
): Promise<{ items: ListedOneTimeLink[]; total: number }> {
  const where = and(
    eq(oneTimeLinks.workspaceId, workspaceId),
    ownerId === undefined ? undefined : eq(oneTimeLinks.ownerId, ownerId),
    linkId === undefined ? undefined : eq(oneTimeLinks.linkId, linkId),
  );
  const [items, [counted]] = await Promise.all([
    select(where, { viewer, now }, page),
    db.select({ total: count() }).from(oneTimeLinks).where(where),
  ]);
  return { items, total: counted?.total ?? 0 };
}

type Which = { workspaceId: string; viewer: Member; id: string | undefined; now: number };

/** The one of this id, if it is the viewer's to see; any other does not exist for them. */
export async function findOneTimeLink({ workspaceId, viewer, id, now }: Which): Promise<ListedOneTimeLink | null> {
  if (!isUuid(id)) return null;
  const where = and(eq(oneTimeLinks.workspaceId, workspaceId), eq(oneTimeLinks.id, id));
  const [found] = await select(where, { viewer, now }, { limit: 1, offset: 0 });
  return found && mayChangeLink(viewer, found) ? found : null;
}

type Asked = { viewer: Member; now: number };

async function select(where: SQL | undefined, { viewer, now }: Asked, page: { limit: number; offset: number }) {
  const rows = await db
    .select({
      link: oneTimeLinks,
      ownerName: users.name,
      eventName: bookingEventTypes.name,
      isOpen: sql<boolean>`${bookingEventTypes.isActive} and ${bookingEventTypes.archivedAt} is null`,
      linkTitle: bookingLinks.title,
      booking: { id: bookings.id, start: bookings.startTime, end: bookings.endTime, status: bookings.status },
      isHost: isHeldBy(viewer.userId),
      mail: { state: notifications.state, lastError: notifications.lastError },
      opens,
    })
    .from(oneTimeLinks)
    .innerJoin(users, eq(users.id, oneTimeLinks.ownerId))
    .innerJoin(
      bookingEventTypes,
      and(
        eq(bookingEventTypes.workspaceId, oneTimeLinks.workspaceId),
        eq(bookingEventTypes.id, oneTimeLinks.eventTypeId),
      ),
    )
    .leftJoin(
      bookingLinks,
      and(eq(bookingLinks.workspaceId, oneTimeLinks.workspaceId), eq(bookingLinks.id, oneTimeLinks.linkId)),
    )
    .leftJoin(
      bookings,
      and(eq(bookings.workspaceId, oneTimeLinks.workspaceId), eq(bookings.oneTimeLinkId, oneTimeLinks.id)),
    )
    .leftJoin(notifications, eq(notifications.dedupeKey, mailKey(sql`${oneTimeLinks.tokenHash}`)))
    .where(where)
    .orderBy(desc(oneTimeLinks.createdAt), desc(oneTimeLinks.id))
    .limit(page.limit)
    .offset(page.offset);
  const seesAll = may(viewer.role, "bookings.change-any");
  return rows.map((row): ListedOneTimeLink => {
    const { ownerName, eventName, isOpen, linkTitle, booking, isHost, mail, opens } = row;
    const oneTime = toOneTimeLink(row.link, booking?.id ?? null);
    const isSeen = seesAll || isHost;
    return {
      ...oneTime,
      state: oneTimeState(oneTime, now),
      ownerName,
      eventType: { name: eventName, isOpen },
      linkTitle,
      booking: booking && {
        start: booking.start.getTime(),
        end: booking.end.getTime(),
        status: booking.status,
        isSeen,
      },
      opens,
      mail,
    };
  });
}

function isHeldBy(userId: string) {
  return sql<boolean>`exists (
    select 1 from booking_attendees held
    where held.workspace_id = bookings.workspace_id and held.booking_id = bookings.id
      and held.kind = 'host' and held.user_id = ${userId}
  )`;
}

// Names are written out: inside a subquery a bare column would mean the inner table's.
const opens = sql<Opens>`(
  select json_build_object(
    'count', count(*),
    'first', date_part('epoch', min(event.occurred_at)) * 1000,
    'last', date_part('epoch', max(event.occurred_at)) * 1000
  )
  from analytics_events event
  where event.workspace_id = one_time_links.workspace_id and event.one_time_link_id = one_time_links.id
    and event.kind = 'open'
)`;
