import { zoneOfHours } from "~/domain/availability/open-slots.server";
import { policyOf } from "~/domain/bookings/draft-booking.server";
import { needsAnswer, offeredDurations, type EventType } from "~/domain/event-types/event-type";
import { findPublicEventType } from "~/domain/event-types/event-types.server";
import type { FoundLink } from "~/domain/links/find-link.server";
import type { LinkGone } from "~/domain/links/link";
import { pickedDurations } from "~/domain/links/picked-slots";
import { chooseHosts, type HostWish, type PublicTeam } from "~/domain/event-types/hosts.server";
import { findTeam } from "~/domain/teams/teams.server";
import { isZone } from "~/domain/time";
import { findWorkspace, type Workspace } from "~/domain/workspaces/workspaces.server";
import { isLanguage } from "~/messages/translate";
import { findLinkOffer, linkFacts } from "./link-offer.server";
import { publicVisitor } from "./public-page.server";

/** By names, or by the token of a link. */
export type OfferParams = { workspace?: string; event?: string; team?: string; token?: string };

/**
 * What an address offers: an event type, held by its own hosts or by a team's, or only by those whom `members` names. By a
 * link it is held by its own hosts.
 */
export async function findOffer(params: OfferParams, query: URLSearchParams) {
  const found = params.token === undefined ? await findByNames(params) : await findLinkOffer(params.token);
  if (found.state !== "found") return found;
  const { workspace, eventType, link } = found;
  const wish: HostWish = link ? {} : { team: params.team?.toLowerCase(), members: membersIn(query) };
  const choice = await chooseHosts(eventType, wish);
  if (!choice.ok) {
    const missing = { workspace, eventType, wish, link };
    if (choice.path === "team") return { state: "no_team" as const, ...missing };
    return { state: wish.members ? ("wrong_members" as const) : ("nobody" as const), ...missing };
  }
  const { hosts, team: chosen } = choice;
  const chosenIds = wish.members ? choice.hostIds.join(",") : null;
  return {
    state: "open" as const,
    workspace,
    eventType,
    wish,
    /** The event type as these hosts hold it: for all that is asked about them. */
    held: { ...eventType, members: hosts },
    team: chosen,
    link,
    kept: { ...keptQuery(query), members: chosenIds },
  };
}

async function findByNames({ workspace: slug, event }: OfferParams) {
  const workspace = await findPublicWorkspace(slug);
  if (!workspace) return { state: "no_workspace" as const, workspace };
  const eventType = event ? await findPublicEventType(workspace.id, event.toLowerCase()) : null;
  if (!eventType) return { state: "no_event" as const, workspace };
  if (!eventType.isActive) return { state: "inactive" as const, workspace };
  return { state: "found" as const, workspace, eventType, link: null };
}

type Found = Awaited<ReturnType<typeof findOffer>>;
type Nothing = Exclude<Found, { state: "open" }>;
type Shown = { state: Found["state"] | "sent" | "closed"; gone?: { reason: LinkGone } };

/** Where members are wrong, the page itself is there, and is asked for wrongly. A link that is used up was there once. */
export function statusOf({ state, gone }: Shown) {
  if (gone) return gone.reason === "off" ? 404 : 410;
  if (state === "wrong_members") return 400;
  return state === "open" || state === "sent" ? 200 : 404;
}

/** The page of an address where there is nothing to book, with all that a way on needs. */
export async function nothingOnOffer(request: Request, found: Nothing) {
  const { state, workspace } = found;
  if (found.state === "gone") {
    const visitor = await visitorOf(request, found.link.eventType);
    return { state: found.state, visitor, workspace: namesOf(found.workspace), gone: found.gone };
  }
  const visitor = publicVisitor(request, "UTC");
  const shown = { state: found.state, visitor, workspace: workspace && namesOf(workspace) };
  if (found.eventType === undefined) return { ...shown, offer: null, kept: null };
  const { eventType, wish } = found;
  const team = state === "no_team" ? null : await findTeam(eventType.workspaceId, wish.team);
  const { name, slug } = eventType;
  const offer = {
    name: found.link?.title ?? name,
    slug,
    team: team && { name: team.name, slug: team.slug },
    link: null,
  };
  return { ...shown, offer, kept: { ...keptQuery(new URL(request.url).searchParams), members: null } };
}

/** The hosts' zone is only looked up for visitors whose own is not known. */
export async function visitorOf(request: Request, eventType: EventType) {
  const visitor = publicVisitor(request, "UTC");
  return visitor.isZoneKnown ? visitor : publicVisitor(request, await zoneOfHours(eventType, visitor.now));
}

export async function findPublicWorkspace(slug: string | undefined) {
  return slug ? findWorkspace(slug.toLowerCase()) : null;
}

/** Only what everybody may know: where to meet stays unsaid when it is a link or a number, and who it is where the event type says so. */
export function offerOf(eventType: EventType, team: PublicTeam | null = null, link: FoundLink | null = null) {
  const { name, slug, description, locationType, locationValue, assignmentType, members, showsHosts } = eventType;
  const isPublicPlace = locationType === "in_person" || (locationType === "custom" && !/:\/\//.test(locationValue));
  const durations = durationsOf(eventType, link);
  return {
    name: link?.title ?? name,
    slug,
    team: team && { name: team.name, slug: team.slug },
    link: link && linkFacts(link),
    description,
    durations,
    usualDuration: durations.includes(eventType.durationMinutes) ? eventType.durationMinutes : durations[0]!,
    hostCount: members.length,
    hosts: showsHosts ? members.map((member) => ({ name: member.name, timezone: member.timezone })) : [],
    hostZone: members.length === 1 ? members[0]!.timezone : null,
    needsEverybody: assignmentType === "all_hands",
    needsAnswer: needsAnswer(eventType),
    noticeMinutes: eventType.minimumNoticeMinutes,
    takesRequests: eventType.takesTimeRequests,
    policy: policyOf(eventType),
    place: { type: locationType, value: isPublicPlace ? locationValue : "", url: null },
    hasLink: locationValue !== "",
  };
}

/** The lengths on offer; where times were picked by hand, theirs. */
function durationsOf(eventType: EventType, link: FoundLink | null) {
  const offered = offeredDurations(eventType);
  const picked = link?.oneTime?.slots ? pickedDurations(link.oneTime.slots, offered) : [];
  return picked.length > 0 ? picked : offered;
}

export function namesOf({ name, slug, description }: Workspace) {
  return { name, slug, description };
}

/** `?members=id1,id2`; undefined where nobody is named. */
function membersIn(query: URLSearchParams) {
  if (!query.has("members")) return undefined;
  return query.getAll("members").flatMap((ids) => ids.split(",").map((id) => id.trim()));
}

/** What every link of the page carries on: the choices so far, and the answers that came with the address. */
function keptQuery(query: URLSearchParams) {
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
