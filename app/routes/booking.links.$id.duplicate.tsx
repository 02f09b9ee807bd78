import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { duplicateLink } from "~/domain/links/duplicate-link.server";
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

export async function action({ request, params }: ActionFunctionArgs) {
  const { host, member, link } = await requireLinkPage(request, params.id);
  await readFields(request);
  const copied = await duplicateLink({ workspaceId: host.workspace.id, member, id: link.id });
  if (!copied.ok && copied.reason === "not_found") throw data(null, { status: 404 });
  if (!copied.ok) {
    const text = `“${link.title}” was not copied. ${copied.errors[0]?.message ?? ""}`;
    return redirectWith({ kind: "stop", text }, paths.link(link.id));
  }
  const text = `“${copied.link.title}” is a copy with an address of its own, still off. Change what differs, then enable it.`;
  return redirectWith({ kind: "ok", text }, paths.link(copied.link.id));
}
