import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "~db/client";
import { calendarAccounts } from "~db/schema";
import { isSealedByOldKey, seal, unseal } from "../secrets.server";
import { boundTo } from "./access.server";

type Row = typeof calendarAccounts.$inferSelect;

/** How many tokens are sealed anew, how many were good as they were, and how many nobody can open any more. */
export type Resealed = { sealed: number; current: number; lost: number };

const columns = { accessToken: "access_token", refreshToken: "refresh_token" } as const;

/** Seals every token by the key that writes now, each account in a transaction of its own, beside the running product. */
export async function resealTokens(): Promise<Resealed> {
  const counts: Resealed = { sealed: 0, current: 0, lost: 0 };
  for (let last = ""; ;) {
    const [next] = await db
      .select({ id: calendarAccounts.id, workspaceId: calendarAccounts.workspaceId })
      .from(calendarAccounts)
      .where(last ? gt(calendarAccounts.id, last) : undefined)
      .orderBy(asc(calendarAccounts.id))
      .limit(1);
    if (!next) return counts;
    await resealAccount(next, counts);
    last = next.id;
  }
}

async function resealAccount({ workspaceId, id }: Pick<Row, "workspaceId" | "id">, counts: Resealed) {
  const isIt = and(eq(calendarAccounts.workspaceId, workspaceId), eq(calendarAccounts.id, id));
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(calendarAccounts).where(isIt).for("update");
    if (!row) return;
    const changes: Partial<Row> = {};
    for (const name of ["accessToken", "refreshToken"] as const) {
      const token = row[name];
      if (token === null) continue;
      const place = boundTo(row, columns[name]);
      const opened = isSealedByOldKey(token) ? tryOpen(token, place) : undefined;
      if (opened === undefined) counts.current++;
      else if (opened === null) counts.lost++;
      else {
        changes[name] = seal(opened, place);
        counts.sealed++;
      }
    }
    if (Object.keys(changes).length > 0) await tx.update(calendarAccounts).set(changes).where(isIt);
  });
}

function tryOpen(token: string, place: string) {
  try {
    return unseal(token, place);
  } catch {
    return null;
  }
}
