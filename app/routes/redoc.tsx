import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ApiDocsPage } from "~/components/api-docs/api-docs-page";
import { loadApiDocs, redocFiles } from "~/http/api-docs-page.server";

export const meta: MetaFunction = () => [{ title: "API reference · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { ...(await loadApiDocs(request)), files: redocFiles };
}

export default function Redoc() {
  return <ApiDocsPage {...useLoaderData<typeof loader>()} viewer="redoc" />;
}
