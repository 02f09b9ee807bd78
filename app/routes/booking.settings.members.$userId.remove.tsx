import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LeavingPage } from "~/components/leaving-page";
import { goneSentence, leavingWords } from "~/components/leaving-words";
import { loadLeaving, submitLeaving } from "~/http/leaving-page.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${leavingWords[page.kind].title} · Meridian` : "Member · Meridian" },
];

export function loader({ request, params }: LoaderFunctionArgs) {
  return loadLeaving(request, params.userId, "remove");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const sent = await submitLeaving(request, params.userId, "remove");
  if (!("outcome" in sent)) return sent;
  return redirectWith({ kind: "ok", text: goneSentence(sent) }, sent.isSelf ? paths.dashboard() : paths.members());
}

export default function RemoveMember() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <LeavingPage {...page} sent={sent} />;
}
