import { z } from "zod";
import { isUuid, uuidField } from "../fields";
import { may, type Role } from "../workspaces/roles";
import { reasonField } from "./booking";

/** A host has no more in one day: they do not overlap, and the shortest takes five minutes. */
export const mostAtOnce = 300;

/** Many bookings cancelled with one message, and how far it has come. */
export type BulkCancellation = {
  workspaceId: string;
  id: string;
  actorId: string;
  reason: string;
  bookingIds: string[];
  /** How many of them have been seen to, in their order, and how many of those could not be cancelled any more. */
  done: number;
  refused: number;
  isFinished: boolean;
};

export const BulkCancellationInput = z.object({
  /** The form's own: submitting it twice starts one. */
  submission_key: uuidField.toLowerCase(),
  bookings: z
    .array(z.string())
    .transform((ids) => [...new Set(ids.filter(isUuid).map((id) => id.toLowerCase()))])
    .refine((ids) => ids.length > 0, "Tick the meetings that are to be cancelled.")
    .refine((ids) => ids.length <= mostAtOnce, `Those are too many at once: ${mostAtOnce} at most.`),
  reason: reasonField.default(""),
});

export function maySeeBulkCancellation({ actorId }: BulkCancellation, userId: string, role: Role) {
  return actorId === userId || may(role, "bookings.change-any");
}
