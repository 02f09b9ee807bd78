import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import type { Booking } from "../bookings/booking";
import { BookingPayload, isBookingKind, isStillTrue, type BookingKind } from "./notification";

/** A mail about a booking, as its host's page tells of it. Instants are epoch milliseconds. */
export type BookingMail = {
  id: string;
  kind: BookingKind;
  recipient: string;
  recipientName: string;
  state: "queued" | "sending" | "kept" | "sent" | "bounced" | "failed" | "skipped";
  /** How often it was sent again, and how often it has been tried since. */
  round: number;
  attempts: number;
  lastError: string | null;
  /** What the mail service said when it took it, or later, and its own name for it. */
  answer: string | null;
  providerId: string | null;
  createdAt: number;
  /** When it is due: from the beginning, or since somebody had it sent again. */
  dueAt: number;
  nextTryAt: number | null;
  finishedAt: number | null;
  /** A later change made it untrue. */
  isOvertaken: boolean;
};

/** Every mail that left for a booking, or is about to: those still to come, then the newest first. */
export async function listNotifications(booking: Booking, now: number): Promise<BookingMail[]> {
  const rows = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      recipient: notifications.recipient,
      recipientName: notifications.recipientName,
      state: notifications.state,
      round: notifications.round,
      attempts: notifications.attempts,
      lastError: notifications.lastError,
      answer: notifications.answer,
      providerId: notifications.providerId,
      createdAt: notifications.createdAt,
      nextTryAt: notifications.nextTryAt,
      finishedAt: notifications.finishedAt,
      payload: notifications.payload,
    })
    .from(notifications)
    .where(and(eq(notifications.workspaceId, booking.workspaceId), eq(notifications.bookingId, booking.id)))
    .orderBy(
      desc(sql`${notifications.state} in ('queued', 'sending')`),
      desc(sql`coalesce(${notifications.finishedAt}, ${notifications.createdAt})`),
      notifications.kind,
      notifications.id,
    );
  return rows.flatMap(({ kind, payload, createdAt, nextTryAt, finishedAt, ...row }) =>
    isBookingKind(kind)
      ? [
          {
            ...row,
            kind,
            createdAt: createdAt.getTime(),
            dueAt: (nextTryAt ?? createdAt).getTime(),
            nextTryAt: nextTryAt?.getTime() ?? null,
            finishedAt: finishedAt?.getTime() ?? null,
            isOvertaken: !isStillTrue({ ...row, kind, payload: BookingPayload.parse(payload) }, booking, now),
          },
        ]
      : [],
  );
}
