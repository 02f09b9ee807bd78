import { and, eq, isNull, like } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import type { Transaction } from "~db/client";
import { bookingEventTypes } from "~db/schema";
import { freeSlug, reservedSlugs, withSuffix } from "./slug";

/** Numbered while that helps. After two lost races numbers would go on colliding, a random ending does not. */
export async function unusedSlug(tx: Transaction, workspaceId: string, wish: string, attempt: number) {
  if (attempt > 2) return withSuffix(wish, randomBytes(3).toString("hex"));
  const { slug, workspaceId: inWorkspace, archivedAt } = bookingEventTypes;
  const similar = await tx
    .select({ slug })
    .from(bookingEventTypes)
    .where(and(eq(inWorkspace, workspaceId), isNull(archivedAt), like(slug, `${wish.slice(0, 50)}%`)));
  return freeSlug(wish, new Set([...reservedSlugs, ...similar.map((each) => each.slug)]));
}
