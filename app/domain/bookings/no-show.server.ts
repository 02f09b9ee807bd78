import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { db } from "~db/client";
import { bookingAttendees } from "~db/schema";
import { mayMarkNoShow, type Actor, type Attendee, type Booking } from "./booking";
import { findBooking } from "./bookings.server";
import type { ChangeResult } from "./cancel.server";
import { lockBooking } from "./change-status.server";
import { announceNoShows } from "../webhooks/announce.server";
import { recordMove } from "./record-move.server";

type Mark = {
  booking: Pick<Booking, "workspaceId" | "id">;
  /** Of those who did not come. Everybody else but the hosts did. */
  attendeeIds: string[];
  actor: Actor;
  now: number;
};

/** Notes who did not come, which can be taken back. Saying the same twice changes nothing. */
export async function markNoShows({ booking: wanted, attendeeIds, actor, now }: Mark): Promise<ChangeResult> {
  return db.transaction(async (tx) => {
    const booking = await lockBooking(tx, wanted);
    if (!mayMarkNoShow(booking, now)) return { ok: false, reason: "not_changeable", booking };
    const outsiders = booking.attendees.filter((attendee) => attendee.kind !== "host");
    const absent = outsiders.filter(({ id }) => attendeeIds.includes(id)).map(({ id }) => id);
    const changed = outsiders.filter(({ id, isNoShow }) => isNoShow !== absent.includes(id));
    if (changed.length === 0) return { ok: true, booking };
    const { workspaceId, id } = booking;
    const isAbsent = absent.length > 0 ? inArray(bookingAttendees.id, absent) : sql`false`;
    await tx
      .update(bookingAttendees)
      .set({ isNoShow: sql`${isAbsent}` })
      .where(
        and(
          eq(bookingAttendees.workspaceId, workspaceId),
          eq(bookingAttendees.bookingId, id),
          ne(bookingAttendees.kind, "host"),
        ),
      );
    const withdrawn = changed.filter(({ isNoShow }) => isNoShow);
    const noted = changed.filter(({ isNoShow }) => !isNoShow);
    const move = { booking, actor, now };
    if (withdrawn.length > 0) await recordMove(tx, { ...move, move: "no_show_withdrawn", reason: namesOf(withdrawn) });
    if (noted.length > 0) await recordMove(tx, { ...move, move: "no_show", reason: namesOf(noted) });
    const marked = (await findBooking(workspaceId, id, tx))!;
    const isChanged = marked.attendees.filter((each) => changed.some((before) => before.id === each.id));
    await announceNoShows(tx, { booking: marked, changed: isChanged, now });
    return { ok: true, booking: marked };
  });
}

function namesOf(attendees: Attendee[]) {
  return attendees.map(({ name }) => name).join(", ");
}
