import { and, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import type { Booking } from "../bookings/booking";
import { findBooking } from "../bookings/bookings.server";
import {
  BookingPayload,
  isBookingKind,
  isStillTrue,
  type PlainKind,
  type BookingKind,
  type Mail,
} from "./notification";

/** What a mail is about, read afresh. */
export type Subject =
  | { kind: BookingKind; recipient: string; recipientName: string; payload: BookingPayload; booking: Booking }
  | { kind: PlainKind; recipient: string; recipientName: string; payload: Record<string, unknown> };

/** The mail to write now, or null: it is written already, or no longer true, which is noted. */
export async function loadNotification(id: string, now: number): Promise<Subject | null> {
  const [row] = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.id, id), isQueued));
  if (!row) return null;
  const { recipient, recipientName } = row;
  if (!isBookingKind(row.kind))
    return { kind: row.kind as PlainKind, recipient, recipientName, payload: row.payload };

  const payload = BookingPayload.parse(row.payload);
  const booking = row.workspaceId && row.bookingId ? await findBooking(row.workspaceId, row.bookingId) : null;
  if (!booking || !isStillTrue(row.kind, payload.sequence, booking, now)) {
    await finish(id, now, { state: "skipped" });
    return null;
  }
  return { kind: row.kind, recipient, recipientName, payload, booking };
}

/** Keeps the mail in the local outbox. However often it is called, the first mail stays. */
export async function keepNotification(id: string, mail: Mail, now: number) {
  await finish(id, now, { state: "kept", ...mail });
}

/** Notes a try that failed; after the last one the mail is given up. */
export async function noteFailure(id: string, error: string, isLast: boolean) {
  await db
    .update(notifications)
    .set({
      attempts: sql`${notifications.attempts} + 1`,
      lastError: error.slice(0, 1000),
      state: isLast ? "failed" : "queued",
    })
    .where(and(eq(notifications.id, id), isQueued));
}

const isQueued = eq(notifications.state, "queued");

async function finish(id: string, now: number, result: { state: "kept" | "skipped" } & Partial<Mail>) {
  await db
    .update(notifications)
    .set({
      ...result,
      attempts: sql`${notifications.attempts} + 1`,
      lastError: null,
      finishedAt: new Date(now),
      payload: sql`${notifications.payload} - 'token'`,
    })
    .where(and(eq(notifications.id, id), isQueued));
}
