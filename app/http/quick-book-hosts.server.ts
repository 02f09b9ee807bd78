import { hostsToChoose } from "~/domain/bookings/quick-book";
import type { EventType, EventTypeMember } from "~/domain/event-types/event-type";
import { chooseHosts, type HostWish } from "~/domain/event-types/hosts.server";

type Kept = { team: string | null; members: string | null };

type QuickBookHosts = {
  /** Whose time it can take: the event type's hosts, or those whom the address names. */
  hosts: EventTypeMember[];
  /** As deeds and slots are asked; undefined for the event type's own hosts. */
  wish: HostWish | undefined;
  hostIds: string[] | undefined;
};

/** Whose time the address asks for; null where they cannot be had for this event type. */
export async function namedHosts(eventType: EventType, { team, members }: Kept): Promise<QuickBookHosts | null> {
  if (team === null && members === null) return { hosts: eventType.members, wish: undefined, hostIds: undefined };
  const wish = { team: team ?? undefined, members: members?.split(",") };
  const choice = await chooseHosts(eventType, wish);
  return choice.ok ? { hosts: choice.hosts, wish, hostIds: choice.hostIds } : null;
}

/** One of them alone, where that can be asked for. Null: everybody whom it takes; undefined: nobody like that is there. */
export function oneOf({ hosts, wish, hostIds }: QuickBookHosts, eventType: EventType, hostId: string | null) {
  const toChoose = hostsToChoose({ members: hosts, assignmentType: eventType.assignmentType });
  const one = toChoose.find(({ userId }) => userId === hostId)?.userId ?? null;
  return {
    toChoose,
    hostId: one,
    isStranger: hostId !== null && one === null,
    wish: one ? { ...wish, members: [one] } : wish,
    hostIds: one ? [one] : hostIds,
  };
}
