import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { addJob } from "~db/queue";
import { notifications } from "~db/schema";
import type { NewNotification } from "./notification";

/**
 * Writes the mails that a change asks for, and a job for each, in one statement: they exist if and only if the caller's
 * transaction commits. An item whose dedupe key is known already is left out.
 */
export async function notify(tx: Transaction, items: NewNotification[]): Promise<void> {
  if (items.length === 0) return;
  const written = tx
    .$with("written")
    .as(
      tx
        .insert(notifications)
        .values(items)
        .onConflictDoNothing({ target: notifications.dedupeKey })
        .returning({ id: notifications.id }),
    );
  await tx
    .with(written)
    .select({ job: addJob("send_notification", { notificationId: sql`${written.id}` }) })
    .from(written);
}
