import { hash } from "@node-rs/argon2";
import { sql } from "drizzle-orm";
import { db } from "../client";
import { users } from "../schema";
import { insertBookings } from "./insert-bookings";
import { insertEventTypes } from "./event-types";
import { insertHours } from "./hours";
import { insertLinks } from "./links";
import { insertOneTimeLinks } from "./one-time-links";
import { insertPeople } from "./people";
import { insertSessions } from "./sessions";
import { insertTemplate } from "./templates";
import { insertViews } from "./views";

const demoLock = 4_172_027;

/** A small firm with three hosts, a client, six event types and some bookings around `now`. Does nothing where users exist. */
export async function seedDemo({ password, now }: { password: string; now: number }): Promise<void> {
  const passwordHash = await hash(password);
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${demoLock})`);
    if ((await tx.select({ id: users.id }).from(users).limit(1)).length > 0) return;
    const firm = await insertPeople(tx, passwordHash, now);
    const together = await insertHours(tx, firm, now);
    const template = await insertTemplate(tx, firm);
    const eventTypeIds = await insertEventTypes(tx, firm, { together, templateId: template.id }, now);
    await insertBookings(tx, firm, { eventTypeIds, template }, now);
    await insertSessions(tx, firm, passwordHash, now);
    await insertLinks(tx, firm, eventTypeIds, now);
    await insertOneTimeLinks(tx, firm, eventTypeIds, now);
    await insertViews(tx, firm, now);
  });
}
