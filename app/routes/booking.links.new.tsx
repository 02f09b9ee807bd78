import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkWizard } from "~/components/link-wizard";
import { requireHost } from "~/http/auth.server";
import { sendFirst, showFirst } from "~/http/link-wizard.server";

export const meta: MetaFunction = () => [{ title: "New link · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return showFirst(request, await requireHost(request, "links.own"), null);
}

export async function action({ request }: ActionFunctionArgs) {
  return sendFirst(request, await requireHost(request, "links.own"), null);
}

export default function NewLink() {
  const first = useLoaderData<typeof loader>();
  return <LinkWizard page={useActionData<typeof action>() ?? first} />;
}
