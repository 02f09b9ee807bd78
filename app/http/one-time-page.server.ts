import { data } from "@remix-run/node";
import { findOneTimeLink } from "~/domain/links/one-time-links.server";
import { requireHost } from "./auth.server";
import { hostClock } from "./host-page.server";

/** The link for one person in the address, if it is this host's to see and change. For all others there is no such page. */
export async function requireOneTimePage(request: Request, id: string | undefined) {
  const host = await requireHost(request, "links.own");
  const { user, workspace, role } = host;
  const clock = hostClock(request, user);
  const member = { userId: user.id, role };
  const link = await findOneTimeLink({ workspaceId: workspace.id, viewer: member, id, now: clock.now });
  if (!link) throw data(null, { status: 404 });
  return { ...host, member, link, clock };
}
