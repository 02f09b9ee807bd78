import { randomUUID } from "node:crypto";
import { formatDate } from "~/domain/availability/calendar-days";
import { maySeeBooking } from "~/domain/bookings/booking-rights";
import { findBooking } from "~/domain/bookings/bookings.server";
import { canHold } from "~/domain/bookings/quick-book";
import { mayBookForOthers, mayExplain } from "~/domain/event-types/event-type-rights";
import { nameAmongOthers, needsAnswer, offeredDurations, type EventType } from "~/domain/event-types/event-type";
import { listEventTypes } from "~/domain/event-types/event-types.server";
import { askedQuestions } from "~/domain/templates/asked-questions.server";
import { paths } from "~/paths";
import { requireHost, type Host } from "./auth.server";
import { hostClock } from "./host-page.server";
import { findWho, readWho } from "./contact-search.server";
import { namedHosts, oneOf } from "./quick-book-hosts.server";
import { readQuickBookQuery } from "./quick-book-query.server";
import { loadSlotChoice, missed, weigh } from "./slot-choice.server";
import { visitorLocale } from "./visitor.server";

/** What a host sees who books for somebody: event types to choose from, then times, then the person's details. */
export async function loadQuickBook(request: Request) {
  const { host, clock, hasEventTypes, eventTypes, eventType, isGone, earlier, kept, answers, wish, person } =
    await readQuickBook(request);
  const viewerId = host.user.id;
  const address = paths.newBooking();
  const visitor = { ...clock, language: "en" as const, isZoneKnown: true, address };
  const page = { visitor, viewerId, kept, answers, person, earlierId: earlier?.id ?? null };
  if (eventTypes.length === 0) return { ...page, state: "empty" as const, hasEventTypes };
  if (!eventType) {
    const choices = fitting(eventTypes, kept).map((each) => choiceOf(each, each.members, viewerId));
    const date = wish.day === null ? null : formatDate(wish.day);
    return { ...page, state: "choose" as const, choices, isGone, date };
  }
  const choices = eventTypes.map((each) => choiceOf(each, each.members, viewerId));

  const durations = offeredDurations(eventType);
  const duration = Number(kept.duration);
  const durationMinutes = durations.includes(duration) ? duration : eventType.durationMinutes;
  const named = await namedHosts(eventType, kept);
  const whose = named ?? { hosts: eventType.members, wish: undefined, hostIds: undefined };
  const { toChoose, hostId, hostIds } = oneOf(whose, eventType, kept.host);
  const question = { eventType, durationMinutes, now: clock.now, hostIds };
  // A time was meant with those whom the address names, and with nobody else.
  const { start, refused } = await weigh(question, named ? wish.start : null);
  const [choice, asked, search] = await Promise.all([
    start === null ? loadSlotChoice(question, clock.zone, wish) : null,
    askedQuestions(eventType),
    start === null ? null : findWho(readWho(new URL(request.url).searchParams), host),
  ]);
  const hints = [...wish.hints, ...(choice ? missed(wish, choice) : [])];
  return {
    ...page,
    // Links lead on with those who can be had.
    kept: named ? kept : { ...kept, team: null, members: null },
    state: "open" as const,
    choices,
    offer: {
      ...choiceOf(eventType, whose.hosts, viewerId),
      durations,
      usualDuration: eventType.durationMinutes,
      waitsForAll: needsAnswer(eventType, true),
      asksOtherwise: eventType.requiresConfirmation,
    },
    hosts: hostOptions(toChoose, viewerId),
    hostId,
    areNamed: whose.wish !== undefined,
    areRefused: named === null,
    durationMinutes,
    start,
    choice,
    search,
    questions: asked?.questions ?? [],
    refused,
    hint: hints[0] ?? null,
    submissionKey: randomUUID(),
  };
}

/** What both showing and sending begin with: who acts, what they may book, and for whom. */
export async function readQuickBook(request: Request) {
  const host = await requireHost(request, "bookings.read");
  const member = { userId: host.user.id, role: host.role };
  const { kept, answers, wish } = readQuickBookQuery(new URL(request.url).searchParams);
  const [all, earlier] = await Promise.all([listEventTypes(host.workspace.id), findEarlier(host, kept.from)]);
  const wanted = kept.event ?? earlier?.eventTypeId ?? null;
  // Those made for links would stand there beside what they were made from.
  const isChoice = ({ id, isLinkOnly }: EventType) => !isLinkOnly || id === wanted;
  const eventTypes = all.filter((each) => isChoice(each) && mayBookForOthers(member, each));
  const isHosted = ({ members }: EventType) => Number(members.some(({ userId }) => userId === host.user.id));
  eventTypes.sort((a, b) => isHosted(b) - isHosted(a) || a.name.localeCompare(b.name));
  const only = wanted === null && eventTypes.length === 1 ? eventTypes[0] : undefined;
  const eventType = eventTypes.find(({ id }) => id === wanted) ?? only ?? null;
  const person = {
    name: kept.name ?? earlier?.inviteeName ?? "",
    email: kept.email ?? earlier?.inviteeEmail ?? "",
    timezone: kept.timezone ?? earlier?.timezone ?? host.user.timezone,
    locale: kept.locale ?? earlier?.locale ?? visitorLocale(request).locale,
  };
  return {
    host,
    clock: hostClock(request, host.user),
    hasEventTypes: all.some((each) => mayExplain(member, each)),
    eventTypes,
    eventType,
    /** The address names one that cannot be booked here. */
    isGone: wanted !== null && !eventType,
    earlier,
    kept: { ...kept, from: earlier?.id ?? null },
    answers,
    wish,
    person,
  };
}

/** A booking that is not this host's to see says nothing about its invitee. */
async function findEarlier({ workspace, user, role }: Host, id: string | null) {
  const booking = id ? await findBooking(workspace.id, id) : null;
  return booking && maySeeBooking(booking, user.id, role) ? booking : null;
}

/** Those that can be booked with the people whom the address names; all of them where none can. */
function fitting(eventTypes: EventType[], { team, members }: { team: string | null; members: string | null }) {
  const userIds = members?.split(",") ?? [];
  const fit = eventTypes.filter((each) => (team === null ? canHold(each, { userIds }) : each.isTeamEvent));
  return fit.length > 0 ? fit : eventTypes;
}

function choiceOf(eventType: EventType, hosts: EventType["members"], viewerId: string) {
  const { id, durationMinutes, durationOptions, assignmentType } = eventType;
  return {
    id,
    name: nameAmongOthers(eventType),
    durationMinutes,
    durationOptions,
    hosts: hosts.map(({ userId, name }) => (userId === viewerId ? "You" : name)),
    needsEverybody: assignmentType === "all_hands",
  };
}

/** The viewer first. */
function hostOptions(hosts: EventType["members"], viewerId: string) {
  const ordered = [...hosts].sort((a, b) => Number(b.userId === viewerId) - Number(a.userId === viewerId));
  return ordered.map(({ userId, name }) => ({ value: userId, label: userId === viewerId ? "You" : name }));
}
