/** An address for an event type. Its rules are the event type's. */
export type Link = {
  workspaceId: string;
  id: string;
  ownerId: string;
  eventTypeId: string;
  title: string;
  token: string;
  isActive: boolean;
  archivedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

/** A hand-picked time. Instants are epoch milliseconds. */
export type PickedSlot = { start: number; end: number };

export const oneTimeStates = ["active", "booked", "expired", "revoked"] as const;
export type OneTimeState = (typeof oneTimeStates)[number];

/** A link for one person and one meeting. Instants are epoch milliseconds. */
export type OneTimeLink = {
  workspaceId: string;
  id: string;
  ownerId: string;
  eventTypeId: string;
  /** The evergreen link that it was made from, if any. */
  linkId: string | null;
  recipientEmail: string;
  recipientName: string;
  expiresAt: number | null;
  /** Null: all that are free. */
  slots: PickedSlot[] | null;
  revokedAt: number | null;
  /** The meeting that used it up. */
  bookingId: string | null;
  createdAt: number;
};

/** A meeting ends it for good, whatever became of that; then its owner's word, then its time. */
export function oneTimeState(
  { bookingId, revokedAt, expiresAt }: Pick<OneTimeLink, "bookingId" | "revokedAt" | "expiresAt">,
  now: number,
): OneTimeState {
  if (bookingId !== null) return "booked";
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : "active";
}

/** Why a link books nothing, besides that it is not known: its owner or its event type is off, or a one-time link is used up. */
export type LinkGone = "off" | Exclude<OneTimeState, "active">;

/** Through which link something is booked: the evergreen one itself, or a one-time one. */
export type Through = { kind: "evergreen" | "one_time"; id: string };
