import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { discardDraft } from "~/domain/links/link-drafts.server";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

/** The button stands in the list. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireHost(request, "links.own");
  return redirect(paths.links());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "links.own");
  await readFields(request);
  const isGone = await discardDraft({ workspaceId: workspace.id, userId: user.id }, params.id);
  const text = isGone ? "The draft is discarded." : "That draft is published or discarded already.";
  return redirectWith({ kind: isGone ? "ok" : "info", text }, paths.links());
}
