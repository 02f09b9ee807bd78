import { zoneOfHours } from "~/domain/availability/open-slots.server";
import { policyOf } from "~/domain/bookings/draft-booking.server";
import { needsAnswer, offeredDurations, type EventType } from "~/domain/event-types/event-type";
import { findPublicEventType } from "~/domain/event-types/event-types.server";
import { chooseHosts, type HostWish, type PublicTeam } from "~/domain/event-types/hosts.server";
import { findTeam } from "~/domain/teams/teams.server";
import { isZone } from "~/domain/time";
import { findWorkspace, type Workspace } from "~/domain/workspaces/workspaces.server";
import { isLanguage } from "~/messages/translate";
import { publicVisitor } from "./public-page.server";

export type OfferParams = { workspace?: string; event?: string; team?: string };

/** What an address offers: an event type, held by its own hosts or by a team's, or only by those whom `members` names. */
export async function findOffer({ workspace: slug, event, team }: OfferParams, query: URLSearchParams) {
  const workspace = await findPublicWorkspace(slug);
  if (!workspace) return { state: "no_workspace" as const, workspace };
  const eventType = event ? await findPublicEventType(workspace.id, event.toLowerCase()) : null;
  if (!eventType) return { state: "no_event" as const, workspace };
  if (!eventType.isActive) return { state: "inactive" as const, workspace };

  const wish: HostWish = { team: team?.toLowerCase(), members: membersIn(query) };
  const choice = await chooseHosts(eventType, wish);
  if (!choice.ok) {
    if (choice.path === "team") return { state: "no_team" as const, workspace, eventType, wish };
    return { state: wish.members ? ("wrong_members" as const) : ("nobody" as const), workspace, eventType, wish };
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
    kept: { ...keptQuery(query), members: chosenIds },
  };
}

type Found = Awaited<ReturnType<typeof findOffer>>;
type Nothing = Exclude<Found, { state: "open" }>;

/** Where members are wrong, the page itself is there, and is asked for wrongly. */
export function statusOf({ state }: { state: Found["state"] | "sent" | "closed" }) {
  if (state === "wrong_members") return 400;
  return state === "open" || state === "sent" ? 200 : 404;
}

/** The page of an address where there is nothing to book, with all that a way on needs. */
export async function nothingOnOffer(request: Request, found: Nothing) {
  const { state, workspace } = found;
  const visitor = publicVisitor(request, "UTC");
  const shown = { state, visitor, workspace: workspace && namesOf(workspace) };
  if (found.eventType === undefined) return { ...shown, offer: null, kept: null };
  const { eventType, wish } = found;
  const team = state === "no_team" ? null : await findTeam(eventType.workspaceId, wish.team);
  const offer = { name: eventType.name, slug: eventType.slug, team: team && { name: team.name, slug: team.slug } };
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
export function offerOf(eventType: EventType, team: PublicTeam | null = null) {
  const { name, slug, description, locationType, locationValue, assignmentType, members, showsHosts } = eventType;
  const isPublicPlace = locationType === "in_person" || (locationType === "custom" && !/:\/\//.test(locationValue));
  return {
    name,
    slug,
    team: team && { name: team.name, slug: team.slug },
    description,
    durations: offeredDurations(eventType),
    usualDuration: eventType.durationMinutes,
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
