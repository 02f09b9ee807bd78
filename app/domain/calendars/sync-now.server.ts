import { sql } from "drizzle-orm";
import { db } from "~db/client";
import { findConnection } from "./connections.server";
import type { Owner } from "./hold-member.server";
import { readSoon } from "./wake.server";

type Asked = { ok: true } | { ok: false; reason: "not_found" | "needs_reconnect" | "sync_is_off" };

/** Has a host's own calendar read now, by a worker. */
export async function syncNow({ id, now, ...owner }: Owner & { id: string | undefined; now: number }): Promise<Asked> {
  const connection = await findConnection(owner, id);
  if (!connection) return { ok: false, reason: "not_found" };
  if (connection.account.needsReconnectSince !== null) return { ok: false, reason: "needs_reconnect" };
  if (!connection.syncEnabled) return { ok: false, reason: "sync_is_off" };
  const which = { workspaceId: owner.workspaceId, ids: sql`(${connection.id}::uuid)` };
  await db.transaction((tx) => readSoon(tx, which, now));
  return { ok: true };
}
