import { may, type Role } from "~/domain/workspaces/roles";
import type { EventType } from "./event-type";

/** Who acts in a workspace. */
export type Member = { userId: string; role: Role };

export function mayChange(member: Member, eventType: Pick<EventType, "ownerId">) {
  return eventType.ownerId === member.userId || may(member.role, "event-types.change-any");
}

/** Whoever may change it or hosts it may see why its times are offered or not. */
export function mayExplain(member: Member, eventType: Pick<EventType, "ownerId" | "members">) {
  return mayChange(member, eventType) || eventType.members.some(({ userId }) => userId === member.userId);
}

/** Who may see why its times are offered may also book one for somebody, as long as it can be booked at all. */
export function mayBookForOthers(member: Member, eventType: Pick<EventType, "ownerId" | "members" | "isActive">) {
  return eventType.isActive && mayExplain(member, eventType);
}
