import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ApiDocsPage } from "~/components/api-docs/api-docs-page";
import { ApiExamples } from "~/components/api-docs/api-examples";
import { Section, Sheet } from "~/components/page";
import { loadApiDocs, swaggerFiles } from "~/http/api-docs-page.server";

export const meta: MetaFunction = () => [{ title: "API · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { ...(await loadApiDocs(request)), files: swaggerFiles };
}

export default function Docs() {
  const page = useLoaderData<typeof loader>();
  return (
    <ApiDocsPage {...page} viewer="swagger">
      <Sheet className="mt-8">
        <Section id="examples" title="Examples to run">
          <ApiExamples />
        </Section>
      </Sheet>
    </ApiDocsPage>
  );
}
