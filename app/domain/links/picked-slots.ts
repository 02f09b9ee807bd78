import type { PickedSlot } from "./link";

export function minutesOf({ start, end }: PickedSlot): number {
  return (end - start) / 60_000;
}

/** The lengths of hand-picked times that can be booked, in the order of the times. */
export function pickedDurations(slots: readonly PickedSlot[], offered: readonly number[]): number[] {
  return [...new Set(slots.map(minutesOf))].filter((minutes) => offered.includes(minutes));
}

/** The starts of those that are this long. */
export function pickedStarts(slots: readonly PickedSlot[], minutes: number): number[] {
  return slots.filter((slot) => minutesOf(slot) === minutes).map(({ start }) => start);
}
