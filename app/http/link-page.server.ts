import { data } from "@remix-run/node";
import { findLink } from "~/domain/links/links.server";
import { requireHost } from "./auth.server";

/** The link in the address, if it is this host's to change. For all others there is no such page. */
export async function requireLinkPage(request: Request, id: string | undefined) {
  const host = await requireHost(request, "links.own");
  const member = { userId: host.user.id, role: host.role };
  const link = await findLink(host.workspace.id, id, member);
  if (!link) throw data(null, { status: 404 });
  return { host, member, link };
}
