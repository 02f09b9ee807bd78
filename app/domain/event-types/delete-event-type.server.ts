import { and, count, eq } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { bookingEventTypes, bookingLinks, bookings, oneTimeLinks } from "~db/schema";
import { isUuid } from "~/domain/fields";
import { mayChange, type Member } from "./event-type-rights";
import { lockEventType } from "./event-types.server";
import type { Closed } from "./refusals.server";
import { note, rowIs } from "./rows.server";

type Given = { workspaceId: string; id: string | undefined; member: Member; now: number };
type Deleted = { ok: true; isArchived: boolean } | Closed;

/** Takes an event type away. One that was ever booked, or has links, is archived: they stay, its address becomes free. */
export async function deleteEventType({ workspaceId, id, member, now }: Given): Promise<Deleted> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  return db.transaction(async (tx) => {
    const found = await lockEventType(tx, workspaceId, id);
    if (!found) return { ok: false, reason: "not_found" };
    if (!mayChange(member, found)) return { ok: false, reason: "not_allowed" };
    // What clients book ends with its coach; until then it is switched off, never taken away.
    if (found.isSession) return { ok: false, reason: "not_found" };
    const details = { name: found.name, slug: found.slug };
    // The lock keeps new bookings out: they need the row that they refer to.
    if ((await countBookings(workspaceId, id, tx)) > 0 || (await hasLinks(tx, workspaceId, id))) {
      await archiveEventType(tx, workspaceId, id, now);
      await note(tx, "event_type.archived", { workspaceId, member, id, details });
      return { ok: true, isArchived: true };
    }
    await tx.delete(bookingEventTypes).where(rowIs(workspaceId, id));
    await note(tx, "event_type.deleted", { workspaceId, member, id, details });
    return { ok: true, isArchived: false };
  });
}

export async function countBookings(workspaceId: string, eventTypeId: string, on: Database | Transaction = db) {
  const [found] = await on
    .select({ total: count() })
    .from(bookings)
    .where(and(eq(bookings.workspaceId, workspaceId), eq(bookings.eventTypeId, eventTypeId)));
  return found?.total ?? 0;
}

/** Whoever has the address of a link is told that it is off, rather than that there never was one. */
async function hasLinks(tx: Transaction, workspaceId: string, eventTypeId: string) {
  for (const links of [bookingLinks, oneTimeLinks]) {
    const where = and(eq(links.workspaceId, workspaceId), eq(links.eventTypeId, eventTypeId));
    if ((await tx.$count(links, where)) > 0) return true;
  }
  return false;
}

/** It lets go of its schedule and team, which may then be deleted too. */
export async function archiveEventType(tx: Transaction, workspaceId: string, id: string, now: number) {
  const changes = { archivedAt: new Date(now), isActive: false, scheduleId: null, teamId: null };
  await tx.update(bookingEventTypes).set(changes).where(rowIs(workspaceId, id));
}
