import { calendarMembers } from "~/domain/availability/calendar-members.server";
import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";
import { intersect } from "~/domain/availability/intervals";
import { pairs } from "~/domain/availability/schedule";
import {
  bandsOn,
  dayRange,
  freeOf,
  isUsed,
  weekOf,
  type MemberTime,
  type Stretch,
} from "~/domain/availability/team-calendar";
import { readTeamCalendar } from "~/domain/availability/team-calendar.server";
import { localDay } from "~/domain/availability/zones";
import { listPublicTeams } from "~/domain/event-types/hosts.server";
import { nameAmongOthers } from "~/domain/event-types/event-type";
import { listEventTypes } from "~/domain/event-types/event-types.server";
import { dateField } from "~/domain/fields";
import { findTeam } from "~/domain/teams/teams.server";
import { weekStart } from "~/domain/time";
import { requireHost } from "./auth.server";
import { hostClock } from "./host-page.server";
import { byLabel } from "./options.server";
import { readTeamCalendarQuery } from "./team-calendar-query.server";
import { readQuickLinks } from "./team-calendar-links.server";

const membersOnPage = 8;

/** A week of the members that the address asks for; what it says wrongly is told and left out. */
export async function loadTeamCalendar(request: Request) {
  const { user, workspace, role } = await requireHost(request, "bookings.read");
  const clock = hostClock(request, user);
  const { zone, now } = clock;
  const viewer = { userId: user.id, role };
  const query = readTeamCalendarQuery(new URL(request.url).searchParams);
  const errors = [...query.errors];
  const [eventTypes, teams, team] = await Promise.all([
    listEventTypes(workspace.id),
    listPublicTeams(workspace.id),
    query.team ? findTeam(workspace.id, query.team) : null,
  ]);
  const eventType = eventTypes.find(({ id }) => id === query.event) ?? null;
  if (query.team && !team) errors.push({ path: "team", message: "There is no such team. These are all hosts." });
  if (query.event && !eventType)
    errors.push({ path: "event", message: "There is no such event type. Any length is shown." });

  const everybody = await calendarMembers(workspace.id, { team, eventType });
  everybody.sort((a, b) => Number(b.userId === user.id) - Number(a.userId === user.id));
  const named = everybody.filter(({ userId }) => query.memberIds.includes(userId));
  const isNarrowed = named.length > 0 && named.length < everybody.length;
  const members = isNarrowed ? named : everybody;

  const today = localDay(zone, now);
  const week = weekOf(query.week ?? query.day ?? today, weekStart(clock.locale), zone);
  const range = { from: dayRange(week.days[0]!, zone).from, to: dayRange(week.days.at(-1)!, zone).to };
  const calendar = await readTeamCalendar({ workspaceId: workspace.id, members, eventType, range, viewer, now });
  const links = await readQuickLinks({
    viewer,
    eventTypes,
    eventType,
    team,
    everybody,
    members: isNarrowed ? members : null,
    range,
    clock,
  });

  const overlaps = pairs(calendar.overlaps);
  const days = week.days.map((day) => ({ day, ...dayRange(day, zone), isToday: day === today }));
  const used = days.filter((day) => isUsed(day, calendar));
  const chosen = used.find(({ day }) => day === query.day) ?? used.find(({ isToday }) => isToday) ?? used[0];
  const page = Math.min(query.page, Math.max(1, Math.ceil(members.length / membersOnPage)));
  const first = (page - 1) * membersOnPage;
  const shown = calendar.members.slice(first, first + membersOnPage);
  const kept = {
    team: team?.slug ?? null,
    event: eventType?.id ?? null,
    members: isNarrowed ? members.map(({ userId }) => userId).join(",") : null,
    week: formatDate(week.first),
    view: query.isList ? "list" : null,
  };
  return {
    clock,
    errors,
    viewerId: user.id,
    /** What every link of the page carries on. */
    kept,
    choices: {
      teams: byLabel(teams.map(({ name, slug }) => ({ value: slug, label: name }))),
      eventTypes: byLabel(
        eventTypes
          .filter((each) => each.isActive || each === eventType)
          .map((each) => ({ value: each.id, label: `${nameAmongOthers(each)}, ${each.durationMinutes} min` })),
      ),
      people: everybody.map(({ userId, name }) => ({ value: userId, label: name })),
    },
    isNarrowed,
    durationMinutes: eventType?.durationMinutes ?? null,
    isList: query.isList,
    week: {
      earlier: linkable(week.first - 7),
      later: linkable(week.first + 7),
      isThis: week.first <= today && today < week.first + 7,
    },
    days: used.map((day) => ({ ...day, bands: bandsOn(day, zone, overlaps, calendar.members) })),
    daysWithout: days.filter((day) => !used.includes(day)),
    chosenDay: chosen?.day ?? null,
    total: members.length,
    page: { number: page, first, size: membersOnPage },
    withoutHours: calendar.members.filter(({ hasSchedule }) => !hasSchedule).map(({ name }) => name),
    members: shown.map((member) => memberView(member, links.alone(member.userId))),
    bookings: calendar.bookings.filter(({ userIds }) => shown.some(({ userId }) => userIds.includes(userId))),
    overlaps: overlaps.map((each) => ({ ...each, ...links.together(each) })),
    mayBook: links.mayBook,
  };
}

export type TeamCalendarPage = Awaited<ReturnType<typeof loadTeamCalendar>>;

function memberView(member: MemberTime, hrefOf: (free: Stretch) => string | null) {
  const { userId, name, timezone, hasSchedule, open, busy, buffers } = member;
  const free = pairs(freeOf(member)).map((each) => ({ ...each, href: hrefOf(each) }));
  // Outside of their hours nobody is free anyway, and what they do then is nobody's concern.
  return {
    userId,
    name,
    timezone,
    hasSchedule,
    free,
    open: pairs(open),
    busy: pairs(intersect(busy, open)),
    buffers: pairs(buffers),
  };
}

/** Null beyond the dates that an address can name. */
function linkable(day: number) {
  const date = new Date(day * DAY_MS).toISOString();
  return dateField.safeParse(date.slice(0, 10)).success ? date.slice(0, 10) : null;
}
