import type { z } from "zod";
import { canBecome, type Actor, type Booking } from "./booking";
import { cancel } from "./cancel.server";
import type { ChangeBookingInput } from "./change-booking";
import { changeNotes } from "./change-notes.server";
import { complete } from "./finish.server";
import { reschedule, type RescheduleResult } from "./reschedule.server";
import { confirm, decline, type AnswerResult } from "./respond.server";
import { asksEach } from "./rsvps.server";

type Change = { booking: Booking; input: z.output<typeof ChangeBookingInput>; actor: Actor; now: number };

/** A host's change. The move comes first, and the notes only change when it was legal. */
export async function changeBooking({ booking, input, actor, now }: Change): Promise<RescheduleResult | AnswerResult> {
  const reason = input.reason ?? "";
  const moved =
    input.start_time !== undefined
      ? await reschedule({ booking, start: input.start_time, actor, reason, now })
      : input.status === undefined
        ? ({ ok: true, booking } as const)
        : await become(booking, { status: input.status, reason, actor, now });
  if (!moved.ok || input.notes === undefined) return moved;
  return { ok: true, booking: await changeNotes({ booking, notes: input.notes, actor, now }) };
}

type Become = { status: Booking["status"]; reason: string; actor: Actor; now: number };

/** Of all hands nobody can decline for the others: called off, it is so for all. */
async function become(booking: Booking, { status, reason, actor, now }: Become): Promise<AnswerResult> {
  if (status === "cancelled" && booking.status === "cancelled") return { ok: true, booking };
  if (!canBecome(booking.status, status)) return { ok: false, reason: "not_changeable", booking };
  if (status === "confirmed") return confirm({ booking, actor, now });
  if (status === "completed") return complete({ booking, actor, now });
  const isDeclined = booking.status === "pending" && !(await asksEach(booking));
  return isDeclined ? decline({ booking, reason, actor, now }) : cancel({ booking, reason, actor, now });
}
