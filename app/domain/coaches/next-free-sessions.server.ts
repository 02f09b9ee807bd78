import { DAY_MS } from "../availability/calendar-days";
import { readHosts } from "../availability/host-facts.server";
import { nextFree } from "../availability/next-free.server";
import { slotRules } from "../availability/open-slots.server";
import { neededSpan, teamSlots, type SlotRules } from "../availability/slots";
import type { EventType } from "../event-types/event-type";
import type { CoachProfile } from "./coach";
import { sessionEventTypesOf } from "./session-event-type.server";

/** The first free time of each coach, by their id, for a session of its usual length. Those who have none soon are left out. */
export async function nextFreeOf(coaches: CoachProfile[], now: number): Promise<Map<string, number>> {
  const eventTypes = await sessionEventTypesOf(coaches);
  const [alike, others] = parted(eventTypes);
  const found = await nextFreeTogether(alike, now);
  for (const eventType of others) {
    const { ownerId, durationMinutes } = eventType;
    const start = await nextFree({ eventType, durationMinutes, from: now, now });
    if (start !== null) found.set(ownerId, start);
  }
  return found;
}

/** Those whose facts can be read together: by default hours, and with nothing to count. */
function parted(eventTypes: EventType[]): [EventType[], EventType[]] {
  const isAlike = ({ scheduleId, maxPerDay, maxPerWeek }: EventType) =>
    scheduleId === null && maxPerDay === null && maxPerWeek === null;
  return [eventTypes.filter(isAlike), eventTypes.filter((each) => !isAlike(each))];
}

type Asked = { hostId: string; rules: SlotRules };

/** However many they are, by two questions: most are free within a week, and who is not within two months has none soon. */
async function nextFreeTogether(eventTypes: EventType[], now: number): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  let open: Asked[] = eventTypes.map((each) => ({
    hostId: each.ownerId,
    rules: slotRules(each, each.durationMinutes),
  }));
  for (const [fromDay, toDay] of [
    [0, 7],
    [7, 62],
  ] as const) {
    if (open.length === 0) break;
    const range = { from: now + fromDay * DAY_MS, to: now + toDay * DAY_MS };
    const spans = open.map(({ rules }) => neededSpan(rules, range));
    const span = { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
    const workspaceId = eventTypes[0]!.workspaceId;
    const { hosts } = await readHosts({
      workspaceId,
      hostIds: open.map(({ hostId }) => hostId),
      scheduleId: null,
      span,
      now,
    });
    for (const host of hosts) {
      const { rules } = open.find(({ hostId }) => hostId === host.id)!;
      const [start] = teamSlots(rules, [host], "any", now, range);
      if (start !== undefined) found.set(host.id, start);
    }
    open = open.filter(({ hostId }) => !found.has(hostId));
  }
  return found;
}
