import { db } from "~db/client";
import { bookingLinks } from "~db/schema";
import type { Member } from "../event-types/event-type-rights";
import { isUuid } from "../fields";
import { linkIs, lockLink, note } from "./link-rows.server";
import { saved, type Saved } from "./save-link.server";

type Toggle = {
  workspaceId: string;
  member: Member;
  id: string | undefined;
  /** Left out: the other way round than it is. */
  isActive?: boolean;
  now: number;
};

/** Switches a link on or off. Whoever books through it at this moment still can, or finds it off. */
export async function toggleLink({ workspaceId, member, id, isActive, now }: Toggle): Promise<Saved> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  const toggle = () =>
    db.transaction(async (tx) => {
      const link = await lockLink(tx, workspaceId, id, member);
      const wanted = isActive ?? !link.isActive;
      if (wanted === link.isActive) return id;
      const changes = { isActive: wanted, updatedAt: new Date(now) };
      await tx.update(bookingLinks).set(changes).where(linkIs(workspaceId, id));
      await note(tx, "link.toggled", { workspaceId, member, id, details: { title: link.title, is_active: wanted } });
      return id;
    });
  return saved({ workspaceId, member }, toggle);
}
