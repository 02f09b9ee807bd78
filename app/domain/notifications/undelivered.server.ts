import { and, desc, eq, gte, inArray, or, sql } from "drizzle-orm";
import { db } from "~db/client";
import { bookingAttendees, notifications, users } from "~db/schema";
import { bookingKinds, TimeRequestPayload, type BookingKind } from "./notification";

/** A mail about a booking, or what somebody asked a host whom no free time suited: nobody knows of it but they. */
export type UndeliveredMail = Loss &
  (
    | { kind: BookingKind; bookingId: string }
    | { kind: "time_requested_host"; asked: Pick<TimeRequestPayload, "name" | "email"> }
  );

type Loss = {
  id: string;
  recipient: string;
  recipientName: string;
  state: "failed" | "bounced";
  lastError: string | null;
  /** When it was given up, or came back, in epoch milliseconds. */
  at: number;
};

/** `hostId`: only of this host's bookings and to them, all where null. `since`: only mails that were asked for from then on. */
type Wish = { workspaceId: string; hostId: string | null; since: number; limit: number };

/** The mails about bookings and wished times that did not arrive and have not been sent again, the newest first. */
export async function listUndelivered({ workspaceId, hostId, since, limit }: Wish) {
  const where = and(
    eq(notifications.workspaceId, workspaceId),
    // Written out, as the index for this has it.
    sql`${notifications.state} in ('failed', 'bounced')`,
    gte(notifications.createdAt, new Date(since)),
    or(
      and(inArray(notifications.kind, bookingKinds), noLaterOneArrived, hostId === null ? undefined : isOfHost(hostId)),
      and(eq(notifications.kind, "time_requested_host"), hostId === null ? undefined : isTo(hostId)),
    ),
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

/** Whoever got a later mail about the same booking knows what the lost one said, and more. */
const noLaterOneArrived = sql`not exists (
  select 1 from notifications later
  where later.workspace_id = ${notifications.workspaceId} and later.booking_id = ${notifications.bookingId}
    and later.recipient = ${notifications.recipient} and later.state in ('sent', 'kept')
    and later.created_at > ${notifications.createdAt}
)`;

function isOfHost(hostId: string) {
  return sql`exists (
    select 1 from ${bookingAttendees}
    where ${bookingAttendees.workspaceId} = ${notifications.workspaceId}
      and ${bookingAttendees.bookingId} = ${notifications.bookingId}
      and ${bookingAttendees.kind} = 'host' and ${bookingAttendees.userId} = ${hostId}
  )`;
}

function isTo(hostId: string) {
  return sql`lower(${notifications.recipient}) = (select lower(${users.email}) from ${users} where ${users.id} = ${hostId})`;
}

function toUndelivered(row: typeof notifications.$inferSelect): UndeliveredMail {
  const loss: Loss = {
    id: row.id,
    recipient: row.recipient,
    recipientName: row.recipientName,
    state: row.state as Loss["state"],
    lastError: row.lastError,
    at: (row.finishedAt ?? row.createdAt).getTime(),
  };
  if (row.kind === "time_requested_host") {
    const { name, email } = TimeRequestPayload.parse(row.payload);
    return { ...loss, kind: row.kind, asked: { name, email } };
  }
  return { ...loss, kind: row.kind as BookingKind, bookingId: row.bookingId! };
}
