import type { EventType } from "../event-types/event-type";
import { mayExplain, type Member } from "../event-types/event-type-rights";
import { may } from "../workspaces/roles";
import type { Link } from "./link";

/** A link that is not one's own does not exist, but for those who may change them all. */
export function mayChangeLink(member: Member, { ownerId }: Pick<Link, "ownerId">) {
  return ownerId === member.userId || may(member.role, "links.change-any");
}

/** Whether a link of theirs may lead to it: it has a page of its own, and they host it or may change it. */
export function mayFollow(member: Member, eventType: EventType) {
  return !eventType.isLinkOnly && !eventType.archivedAt && mayExplain(member, eventType);
}
