import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { users } from "~db/schema";

/** Whom to ask for another link. */
export async function linkOwnerName(ownerId: string): Promise<string | null> {
  const [owner] = await db.select({ name: users.name }).from(users).where(eq(users.id, ownerId));
  return owner?.name ?? null;
}
