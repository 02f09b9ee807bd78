import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingLinkDrafts, bookingLinks } from "~db/schema";
import { retried } from "~db/retried";
import { lockHost } from "../availability/save-schedule.server";
import type { Member } from "../event-types/event-type-rights";
import { findEventType } from "../event-types/event-types.server";
import { isUuid } from "../fields";
import { leaveEventType } from "./link-event-type.server";
import { linkIs, lockLink, note, unlessRefused, type Refusal } from "./link-rows.server";

type Delete = { workspaceId: string; member: Member; id: string | undefined; now: number };

/** Takes a link away for good: its address is unknown from now on. What was booked through it stays. */
export async function deleteLink({ workspaceId, member, id, now }: Delete): Promise<{ ok: true } | Refusal> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  return retried(() => unlessRefused(db.transaction((tx) => remove(tx, { workspaceId, member, id, now }))));
}

async function remove(tx: Transaction, { workspaceId, member, id, now }: Delete & { id: string }) {
  await lockHost(tx, { workspaceId, userId: member.userId });
  const link = await lockLink(tx, workspaceId, id, member);
  await tx
    .update(bookingLinks)
    .set({ archivedAt: new Date(now), isActive: false })
    .where(linkIs(workspaceId, id));
  await tx
    .delete(bookingLinkDrafts)
    .where(and(eq(bookingLinkDrafts.workspaceId, workspaceId), eq(bookingLinkDrafts.linkId, id)));
  const left = (await findEventType(workspaceId, link.eventTypeId, tx))!;
  await leaveEventType(tx, { workspaceId, member, now }, { left, linkId: id, title: link.title });
  await note(tx, "link.deleted", { workspaceId, member, id, details: { title: link.title } });
  return { ok: true } as const;
}
