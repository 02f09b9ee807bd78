import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkWizard } from "~/components/link-wizard";
import { requireLinkPage } from "~/http/link-page.server";
import { sendFirst, showFirst } from "~/http/link-wizard.server";

export { NoOneTimeLink as ErrorBoundary } from "~/components/no-one-time-link";

export const meta: MetaFunction = () => [{ title: "Change a link · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { host, link } = await requireLinkPage(request, params.id);
  return showFirst(request, host, link);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { host, link } = await requireLinkPage(request, params.id);
  return sendFirst(request, host, link);
}

export default function EditLink() {
  const first = useLoaderData<typeof loader>();
  return <LinkWizard page={useActionData<typeof action>() ?? first} />;
}
