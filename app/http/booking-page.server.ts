import { randomUUID } from "node:crypto";
import { zoneOfHours } from "~/domain/availability/open-slots.server";
import { policyOf } from "~/domain/bookings/draft-booking.server";
import { needsAnswer, offeredDurations, type EventType } from "~/domain/event-types/event-type";
import { findPublicEventType } from "~/domain/event-types/event-types.server";
import { isZone } from "~/domain/time";
import { isLanguage } from "~/messages/translate";
import { findWorkspace, type Workspace } from "~/domain/workspaces/workspaces.server";
import { publicVisitor } from "./public-page.server";
import { loadSlotChoice, missed, readWish, weigh, type Hint } from "./slot-choice.server";

type Params = { workspace?: string; event?: string };

/** What the public page of an event type shows: times to choose from or, with a free `time`, the form. */
export async function loadBookingPage(request: Request, params: Params) {
  const { workspace, eventType } = await findOffer(params);
  const query = new URL(request.url).searchParams;
  if (!workspace || !eventType?.isActive) return nothingOnOffer(request, { workspace, eventType });
  const visitor = await visitorOf(request, eventType);
  const { durationMinutes, hints: moreHints } = readChoices(query, eventType);
  const isUsual = durationMinutes === eventType.durationMinutes;
  const question = { eventType, durationMinutes, now: visitor.now };
  const wish = readWish(query);
  const { start, refused } = await weigh(question, wish.start);
  const choice = start === null ? await loadSlotChoice(question, visitor.zone, wish) : null;
  const hints: Hint[] = [...wish.hints, ...moreHints];
  if (choice) hints.push(...missed(wish, choice));
  return {
    state: "open" as const,
    visitor,
    workspace: namesOf(workspace),
    offer: offerOf(eventType),
    durationMinutes,
    start,
    choice,
    refused,
    hint: hints[0] ?? null,
    kept: { ...keptQuery(query), duration: isUsual ? null : String(durationMinutes) },
    submissionKey: randomUUID(),
  };
}

export type BookingPage = Awaited<ReturnType<typeof loadBookingPage>>;

type Found = Awaited<ReturnType<typeof findOffer>>;

/** The page of an address where there is nothing to book. */
export function nothingOnOffer(request: Request, { workspace, eventType }: Found) {
  const state = !workspace ? ("no_workspace" as const) : eventType ? ("inactive" as const) : ("no_event" as const);
  return { state, visitor: publicVisitor(request, "UTC"), workspace: workspace && namesOf(workspace) };
}

/** The hosts' zone is only looked up for visitors whose own is not known. */
export async function visitorOf(request: Request, eventType: EventType) {
  const visitor = publicVisitor(request, "UTC");
  return visitor.isZoneKnown ? visitor : publicVisitor(request, await zoneOfHours(eventType, visitor.now));
}

/** The workspace and event type of an address, as far as they exist. */
export async function findOffer({ workspace: slug, event }: Params) {
  const workspace = await findPublicWorkspace(slug);
  const eventType = workspace && event ? await findPublicEventType(workspace.id, event.toLowerCase()) : null;
  return { workspace, eventType };
}

export async function findPublicWorkspace(slug: string | undefined) {
  return slug ? findWorkspace(slug.toLowerCase()) : null;
}

/** Only what everybody may know: where to meet stays unsaid when it is a link or a number. */
export function offerOf(eventType: EventType) {
  const { name, slug, description, locationType, locationValue, assignmentType } = eventType;
  const isPublicPlace = locationType === "in_person" || (locationType === "custom" && !/:\/\//.test(locationValue));
  return {
    name,
    slug,
    description,
    durations: offeredDurations(eventType),
    usualDuration: eventType.durationMinutes,
    hosts: eventType.members.map((member) => ({ name: member.name, timezone: member.timezone })),
    needsEverybody: assignmentType === "all_hands",
    needsAnswer: needsAnswer(eventType),
    noticeMinutes: eventType.minimumNoticeMinutes,
    takesRequests: eventType.takesTimeRequests,
    policy: policyOf(eventType),
    place: { type: locationType, value: isPublicPlace ? locationValue : "", url: null },
    hasLink: locationValue !== "",
  };
}

export function namesOf({ name, slug, description }: Workspace) {
  return { name, slug, description };
}

function readChoices(query: URLSearchParams, eventType: EventType) {
  const hints: Hint[] = [];
  const zone = query.get("timezone");
  if (zone && !isZone(zone)) hints.push("timezone");
  const wanted = query.get("duration");
  const isOffered = wanted !== null && offeredDurations(eventType).includes(Number(wanted));
  if (wanted && !isOffered) hints.push("duration");
  return { durationMinutes: isOffered ? Number(wanted) : eventType.durationMinutes, hints };
}

/** What every link of the page carries on: the choices so far, and the answers that came with the address. */
export function keptQuery(query: URLSearchParams) {
  const text = (name: string, limit: number) => query.get(name)?.replaceAll("\0", "").slice(0, limit) || null;
  const zone = query.get("timezone");
  const language = query.get("lang");
  return {
    timezone: zone && isZone(zone) ? zone : null,
    lang: isLanguage(language) ? language : null,
    name: text("name", 100),
    email: text("email", 254),
    guests: text("guests", 1000),
    notes: text("notes", 1000),
  };
}
