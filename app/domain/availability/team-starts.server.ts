import type { EventType } from "../event-types/event-type";
import { loadHosts } from "./open-slots.server";
import { hostSlots, teamSlots, type Range } from "./slots";

type Question = { eventType: EventType; hostIds: string[]; range: Range; now: number };

/** The starts on offer: with these hosts as the event type takes them, and with one of them alone. In one statement. */
export async function teamStarts({ eventType, hostIds, range, now }: Question) {
  const { durationMinutes } = eventType;
  const { rules, mode, hosts } = await loadHosts({ eventType, durationMinutes, hostIds, range, now });
  return {
    together: teamSlots(rules, hosts, mode, now, range),
    alone(userId: string): number[] {
      const host = hosts.find(({ id }) => id === userId);
      return host ? hostSlots(rules, host, now, range) : [];
    },
  };
}
