import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkWizard } from "~/components/link-wizard";
import { stepNames } from "~/domain/links/draft-fields";
import { sendStep, showStep } from "~/http/link-wizard.server";

export { NoOneTimeLink as ErrorBoundary } from "~/components/no-one-time-link";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? stepNames[data.step] : "Draft"} of a link · Meridian` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return showStep(request, params);
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendStep(request, params);
}

export default function LinkDraftStep() {
  const saved = useLoaderData<typeof loader>();
  return <LinkWizard page={useActionData<typeof action>() ?? saved} />;
}
