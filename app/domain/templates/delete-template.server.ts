import { and, eq } from "drizzle-orm";
import { db } from "~db/client";
import { retried } from "~db/retried";
import { bookingEventTypes, bookingTemplates } from "~db/schema";
import { isUuid } from "../fields";
import { note, rowIs, type Closed, type Member } from "./rows.server";
import { mayChange } from "./template";
import { lockTemplate } from "./templates.server";

type Given = { workspaceId: string; id: string | undefined; member: Member; now: number };
type Deleted = { ok: true } | Closed;

/** Takes a template away: nothing asks its questions any more. What was answered stays with its bookings. */
export async function deleteTemplate({ workspaceId, id, member, now }: Given): Promise<Deleted> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  const at = new Date(now);
  return retried(() =>
    db.transaction(async (tx) => {
      // Whatever takes it for its form meanwhile needs its row, and finds that it is gone.
      const found = await lockTemplate(tx, workspaceId, id);
      if (!found) return { ok: false, reason: "not_found" };
      if (!mayChange(member, found)) return { ok: false, reason: "not_allowed" };
      const { workspaceId: inWorkspace, templateId, id: eventTypeId } = bookingEventTypes;
      const freed = await tx
        .update(bookingEventTypes)
        .set({ templateId: null, updatedAt: at })
        .where(and(eq(inWorkspace, workspaceId), eq(templateId, found.id)))
        .returning({ id: eventTypeId });
      await tx.update(bookingTemplates).set({ archivedAt: at, updatedAt: at }).where(rowIs(workspaceId, found.id));
      const details = { name: found.name, event_types: freed.map((each) => each.id) };
      await note(tx, "template.deleted", { workspaceId, member, id: found.id, details });
      return { ok: true };
    }),
  );
}
