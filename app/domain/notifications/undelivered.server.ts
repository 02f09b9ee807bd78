import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { db } from "~db/client";
import { bookingAttendees, notifications } from "~db/schema";
import { bookingKinds, type BookingKind } from "./notification";

export type UndeliveredMail = {
  bookingId: string;
  kind: BookingKind;
  recipient: string;
  recipientName: string;
  state: "failed" | "bounced";
  lastError: string | null;
  /** When it was given up, or came back, in epoch milliseconds. */
  at: number;
};

/** `hostId`: only of this host's bookings, all where null. `since`: only mails that were asked for from then on. */
type Wish = { workspaceId: string; hostId: string | null; since: number; limit: number };

/** The mails about bookings that did not arrive and have not been sent again, the newest first. */
export async function listUndelivered({ workspaceId, hostId, since, limit }: Wish) {
  const where = and(
    eq(notifications.workspaceId, workspaceId),
    // Written out, as the index for this has it.
    sql`${notifications.state} in ('failed', 'bounced')`,
    gte(notifications.createdAt, new Date(since)),
    inArray(notifications.kind, bookingKinds),
    hostId === null ? undefined : isOfHost(hostId),
  );
  const [rows, total] = await Promise.all([
    db
      .select()
      .from(notifications)
      .where(where)
      .orderBy(desc(notifications.createdAt), desc(notifications.id))
      .limit(limit),
    db.$count(notifications, where),
  ]);
  return { items: rows.map(toUndelivered), total };
}

function isOfHost(hostId: string) {
  return sql`exists (
    select 1 from ${bookingAttendees}
    where ${bookingAttendees.workspaceId} = ${notifications.workspaceId}
      and ${bookingAttendees.bookingId} = ${notifications.bookingId}
      and ${bookingAttendees.kind} = 'host' and ${bookingAttendees.userId} = ${hostId}
  )`;
}

function toUndelivered(row: typeof notifications.$inferSelect): UndeliveredMail {
  return {
    bookingId: row.bookingId!,
    kind: row.kind as BookingKind,
    recipient: row.recipient,
    recipientName: row.recipientName,
    state: row.state as UndeliveredMail["state"],
    lastError: row.lastError,
    at: (row.finishedAt ?? row.createdAt).getTime(),
  };
}
