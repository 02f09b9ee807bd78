import { furthestStep } from "~/domain/links/link-draft";
import { listDrafts } from "~/domain/links/link-drafts.server";
import { countLinks, listLinks, type ListedLink } from "~/domain/links/links.server";
import { listOneTimeLinks } from "~/domain/links/one-time-links.server";
import { may } from "~/domain/workspaces/roles";
import { requireHost } from "./auth.server";
import { hostClock } from "./host-page.server";
import { linkUrl } from "./link-json.server";

const pageSize = 50;

/** A host's links of both kinds, everybody's for whoever may change those, and their own drafts. */
export async function showLinks(request: Request) {
  const { user, workspace, role } = await requireHost(request, "links.own");
  const query = new URL(request.url).searchParams;
  const member = { userId: user.id, role };
  const clock = hostClock(request, user);
  const [page, oneTimePage] = [pageIn(query, "page"), pageIn(query, "one_time_page")];
  const ownerId = may(role, "links.change-any") ? undefined : user.id;
  const [items, total, oneTime, drafts] = await Promise.all([
    listLinks(workspace.id, member, rowsOf(page)),
    countLinks(workspace.id, member),
    listOneTimeLinks({ workspaceId: workspace.id, viewer: member, ownerId, now: clock.now }, rowsOf(oneTimePage)),
    listDrafts({ workspaceId: workspace.id, userId: user.id }),
  ]);
  return {
    userId: user.id,
    clock,
    links: { items: items.map(linkItem), total, page, pageSize },
    oneTime: { ...oneTime, page: oneTimePage, pageSize },
    drafts: drafts.map(({ id, linkId, values, linkTitle, updatedAt }) => ({
      id,
      title: values.basics?.title?.[0]?.trim() || (linkTitle ?? ""),
      changes: linkTitle,
      step: furthestStep(values, { isNew: linkId === null }),
      updatedAt: updatedAt.getTime(),
    })),
  };
}

/** A link as the pages show it. */
export function linkItem(link: ListedLink) {
  const { id, title, ownerId, ownerName, isActive, views, bookings, nextBooking, eventType } = link;
  const isOpen = eventType.isActive && !eventType.archivedAt;
  const behind = { id: eventType.id, name: eventType.name, isLinkOnly: eventType.isLinkOnly, isOpen };
  return {
    id,
    title,
    ownerId,
    ownerName,
    isActive,
    views,
    bookings,
    nextBooking,
    url: linkUrl(link),
    eventType: behind,
  };
}

function pageIn(query: URLSearchParams, name: string) {
  return Math.min(Math.max(Math.trunc(Number(query.get(name))) || 1, 1), 10_000);
}

function rowsOf(page: number) {
  return { limit: pageSize, offset: (page - 1) * pageSize };
}
