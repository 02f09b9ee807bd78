import { db } from "~db/client";
import { oneTimeLinks } from "~db/schema";
import { record } from "../audit/audit.server";
import type { Member } from "../event-types/event-type-rights";
import { isIt, lockOneTimeLink } from "./lock-one-time-link.server";

type Revocation = { workspaceId: string; member: Member; id: string | undefined; now: number };
export type Revoked = { ok: true } | { ok: false; reason: "not_found" | "booked" };

/**
 * Takes a link back; a second time changes nothing. Whoever books through it holds its row meanwhile, so that it is either
 * booked or taken back.
 */
export async function revokeOneTimeLink({ workspaceId, member, id, now }: Revocation): Promise<Revoked> {
  return db.transaction(async (tx) => {
    const link = await lockOneTimeLink(tx, { workspaceId, member, id });
    if (!link) return { ok: false, reason: "not_found" };
    if (link.bookingId !== null) return { ok: false, reason: "booked" };
    if (link.revokedAt !== null) return { ok: true };
    await tx
      .update(oneTimeLinks)
      .set({ revokedAt: new Date(now) })
      .where(isIt(workspaceId, link.id));
    const actor = { kind: "user", userId: member.userId } as const;
    await record(tx, { workspaceId, actor, action: "one_time_link.revoked", subjectId: link.id });
    return { ok: true };
  });
}
