import { formatDate } from "~/domain/availability/calendar-days";
import { explainDay } from "~/domain/availability/explain-day.server";
import type { ExplainedDay } from "~/domain/availability/explained-day";
import { formatMinutes, parseMinutes } from "~/domain/availability/schedule";
import { tidyTime } from "~/domain/availability/schedule-draft";
import { localDay, localMinutes } from "~/domain/availability/zones";
import { chooseHosts, listPublicTeams } from "~/domain/event-types/hosts.server";
import {
  commonSessionLengths,
  nameAmongOthers,
  offeredDurations,
  sortedUnique,
  type EventType,
} from "~/domain/event-types/event-type";
import { mayExplain } from "~/domain/event-types/event-type-rights";
import { findSessionEventType, listEventTypes } from "~/domain/event-types/event-types.server";
import { dateField, instantField } from "~/domain/fields";
import { requireHost } from "./auth.server";
import type { FieldError } from "./form.server";
import { hostClock } from "./host-page.server";

/** Why times of a day are offered or not, of the event types that the viewer may ask about. */
export async function loadTroubleshooter(request: Request) {
  const { user, workspace, role } = await requireHost(request);
  const { locale, now } = hostClock(request, user);
  const viewer = { userId: user.id, role };
  const [listed, session] = await Promise.all([
    listEventTypes(workspace.id),
    findSessionEventType(workspace.id, user.id),
  ]);
  const eventTypes = [...listed, ...(session ? [session] : [])].filter((each) => mayExplain(viewer, each));
  eventTypes.sort((a, b) => a.name.localeCompare(b.name));
  const query = readQuery(new URL(request.url).searchParams);
  const errors: FieldError[] = [...query.errors];
  const refuse = (path: string, message: string) => errors.unshift({ path, message });

  const isHost = ({ members }: EventType) => members.some(({ userId }) => userId === user.id);
  const named = eventTypes.find(({ id }) => id === query.event);
  const eventType = named ?? eventTypes.find(isHost) ?? eventTypes[0];
  if (!eventType) return { state: "empty" as const };
  if (query.event && !named)
    refuse("event", "There is no such event type, or it is not yours to see. It is answered for this one.");

  const teams = eventType.isTeamEvent ? await listPublicTeams(workspace.id) : [];
  const hosts = await chosenHosts(eventType, query.host);
  if (!hosts.isKnown) refuse("host", "Nobody like that hosts this event type. It is answered for those who do.");
  // The viewer comes first, whose clock is then the page's.
  const hostIds = hosts.ids.sort((a, b) => Number(b === user.id) - Number(a === user.id));

  const durations = eventType.isSession
    ? sortedUnique([...commonSessionLengths, eventType.durationMinutes])
    : offeredDurations(eventType);
  const duration = query.duration === "" ? eventType.durationMinutes : Number(query.duration);
  const durationMinutes = durations.includes(duration) ? duration : eventType.durationMinutes;
  if (durationMinutes !== duration)
    refuse("duration", "That length is not on offer. It is answered for the usual one.");

  const choices = {
    eventTypes: eventTypes.map((each) => ({ value: each.id, label: nameAmongOthers(each) })),
    hosts: eventType.members.map(({ userId, name }) => ({ value: userId, label: userId === user.id ? "You" : name })),
    teams: teams.map(({ name, slug }) => ({ value: teamPrefix + slug, label: name })),
    durations,
  };
  const values = {
    event: eventType.id,
    host: hosts.isKnown ? query.host : "",
    duration: String(durationMinutes),
    date: query.values.date,
    time: query.values.time,
  };
  const offer = {
    id: eventType.id,
    name: eventType.name,
    isActive: eventType.isActive,
    noticeMinutes: eventType.minimumNoticeMinutes,
  };
  const page = { choices, errors, viewerId: user.id, offer, clock: { locale, now } };
  if (hostIds.length === 0) return { state: "nobody" as const, ...page, values };

  const { day: wished, time } = query;
  const day = await explainDay({ eventType, hostIds, durationMinutes, day: wished, time, viewer, now });
  const { zone, asked } = day;
  const isOnDay = asked && localDay(zone, asked.start) === day.day;
  // The date and time that are shown, so that the next question starts from them; what could not be read stays as typed.
  const shown = {
    ...values,
    date: query.errors.some(({ path }) => path === "date") ? values.date : formatDate(day.day),
    time: isOnDay ? formatMinutes(localMinutes(zone, asked.start)) : values.time,
  };
  return { state: "open" as const, ...page, values: shown, day, isMoved: isMoved(time, day) };
}

const teamPrefix = "team:";

function readQuery(search: URLSearchParams) {
  const text = (name: string) => (search.get(name) ?? "").trim().slice(0, 100);
  const values = { date: text("date"), time: text("time") };
  const errors: FieldError[] = [];
  const date = dateField.safeParse(values.date);
  if (values.date && !date.success) errors.push({ path: "date", message: date.error.issues[0]!.message });
  const time = readTime(values.time);
  if (values.time && !time) errors.push({ path: "time", message: "That is not a time. It looks like 09:30." });
  return {
    event: text("event"),
    host: text("host"),
    duration: text("duration"),
    values,
    day: date.success ? date.data : undefined,
    time,
    errors,
  };
}

/** A time of the day's clock, or an instant, which other pages link with and which tells a repeated hour from the first. */
function readTime(text: string) {
  const minutes = parseMinutes(tidyTime(text));
  if (minutes !== null && minutes < 1440) return { minutes };
  const instant = instantField.safeParse(text);
  return instant.success ? { at: instant.data } : undefined;
}

/** All hosts, one of them, or a team, as a booking may ask for them; all of them in place of somebody else. */
async function chosenHosts(eventType: EventType, wish: string) {
  const all = eventType.members.map(({ userId }) => userId);
  const isTeam = wish.startsWith(teamPrefix);
  const asked = isTeam ? { team: wish.slice(teamPrefix.length) } : wish ? { members: [wish] } : {};
  const choice = await chooseHosts(eventType, asked);
  if (choice.ok) return { isKnown: true, ids: choice.hostIds };
  const isEmpty = !("members" in asked) && choice.path === "members";
  return { isKnown: isEmpty, ids: isEmpty ? [] : all };
}

/** A time that the clock skips that day means the time after the gap, which may be on the next date. */
function isMoved(time: ReturnType<typeof readTime>, { day, zone, asked }: ExplainedDay) {
  if (!asked || !time || !("minutes" in time)) return false;
  return localDay(zone, asked.start) !== day || localMinutes(zone, asked.start) !== time.minutes;
}
