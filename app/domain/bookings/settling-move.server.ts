import type { Booking, BookingStatus } from "./booking";
import { listHistory } from "./bookings.server";

type Move = Awaited<ReturnType<typeof listHistory>>[number];

/** The moves after which a booking stands so. Of a request nothing is settled. */
const settling: Record<BookingStatus, readonly Move["move"][]> = {
  pending: [],
  confirmed: ["confirmed", "booked", "rescheduled"],
  cancelled: ["cancelled", "declined", "expired"],
  completed: ["completed"],
};

/** The move that made a booking what it is, with who made it. */
export async function findSettlingMove({
  workspaceId,
  id,
  status,
}: Pick<Booking, "workspaceId" | "id" | "status">): Promise<Move | null> {
  const moves = await listHistory(workspaceId, id);
  return moves.find(({ move }) => settling[status].includes(move)) ?? null;
}
