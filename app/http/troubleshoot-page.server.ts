import { formatDate } from "~/domain/availability/calendar-days";
import { explainDay } from "~/domain/availability/explain-day.server";
import { formatMinutes } from "~/domain/availability/schedule";
import { localMinutes } from "~/domain/availability/zones";
import { findPublicTeam, listPublicTeams } from "~/domain/event-types/hosts.server";
import { offeredDurations, type EventType } from "~/domain/event-types/event-type";
import { listEventTypes } from "~/domain/event-types/event-types.server";
import { dateField, instantField } from "~/domain/fields";
import { may } from "~/domain/workspaces/roles";
import { requireHost } from "./auth.server";
import type { FieldError } from "./form.server";
import { hostClock } from "./host-page.server";

/** Why times of a day are offered or not: of the event types that the viewer owns or hosts, for owners and admins of all. */
export async function loadTroubleshooter(request: Request) {
  const { user, workspace, role } = await requireHost(request);
  const { locale, now } = hostClock(request, user);
  const seesAll = may(role, "event-types.change-any");
  const eventTypes = await listEventTypes(workspace.id, seesAll ? {} : { hostId: user.id });
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
  const asked = await chosenHosts(eventType, query.host);
  // The viewer comes first, whose clock is then the page's.
  const hosts = (asked ?? allHosts(eventType)).sort((a, b) => Number(b.id === user.id) - Number(a.id === user.id));
  if (!asked) refuse("host", "Nobody like that hosts this event type. It is answered for those who do.");

  const durations = offeredDurations(eventType);
  const duration = query.duration === "" ? eventType.durationMinutes : Number(query.duration);
  const durationMinutes = durations.includes(duration) ? duration : eventType.durationMinutes;
  if (durationMinutes !== duration)
    refuse("duration", "That length is not on offer. It is answered for the usual one.");

  const choices = {
    eventTypes: eventTypes.map(({ id, name }) => ({ value: id, label: name })),
    hosts: allHosts(eventType).map(({ id, name }) => ({ value: id, label: id === user.id ? "You" : name })),
    teams: teams.map(({ name, slug }) => ({ value: teamPrefix + slug, label: name })),
    durations,
  };
  const values = {
    event: eventType.id,
    host: asked ? query.host : "",
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
  if (hosts.length === 0) return { state: "nobody" as const, ...page, values };

  const { day: wished, time } = query;
  const day = await explainDay({
    eventType,
    hosts,
    durationMinutes,
    day: wished,
    time,
    viewer: { userId: user.id, role },
    now,
  });
  // The date and time that are shown, so that the next question starts from them; what could not be read stays as typed.
  const shown = {
    ...values,
    date: query.errors.some(({ path }) => path === "date") ? values.date : formatDate(day.day),
    time: day.asked && time && "at" in time ? formatMinutes(localMinutes(day.zone, day.asked.start)) : values.time,
  };
  return { state: "open" as const, ...page, values: shown, day, isMoved: isMoved(time, day) };
}

const teamPrefix = "team:";

function readQuery(search: URLSearchParams) {
  const text = (name: string) => (search.get(name) ?? "").trim().slice(0, 100);
  const values = { date: text("date"), time: text("time") };
  const errors: FieldError[] = [];
  const date = dateField.safeParse(values.date);
  if (values.date && !date.success)
    errors.push({ path: "date", message: "That is not a date. It looks like 2026-11-23." });
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
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(text);
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  if (match && hours < 24 && minutes < 60) return { minutes: hours * 60 + minutes };
  const instant = instantField.safeParse(text);
  return instant.success ? { at: instant.data } : undefined;
}

function allHosts({ members }: EventType) {
  return members.map(({ userId, name }) => ({ id: userId, name }));
}

/** All hosts, one of them, or a team, as a booking may ask for them; null for anybody else. */
async function chosenHosts(eventType: EventType, wish: string) {
  const all = allHosts(eventType);
  if (wish === "") return all;
  if (!wish.startsWith(teamPrefix)) {
    const one = all.filter(({ id }) => id === wish);
    return one.length > 0 ? one : null;
  }
  const team = eventType.isTeamEvent
    ? await findPublicTeam(eventType.workspaceId, wish.slice(teamPrefix.length))
    : null;
  return team && team.members.map(({ userId, name }) => ({ id: userId, name }));
}

/** A time that the clock skips that day means the time after the gap. */
function isMoved(time: ReturnType<typeof readTime>, { asked, zone }: Awaited<ReturnType<typeof explainDay>>) {
  return Boolean(asked && time && "minutes" in time && localMinutes(zone, asked.start) !== time.minutes);
}
