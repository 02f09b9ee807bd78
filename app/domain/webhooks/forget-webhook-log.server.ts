import { lt } from "drizzle-orm";
import { db } from "~db/client";
import { bookingEvents, bookingWebhookDeliveries } from "~db/schema";
import { keptFor } from "./tries";

/** Deletes events and deliveries, with their tries, 30 days after they were made: nothing waits for that long. */
export async function forgetWebhookLog(now: number): Promise<void> {
  const before = new Date(now - keptFor);
  await db.delete(bookingWebhookDeliveries).where(lt(bookingWebhookDeliveries.createdAt, before));
  await db.delete(bookingEvents).where(lt(bookingEvents.createdAt, before));
}
