import { inArray } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { users } from "~db/schema";
import { hostIdsOf, type Booking } from "./booking";

/** The zone of each of a booking's hosts, by their ids. */
export async function zonesOfHosts(booking: Pick<Booking, "attendees">, on: Transaction | typeof db = db) {
  const rows = await on
    .select({ id: users.id, timezone: users.timezone })
    .from(users)
    .where(inArray(users.id, hostIdsOf(booking)));
  return new Map(rows.map(({ id, timezone }) => [id, timezone]));
}
