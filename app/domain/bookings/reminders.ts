import type { Booking } from "./booking";

/** How long before the start everybody outside is reminded, the longest first. */
export const reminderHours = [24, 1] as const;
export type ReminderHours = (typeof reminderHours)[number];

export type Reminder = { hours: ReminderHours; at: number };

/** The next reminder of a confirmed meeting after a moment; null where none is left. What has passed is not made up for. */
export function nextReminder({ status, start }: Pick<Booking, "status" | "start">, now: number): Reminder | null {
  if (status !== "confirmed") return null;
  return remindersOf(start).find(({ at }) => at > now) ?? null;
}

/** The reminder that is due: the latest whose moment has come, as long as the meeting has not begun. */
export function dueReminder({ status, start }: Pick<Booking, "status" | "start">, now: number): Reminder | null {
  if (status !== "confirmed" || now >= start) return null;
  return remindersOf(start).findLast(({ at }) => at <= now) ?? null;
}

function remindersOf(start: number): Reminder[] {
  return reminderHours.map((hours) => ({ hours, at: start - hours * 60 * 60 * 1000 }));
}
