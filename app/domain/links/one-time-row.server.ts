import type { oneTimeLinks } from "~db/schema";
import { parseInstant } from "../time";
import type { OneTimeLink } from "./link";

/** A row as the domain speaks of it. `bookingId`: of the meeting that points at it. */
export function toOneTimeLink(row: typeof oneTimeLinks.$inferSelect, bookingId: string | null): OneTimeLink {
  const { tokenHash: _, updatedAt: __, expiresAt, slots, revokedAt, createdAt, ...rest } = row;
  return {
    ...rest,
    bookingId,
    expiresAt: expiresAt?.getTime() ?? null,
    slots: slots && slots.map(({ start, end }) => ({ start: parseInstant(start)!, end: parseInstant(end)! })),
    revokedAt: revokedAt?.getTime() ?? null,
    createdAt: createdAt.getTime(),
  };
}
