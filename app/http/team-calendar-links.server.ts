import { formatDate } from "~/domain/availability/calendar-days";
import type { Range } from "~/domain/availability/slots";
import { firstStartIn, type CalendarMember, type Stretch } from "~/domain/availability/team-calendar";
import { teamStarts } from "~/domain/availability/team-starts.server";
import { localDay } from "~/domain/availability/zones";
import { canHold } from "~/domain/bookings/quick-book";
import type { EventType } from "~/domain/event-types/event-type";
import { mayBookForOthers, type Member } from "~/domain/event-types/event-type-rights";
import { chooseHosts } from "~/domain/event-types/hosts.server";
import type { Team } from "~/domain/teams/team";
import { isoInstant } from "~/domain/time";
import { paths } from "~/paths";

type Question = {
  viewer: Member;
  eventTypes: EventType[];
  eventType: EventType | null;
  team: Team | null;
  everybody: CalendarMember[];
  /** Null for everybody. */
  members: CalendarMember[] | null;
  range: Range;
  clock: { zone: string; now: number };
};

type Together = { isPast: boolean; isTooShort: boolean; first: number | null; href: string | null };

type QuickLinks = {
  /** Whether any free time can lead to a booking. */
  mayBook: boolean;
  together: (free: Stretch) => Together;
  /** Of one of the members alone. */
  alone: (userId: string) => LinkOf;
};

type LinkOf = (free: Stretch) => string | null;

/** Where free times lead: to booking them for somebody, as far as the viewer may and the event type has a start in them. */
export async function readQuickLinks(question: Question): Promise<QuickLinks> {
  const { eventType, clock } = question;
  const durationMs = (eventType?.durationMinutes ?? 0) * 60_000;
  const isPast = ({ end }: Stretch) => end <= clock.now;
  const find = eventType ? await linksOf(eventType, question) : linksOfAny(question);
  return {
    mayBook: find !== null,
    together(free) {
      const isTooShort = free.end - free.start < durationMs;
      const none = { isPast: isPast(free), isTooShort, first: null, href: null };
      return find && !none.isPast && !isTooShort ? { ...none, ...find.together(free) } : none;
    },
    alone(userId) {
      const linkOf = find?.alone(userId);
      return (free) => (linkOf && !isPast(free) ? linkOf(free) : null);
    },
  };
}

type Found = {
  together: (free: Stretch) => Pick<Together, "first" | "href">;
  alone: (userId: string) => LinkOf;
};

/** With an event type: to the first start that is on offer, else to the day's times. */
async function linksOf(eventType: EventType, question: Question): Promise<Found | null> {
  const { viewer, team, members, range, clock } = question;
  const { now } = clock;
  if (!mayBookForOthers(viewer, eventType) || range.to <= now) return null;
  const wish = { team: team?.slug, members: members?.map(({ userId }) => userId) };
  const choice = await chooseHosts(eventType, wish);
  if (!choice.ok) return null;
  const { hostIds } = choice;
  const ahead = { from: Math.max(range.from, now), to: range.to };
  const starts = await teamStarts({ eventType, hostIds, range: ahead, now });
  const durationMs = eventType.durationMinutes * 60_000;
  const isForAll = eventType.assignmentType === "all_hands" && hostIds.length > 1;
  const kept = { event: eventType.id, team: wish.team };
  return {
    together(free) {
      const first = firstStartIn(starts.together, free, durationMs);
      const when = first === null ? { date: dateOf(free, clock) } : { start: isoInstant(first) };
      return { first, href: paths.newBooking({ ...kept, members: wish.members?.join(","), ...when }) };
    },
    alone(userId) {
      const own = isForAll ? [] : starts.alone(userId);
      return (free) => {
        const first = firstStartIn(own, free, durationMs);
        return first === null ? null : paths.newBooking({ ...kept, members: userId, start: isoInstant(first) });
      };
    },
  };
}

function dateOf({ start }: Stretch, { zone, now }: Question["clock"]) {
  return formatDate(localDay(zone, Math.max(start, now)));
}

/** Without one: to the choice of an event type, and then to the day's times. */
function linksOfAny({ viewer, eventTypes, team, everybody, members, clock }: Question): Found | null {
  const bookable = eventTypes.filter((each) => mayBookForOthers(viewer, each));
  const hrefOf = (userIds: string[], isNarrowed: boolean, free: Stretch) => {
    if (!bookable.some((each) => canHold(each, { teamId: team?.id, userIds }))) return null;
    const named = !team || isNarrowed ? userIds.join(",") : null;
    return paths.newBooking({ team: team?.slug, members: named, date: dateOf(free, clock) });
  };
  const chosen = (members ?? everybody).map(({ userId }) => userId);
  return {
    together: (free) => ({ first: null, href: hrefOf(chosen, members !== null, free) }),
    alone: (userId) => (free) => hrefOf([userId], true, free),
  };
}
