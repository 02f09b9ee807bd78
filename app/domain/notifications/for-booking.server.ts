import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import { isBookingKind, type BookingKind } from "./notification";

/** A mail about a booking, as its host's page tells of it. */
export type BookingMail = {
  id: string;
  kind: BookingKind;
  recipient: string;
  recipientName: string;
  state: "queued" | "sending" | "kept" | "sent" | "bounced" | "failed" | "skipped";
  attempts: number;
  lastError: string | null;
  createdAt: number;
  finishedAt: number | null;
};

/** Every mail that left for a booking, or is about to: those still to come, then the newest first. */
export async function listNotifications(workspaceId: string, bookingId: string): Promise<BookingMail[]> {
  const rows = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      recipient: notifications.recipient,
      recipientName: notifications.recipientName,
      state: notifications.state,
      attempts: notifications.attempts,
      lastError: notifications.lastError,
      createdAt: notifications.createdAt,
      finishedAt: notifications.finishedAt,
    })
    .from(notifications)
    .where(and(eq(notifications.workspaceId, workspaceId), eq(notifications.bookingId, bookingId)))
    .orderBy(
      desc(sql`${notifications.state} = 'queued'`),
      desc(sql`coalesce(${notifications.finishedAt}, ${notifications.createdAt})`),
      notifications.kind,
      notifications.id,
    );
  return rows.flatMap(({ kind, createdAt, finishedAt, ...row }) =>
    isBookingKind(kind)
      ? [{ ...row, kind, createdAt: createdAt.getTime(), finishedAt: finishedAt?.getTime() ?? null }]
      : [],
  );
}
