import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "~db/client";
import { calendarAccounts } from "~db/schema";
import { reseal, type Resealed } from "../secrets.server";
import { boundTo } from "./access.server";

type Row = typeof calendarAccounts.$inferSelect;

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
      const token = reseal(row[name], boundTo(row, columns[name]), counts);
      if (token !== null) changes[name] = token;
    }
    if (Object.keys(changes).length > 0) await tx.update(calendarAccounts).set(changes).where(isIt);
  });
}
