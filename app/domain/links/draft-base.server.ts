import { findSchedules } from "../availability/schedules.server";
import { workingWeek, type Schedule } from "../availability/schedule";
import { scheduleFor, type EventType } from "../event-types/event-type";
import type { Member } from "../event-types/event-type-rights";
import { findEventType, listEventTypes } from "../event-types/event-types.server";
import { isUuid } from "../fields";
import { may } from "../workspaces/roles";
import { noRules, type DraftBase } from "./draft-fields";
import { isNamedAfter } from "./link-rules";
import { mayFollow } from "./link-rights";
import type { ListedLink } from "./links.server";

type Host = { id: string; timezone: string };
type Asked = { workspaceId: string; member: Member; user: Host; link: ListedLink | null; follows: string };

/** What a draft is compared with: what its fields say by themselves, and the event type that says it. */
export type FoundBase = DraftBase & { eventType: EventType | null; dates: Schedule["overrides"] };

/** The event types that a link of theirs may follow, those that they host first. */
export async function listFollowable(workspaceId: string, member: Member, link: ListedLink | null) {
  const isAny = may(member.role, "event-types.change-any");
  const found = await listEventTypes(workspaceId, isAny ? {} : { hostId: member.userId });
  const followed = found.filter((each) => mayFollow(member, each) || each.id === followedBy(link));
  const isHosted = ({ members }: EventType) => Number(members.some(({ userId }) => userId === member.userId));
  return followed.sort((a, b) => isHosted(b) - isHosted(a) || a.name.localeCompare(b.name));
}

/** What the link follows now; "" where its rules are its own. */
export function followedBy(link: ListedLink | null): string {
  return link && !link.eventType.isLinkOnly ? link.eventTypeId : "";
}

/** Null where the event type that is named cannot be followed, or no longer. */
export async function findBase(asked: Asked): Promise<FoundBase | null> {
  const eventType = await behind(asked);
  if (eventType === undefined) return null;
  const { workspaceId, user, link, follows } = asked;
  const hosts = eventType?.members.map((host) => host.userId) ?? [user.id];
  const scheduleId = eventType && scheduleFor(eventType, hosts);
  const found = await findSchedules(workspaceId, {
    ids: scheduleId ? [scheduleId] : [],
    defaultsOf: hosts.slice(0, 1),
  });
  const named = found.find(({ id }) => id === scheduleId) ?? null;
  const present = named ?? found[0];
  const isOwn = named && link && eventType?.isLinkOnly && isNamedAfter(link.title, named);
  return {
    title: link?.title ?? "",
    follows,
    rules: eventType ?? noRules,
    hours: isOwn ? "own" : (named?.id ?? "default"),
    timezone: present?.timezone ?? user.timezone,
    weekly: present?.weekly ?? workingWeek,
    // Hours of its own take over when the host is away.
    dates: (present?.overrides ?? []).filter(({ intervals }) => isOwn || intervals.length === 0),
    eventType,
  };
}

/** Null: there is none yet. Undefined: it is not theirs to follow. */
async function behind({ workspaceId, member, link, follows }: Asked): Promise<EventType | null | undefined> {
  if (follows === "") return link?.eventType.isLinkOnly ? link.eventType : null;
  const found = isUuid(follows) ? await findEventType(workspaceId, follows) : null;
  const isKept = found && !found.archivedAt && found.id === followedBy(link);
  return found && (isKept || mayFollow(member, found)) ? found : undefined;
}
