import { sortedUnique, type EventType } from "../event-types/event-type";
import type { EventTypePatch } from "../event-types/event-type-input";
import { mergeSettings, settingsOf } from "../event-types/settings";

/** Rules of the event type behind a link; what is left out stays as it is. */
export type LinkRules = Omit<EventTypePatch, "duration_minutes" | "duration_options" | "schedule_id"> & {
  /** Every length on offer. */
  durations?: number[];
};

/** When it can be booked: in the hosts' default hours, in those of a schedule, or in hours of its own. */
export type HoursWish =
  { kind: "default" } | { kind: "schedule"; id: string } | { kind: "own"; timezone: string; weekly: number[][] };

export type LinkChange = {
  title?: string;
  isActive?: boolean;
  /** The event type that it is an address for; null: one of its own. */
  follows?: string | null;
  rules: LinkRules;
  hours?: HoursWish;
};

/** The rules as an event type takes them. The usual length stays the usual one as long as it is on offer. */
export function patchOf(
  { durations, ...rules }: LinkRules,
  base: Pick<EventType, "durationMinutes"> | null,
): EventTypePatch {
  if (!durations) return rules;
  const lengths = sortedUnique(durations);
  const usual = base && lengths.includes(base.durationMinutes) ? base.durationMinutes : lengths[0]!;
  return { ...rules, duration_minutes: usual, duration_options: lengths.length > 1 ? lengths : [] };
}

/** Whether an event type would be another one with these rules. */
export function changesRules(base: EventType, patch: EventTypePatch): boolean {
  const before = settingsOf(base);
  return JSON.stringify(mergeSettings(before, patch)) !== JSON.stringify(mergeSettings(before, {}));
}

/** What the schedule of a link's own hours is called. */
export function hoursName(title: string): string {
  const short = title.slice(0, 85).replace(/[\ud800-\udbff]$/, "");
  return `Hours of “${short.trimEnd()}”`;
}

/** Whether a schedule was made for the link, and not called otherwise since. */
export function isNamedAfter(title: string, { name, isDefault }: { name: string; isDefault: boolean }): boolean {
  return !isDefault && name === hoursName(title);
}
