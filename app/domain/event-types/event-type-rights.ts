import { may, type Role } from "~/domain/workspaces/roles";
import type { EventType } from "./event-type";

/** Who acts in a workspace. */
export type Member = { userId: string; role: Role };

export function mayChange(member: Member, eventType: Pick<EventType, "ownerId">) {
  return eventType.ownerId === member.userId || may(member.role, "event-types.change-any");
}
