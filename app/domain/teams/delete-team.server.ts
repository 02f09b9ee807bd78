import { db } from "~db/client";
import { teams } from "~db/schema";
import type { InUse, NotFound } from "./refusals.server";
import { note, rowIs } from "./rows.server";
import { lockTeam } from "./teams.server";

type Given = { workspaceId: string; userId: string; idOrSlug: string | undefined };
type Deleted = { ok: true } | NotFound | InUse;

/** Takes a team away. One that event types belong to stays: without it any other team could be booked for them. */
export async function deleteTeam({ workspaceId, userId, idOrSlug }: Given): Promise<Deleted> {
  return db.transaction(async (tx) => {
    // The lock keeps event types from taking it meanwhile: they need the row that they refer to.
    const team = await lockTeam(tx, workspaceId, idOrSlug);
    if (!team) return { ok: false, reason: "not_found" };
    const { id, name, slug, eventTypes } = team;
    if (eventTypes.length > 0) return { ok: false, reason: "in_use", eventTypes: eventTypes.map((each) => each.name) };
    await tx.delete(teams).where(rowIs(workspaceId, id));
    await note(tx, "team.deleted", { workspaceId, userId, id, details: { name, slug } });
    return { ok: true };
  });
}
