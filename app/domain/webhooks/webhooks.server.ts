import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { db } from "~db/client";
import { bookingWebhooks, users } from "~db/schema";
import { isUuid } from "../fields";
import type { Webhook } from "./webhook";
import { hearsEverything, hearsOwn, toWebhook } from "./webhook-row.server";

/** `workspaceId`: only those of this workspace. */
type Wish = { userId: string; workspaceId?: string };

/**
 * The subscriptions that a person may see and change, newest first: in the workspaces that they own or administer all,
 * in the others their own.
 */
export async function listWebhooks({ limit, offset, ...wish }: Wish & { limit: number; offset: number }) {
  const rows = await read(seenBy(wish)).orderBy(desc(bookingWebhooks.number)).limit(limit).offset(offset);
  return rows.map(toWebhook);
}

export async function countWebhooks(wish: Wish): Promise<number> {
  return db.$count(bookingWebhooks, seenBy(wish));
}

/** By its id or its number; null where there is none that this person may see. */
export async function findWebhook(userId: string, key: string | number | undefined): Promise<Webhook | null> {
  const isIt = isKeyed(key, bookingWebhooks);
  if (!isIt) return null;
  const [row] = await read(and(seenBy({ userId }), isIt)).limit(1);
  return row ? toWebhook(row) : null;
}

type Keyed = { id: AnyPgColumn; number: AnyPgColumn };

/** By id or by number, whichever the key is; null for what is neither. */
export function isKeyed(key: string | number | undefined, { id, number }: Keyed) {
  if (typeof key === "number" || /^\d{1,15}$/.test(key ?? "")) {
    return Number.isSafeInteger(Number(key)) ? eq(number, Number(key)) : null;
  }
  return isUuid(key) ? eq(id, key.toLowerCase()) : null;
}

function read(where: ReturnType<typeof and>) {
  return db
    .select({ ...getTableColumns(bookingWebhooks), ownerNumber: users.number })
    .from(bookingWebhooks)
    .innerJoin(users, eq(users.id, bookingWebhooks.ownerId))
    .where(where)
    .$dynamic();
}

function seenBy({ userId, workspaceId }: Wish) {
  const isTheirs = sql`exists (
    select 1 from workspace_members member
    where member.workspace_id = ${bookingWebhooks.workspaceId} and member.user_id = ${userId}
      and (${hearsEverything} or ${hearsOwn} and ${bookingWebhooks.ownerId} = member.user_id)
  )`;
  return and(workspaceId ? eq(bookingWebhooks.workspaceId, workspaceId) : undefined, isTheirs);
}
