import { and, eq, isNull, like } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import type { Transaction } from "~db/client";
import { bookingEventTypes } from "~db/schema";
import { freeSlug, reservedSlugs, withSuffix } from "./slug";

export async function unusedSlug(tx: Transaction, workspaceId: string, wish: string, attempt: number) {
  const { slug, workspaceId: inWorkspace, archivedAt } = bookingEventTypes;
  return nextSlug(wish, attempt, reservedSlugs, (pattern) =>
    tx
      .select({ slug })
      .from(bookingEventTypes)
      .where(and(eq(inWorkspace, workspaceId), isNull(archivedAt), like(slug, pattern))),
  );
}

/**
 * The wish, or the next of it that is neither reserved nor among those that `like` finds. Numbered while that helps: after
 * two lost races numbers would go on colliding, a random ending does not.
 */
export async function nextSlug(
  wish: string,
  attempt: number,
  reserved: ReadonlySet<string>,
  like: (pattern: string) => Promise<{ slug: string }[]>,
) {
  if (attempt > 2) return withSuffix(wish, randomBytes(3).toString("hex"));
  const similar = await like(`${wish.slice(0, 50)}%`);
  return freeSlug(wish, new Set([...reserved, ...similar.map((each) => each.slug)]));
}
