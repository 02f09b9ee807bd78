import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FoundSections } from "~/components/help/found-sections";
import { guideSections } from "~/components/help/guide-text";
import { HelpFrame } from "~/components/help/help-frame";
import { TopicList } from "~/components/help/topic-list";
import { HostHeading, Section, Sheet } from "~/components/page";
import { cleanQuery, searchGuide } from "~/domain/help/search";
import { readSession } from "~/http/session.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.query ? `“${data.query}” · Help · Meridian` : "Help · Meridian" },
  ...(data?.query ? [{ name: "robots", content: "noindex" }] : []),
];

export async function loader({ request }: LoaderFunctionArgs) {
  const query = cleanQuery(new URL(request.url).searchParams.get("q") ?? "");
  const found = query ? searchGuide(guideSections(), query) : [];
  const isSignedIn = (await readSession(request, Date.now())) !== null;
  return { isSignedIn, query, found: found.map(({ text: _, also: __, ...shown }) => shown) };
}

export default function Help() {
  const { isSignedIn, query, found } = useLoaderData<typeof loader>();
  return (
    <HelpFrame isSignedIn={isSignedIn} query={query}>
      {query ? <FoundSections query={query} found={found} /> : <Topics />}
    </HelpFrame>
  );
}

function Topics() {
  return (
    <>
      <HostHeading title="Help" sentence="Short answers for hosts and for whoever runs this instance." />
      <Sheet>
        <Section>
          <TopicList />
        </Section>
      </Sheet>
    </>
  );
}
