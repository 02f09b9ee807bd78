import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { toggleLink } from "~/domain/links/toggle-link.server";
import { readFields } from "~/http/form.server";
import { requireLinkPage } from "~/http/link-page.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoOneTimeLink as ErrorBoundary } from "~/components/no-one-time-link";

/** The button stands in the list and on the link's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { link } = await requireLinkPage(request, params.id);
  return redirect(paths.link(link.id));
}

/** To the state that the button named, however often it is pressed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { host, member, link } = await requireLinkPage(request, params.id);
  const form = await readFields(request);
  const isActive = form.get("to") === "on";
  const toggled = await toggleLink({ workspaceId: host.workspace.id, member, id: link.id, isActive, now: Date.now() });
  if (!toggled.ok) throw data(null, { status: 404 });
  const text = `“${link.title}” is ${isActive ? "on again" : "off: nobody can book by it"}.`;
  return redirectWith({ kind: "ok", text }, form.get("from") === "link" ? paths.link(link.id) : paths.links());
}
