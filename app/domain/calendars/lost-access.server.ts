import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { calendarAccounts, users, workspaces } from "~db/schema";
import { record } from "../audit/audit.server";
import type { BrokenConnectionPayload } from "../notifications/notification";
import { notify } from "../notifications/notify.server";
import type { AccountKey } from "./access.server";

type Lost = Pick<typeof calendarAccounts.$inferSelect, "userId" | "provider" | "email">;

/** Notes that an account no longer lets us in, and what its provider said. The host is told once, however many notice it. */
export async function noteLost(tx: Transaction, key: AccountKey, said: string, now: number) {
  const { workspaceId, accountId } = key;
  const { id, userId, provider, email, needsReconnectSince, disconnectedAt } = calendarAccounts;
  const [lost] = await tx
    .update(calendarAccounts)
    .set({ needsReconnectSince: new Date(now), reconnectReason: said, updatedAt: new Date(now) })
    .where(
      and(
        eq(calendarAccounts.workspaceId, workspaceId),
        eq(id, accountId),
        isNull(needsReconnectSince),
        isNull(disconnectedAt),
      ),
    )
    .returning({ userId, provider, email });
  if (!lost) return;
  await record(tx, {
    workspaceId,
    actor: { kind: "system" },
    action: "calendar_account.lost",
    subjectId: accountId,
    details: { provider: lost.provider, said },
  });
  await tellHost(tx, key, lost, now);
}

async function tellHost(tx: Transaction, { workspaceId, accountId }: AccountKey, lost: Lost, now: number) {
  const [host] = await tx
    .select({ name: users.name, email: users.email, timezone: users.timezone, workspaceName: workspaces.name })
    .from(users)
    .innerJoin(workspaces, eq(workspaces.id, workspaceId))
    .where(eq(users.id, lost.userId));
  const payload: BrokenConnectionPayload = {
    workspaceName: host!.workspaceName,
    provider: lost.provider,
    calendar: lost.email,
    since: now,
    timezone: host!.timezone,
  };
  await notify(tx, [
    {
      kind: "broken_connection",
      recipient: host!.email,
      recipientName: host!.name,
      workspaceId,
      bookingId: null,
      payload,
      dedupeKey: `broken_connection/${accountId}/${now}`,
    },
  ]);
}
