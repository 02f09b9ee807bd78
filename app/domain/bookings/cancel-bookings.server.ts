import type { Actor } from "./booking";
import type { BulkCancellation } from "./bulk-cancellation";
import { countOne, findBulkCancellation } from "./bulk-cancellations.server";
import { cancel } from "./cancel.server";
import { decline } from "./respond.server";

type About = { workspaceId: string; cancellationId: string };

/**
 * Cancels one booking after the other, each in its own transaction, and counts it. A run that was broken off is taken up
 * at the one that was not counted: if it is cancelled already, nobody is told a second time.
 */
export async function cancelBookings({ workspaceId, cancellationId }: About, now: number) {
  for (;;) {
    const bulk = await findBulkCancellation(workspaceId, cancellationId);
    const next = bulk?.bookingIds[bulk.done];
    if (!bulk || !next) return;
    await countOne(bulk, { isOff: await callOff(bulk, next, now), now });
  }
}

/** Whether it is off now. A request is declined; one that was confirmed a moment before is cancelled as the others are. */
async function callOff({ workspaceId, actorId, reason }: BulkCancellation, id: string, now: number) {
  const actor: Actor = { kind: "user", userId: actorId };
  const deed = { booking: { workspaceId, id }, reason, actor, now };
  return (await decline(deed)).ok || (await cancel(deed)).ok;
}
