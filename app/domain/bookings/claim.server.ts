import { sql } from "drizzle-orm";
import { refusedBy, type Transaction } from "~db/client";
import { retried } from "~db/retried";
import type { EventType } from "../event-types/event-type";
import type { Reason, SlotRules } from "../availability/slots";
import { heldSpan } from "../availability/slots";

/** Why a time can't be had. `claimed` also when a race for it was lost. */
export type SlotRefusal = { ok: false; reason: "slot_unavailable"; code: Reason };

/** Thrown inside a transaction to roll all of it back; `settle` turns it into the answer. */
export class SlotTaken extends Error {
  constructor(readonly code: Reason) {
    super(`slot unavailable: ${code}`);
  }
}

type Claim = { workspaceId: string; bookingId: string; hostIds: string[]; rules: SlotRules; start: number };

/** Takes the hosts' time. In the order of their ids, so that two bookings of the same hosts cannot wait for each other. */
export async function insertClaims(tx: Transaction, { workspaceId, bookingId, hostIds, rules, start }: Claim) {
  const [from, to] = heldSpan(rules, start).map((ms) => new Date(ms).toISOString());
  await tx.execute(sql`
    insert into claims (workspace_id, booking_id, host_id, during)
    select ${workspaceId}, ${bookingId}, host_id, tstzrange(${from!}, ${to!})
    from unnest(${sql.param([...hostIds].sort())}::uuid[]) as host_id`);
}

/**
 * Limits and round robin count rows that another transaction may be adding. Where neither matters the claims' constraint
 * is enough.
 */
export function mustCount(eventType: EventType, hostCount: number) {
  return eventType.maxPerDay !== null || eventType.maxPerWeek !== null || hostCount > 1;
}

/**
 * From here on, bookings of this event type that must be counted wait for the end of this transaction. To be taken before
 * the event type is held: whoever waited has to see what has changed meanwhile.
 */
export async function lockForCounting(tx: Transaction, eventTypeId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${eventTypeId}, 0))`);
}

/** Runs a transaction that takes time; a lost race becomes a refusal, a deadlock another try. */
export async function settle<Done>(run: () => Promise<Done>): Promise<Done | SlotRefusal> {
  try {
    return await retried(run);
  } catch (error) {
    if (error instanceof SlotTaken) return { ok: false, reason: "slot_unavailable", code: error.code };
    if (refusedBy(error)?.constraint === "claims_no_overlap")
      return { ok: false, reason: "slot_unavailable", code: "claimed" };
    throw error;
  }
}
