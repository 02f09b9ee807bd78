import type { Counts, WayCounts } from "./figures";

export type SeenEventType = { id: string; name: string; isLinkOnly: boolean; isArchived: boolean };
export type SeenLink = { id: string; title: string; eventTypeId: string; isArchived: boolean };

/** What somebody may see the numbers of, gone ones too. */
export type Seen = { eventTypes: SeenEventType[]; links: SeenLink[]; seesAll: boolean };

export type NamedWay = Counts & { key: string; name: string; kind: string };

const gone = ", deleted";

/** The ways to be booked by their names, with what each of them is. */
export function nameWays(ways: readonly WayCounts[], { eventTypes, links }: Seen): NamedWay[] {
  const eventTypeOf = new Map(eventTypes.map((eventType) => [eventType.id, eventType]));
  const linkOf = new Map(links.map((link) => [link.id, link]));
  return ways.map(({ way, eventTypeId, linkId, views, bookings }) => {
    const eventType = eventTypeOf.get(eventTypeId);
    const link = linkId === null ? undefined : linkOf.get(linkId);
    const name = link?.title ?? eventType?.name ?? "An event type of others";
    const end = (link ?? eventType)?.isArchived ? gone : "";
    return { key: `${way} ${linkId ?? eventTypeId}`, name, kind: kindOf(way, eventType) + end, views, bookings };
  });
}

function kindOf(way: WayCounts["way"], eventType: SeenEventType | undefined) {
  if (way === "one_time") return "One-time links";
  if (way === "others") return "Links of others";
  if (way === "page") return eventType?.isLinkOnly ? "Booked without its link" : "Event type";
  return !eventType || eventType.isLinkOnly ? "Link" : `Link to ${eventType.name}`;
}
