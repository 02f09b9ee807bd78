import type { Booking } from "./booking";

/** How long before the start everybody outside is reminded, the longest first. */
export const reminderHours = [24, 1] as const;
export type ReminderHours = (typeof reminderHours)[number];

export type Reminder = { hours: ReminderHours; at: number };

/** The next reminder of a confirmed meeting after a moment; null where none is left. What has passed is not made up for. */
export function nextReminder(booking: Pick<Booking, "status" | "start">, now: number): Reminder | null {
  return remindersAhead(booking, now)[0] ?? null;
}

/** Every reminder of a confirmed meeting that is still to come, in order. */
export function remindersAhead({ status, start }: Pick<Booking, "status" | "start">, now: number): Reminder[] {
  return status === "confirmed" ? remindersOf(start).filter(({ at }) => at > now) : [];
}

/**
 * The reminder that is due: the latest whose moment has come, as long as the meeting has not begun. One from before the
 * moment for which this was planned has passed: the meeting was moved nearer since.
 */
export function dueReminder(
  { status, start }: Pick<Booking, "status" | "start">,
  now: number,
  planned = 0,
): Reminder | null {
  if (status !== "confirmed" || now >= start) return null;
  return remindersOf(start).findLast(({ at }) => at <= now && at >= planned) ?? null;
}

function remindersOf(start: number): Reminder[] {
  return reminderHours.map((hours) => ({ hours, at: start - hours * 60 * 60 * 1000 }));
}
