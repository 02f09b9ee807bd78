import { randomUUID } from "node:crypto";
import { DAY_MS } from "../availability/calendar-days";
import { loadHosts } from "../availability/open-slots.server";
import { scheduleHours } from "../availability/schedule";
import { teamSlots } from "../availability/slots";
import type { ScheduleHours } from "../availability/working-hours";
import { emptyEventType, type EventType } from "../event-types/event-type";
import { EventTypeInput } from "../event-types/event-type-input";
import { mergeSettings, settingsOf } from "../event-types/settings";
import type { FoundBase } from "./draft-base.server";
import { changesRules, patchOf, type LinkChange } from "./link-rules";

type Owner = { id: string; name: string; timezone: string };

/** The event type that a draft comes to, and the hours that no schedule has yet. */
export type DraftOffer = { eventType: EventType; hours: ScheduleHours | null; isOwn: boolean };

export function draftOffer(change: LinkChange, base: FoundBase, workspaceId: string, owner: Owner): DraftOffer {
  const from = base.eventType;
  const rules = patchOf(change.rules, from);
  const { hours } = change;
  const scheduleId = hours?.kind === "schedule" ? hours.id : hours?.kind === "default" ? null : from?.scheduleId;
  const isOwn = !from || from.isLinkOnly || changesRules(from, { ...rules, schedule_id: scheduleId ?? null });
  const ownHours = hours?.kind === "own" && !isPresent(hours, base) ? hours : null;
  const eventType = from
    ? { ...from, ...mergeSettings(settingsOf(from), rules) }
    : newEventType(change, rules, workspaceId, owner);
  return {
    // Of what is not there yet nothing was booked.
    eventType: {
      ...eventType,
      scheduleId: scheduleId ?? null,
      id: isOwn && !from?.isLinkOnly ? randomUUID() : eventType.id,
    },
    hours: ownHours && scheduleHours({ ...ownHours, overrides: base.dates }),
    isOwn: isOwn || ownHours !== null,
  };
}

/** Whether the hours are its own already. */
function isPresent({ timezone, weekly }: Hours, base: FoundBase) {
  return base.hours === "own" && timezone === base.timezone && JSON.stringify(weekly) === JSON.stringify(base.weekly);
}

type Hours = { timezone: string; weekly: number[][] };

const few = 6;

/** The next free times of the usual length, by the slot function, before anything of the draft is saved. */
export async function nextStarts({ eventType, hours }: DraftOffer, now: number): Promise<number[]> {
  const end = now + (eventType.bookingWindowDays + 2) * DAY_MS;
  for (const days of [14, 60, Infinity]) {
    const range = { from: now, to: Math.min(now + days * DAY_MS, end) };
    const question = { eventType, durationMinutes: eventType.durationMinutes, range, now };
    const { rules, mode, hosts } = await loadHosts(question);
    const asked = hours ? hosts.map((host) => ({ ...host, schedule: hours })) : hosts;
    const starts = teamSlots(rules, asked, mode, now, range);
    if (starts.length >= few || range.to === end) return starts.slice(0, few);
  }
  return [];
}

function newEventType(
  change: LinkChange,
  rules: ReturnType<typeof patchOf>,
  workspaceId: string,
  owner: Owner,
): EventType {
  const title = change.title ?? "";
  const usual = EventTypeInput.parse({ name: "-", duration_minutes: 30 });
  const now = new Date();
  return {
    ...emptyEventType,
    ...mergeSettings({}, { ...usual, ...rules, name: title }),
    ...{ workspaceId, id: "", number: 0, ownerId: owner.id, slug: "", isLinkOnly: true },
    ...{ archivedAt: null, createdAt: now, updatedAt: now },
    members: [{ userId: owner.id, name: owner.name, timezone: owner.timezone, weight: 1, priority: 0 }],
  };
}
