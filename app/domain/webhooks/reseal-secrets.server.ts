import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { bookingWebhooks } from "~db/schema";
import { reseal, type Resealed } from "../secrets.server";
import { boundTo } from "./webhook-row.server";

/** Seals every subscription's secrets by the key that writes now, each in a transaction of its own. */
export async function resealWebhookSecrets(): Promise<Resealed> {
  const counts: Resealed = { sealed: 0, current: 0, lost: 0 };
  const all = await db.select({ id: bookingWebhooks.id }).from(bookingWebhooks);
  for (const { id } of all) {
    await db.transaction(async (tx) => {
      const isIt = eq(bookingWebhooks.id, id);
      const [row] = await tx.select().from(bookingWebhooks).where(isIt).for("no key update");
      if (!row) return;
      const secret = reseal(row.secret, boundTo(row, "secret"), counts);
      const formerSecret = reseal(row.formerSecret, boundTo(row, "former_secret"), counts);
      const changes = { ...(secret !== null && { secret }), ...(formerSecret !== null && { formerSecret }) };
      if (Object.keys(changes).length > 0) await tx.update(bookingWebhooks).set(changes).where(isIt);
    });
  }
  return counts;
}
