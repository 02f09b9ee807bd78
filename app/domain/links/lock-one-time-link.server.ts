import { and, eq } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { bookings, oneTimeLinks } from "~db/schema";
import type { Member } from "../event-types/event-type-rights";
import { isUuid } from "../fields";
import type { OneTimeLink } from "./link";
import { mayChangeLink } from "./link-rights";
import { toOneTimeLink } from "./one-time-row.server";

type Which = { workspaceId: string; member: Member; id: string | undefined };

/** For deeds: the link, if it is this member's to change, as it is until their transaction ends. Nobody books it meanwhile. */
export async function lockOneTimeLink(
  tx: Transaction,
  { workspaceId, member, id }: Which,
): Promise<OneTimeLink | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.select().from(oneTimeLinks).where(isIt(workspaceId, id)).for("update");
  if (!row || !mayChangeLink(member, row)) return null;
  // Asked after the lock is had: what was booked while it was waited for is seen.
  const [booking] = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.workspaceId, workspaceId), eq(bookings.oneTimeLinkId, row.id)));
  return toOneTimeLink(row, booking?.id ?? null);
}

export function isIt(workspaceId: string, id: string) {
  return and(eq(oneTimeLinks.workspaceId, workspaceId), eq(oneTimeLinks.id, id));
}
