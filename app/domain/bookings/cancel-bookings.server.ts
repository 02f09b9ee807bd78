import type { Actor } from "./booking";
import type { BulkCancellation } from "./bulk-cancellation";
import { countOne, findBulkCancellation } from "./bulk-cancellations.server";
import { cancel } from "./cancel.server";
import { decline } from "./respond.server";
import { asksEach } from "./rsvps.server";

type About = { workspaceId: string; cancellationId: string };

type Caller = Pick<BulkCancellation, "workspaceId" | "actorId" | "reason">;

type Failure = { bookingId: string; error: unknown };

/**
 * Cancels one booking after the other, each in its own transaction, and counts it. A run that was broken off is taken up
 * at the one that was not counted: if it is cancelled already, nobody is told a second time. One that cannot be cancelled
 * for an error keeps none of the others from it: it is counted as refused, and its error given back.
 */
export async function cancelBookings({ workspaceId, cancellationId }: About, now: number): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (;;) {
    const bulk = await findBulkCancellation(workspaceId, cancellationId);
    const next = bulk?.bookingIds[bulk.done];
    if (!bulk || !next) return failures;
    const isOff = await callOff(bulk, next, now).catch((error: unknown) => {
      failures.push({ bookingId: next, error });
      return false;
    });
    await countOne(bulk, { isOff, now });
  }
}

/**
 * Whether it is off now. A request is declined; one that was confirmed a moment before is cancelled as the others are, and
 * so is one of all hands, of whom each could only decline for themselves.
 */
export async function callOff({ workspaceId, actorId, reason }: Caller, id: string, now: number) {
  const actor: Actor = { kind: "user", userId: actorId };
  const deed = { booking: { workspaceId, id }, reason, actor, now };
  return (!(await asksEach(deed.booking)) && (await decline(deed)).ok) || (await cancel(deed)).ok;
}
