import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useRouteError } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { HelpFrame } from "~/components/help/help-frame";
import { TopicPage } from "~/components/help/topic-page";
import { findTopic } from "~/components/help/topics";
import { readSession } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const topic = findTopic(data?.slug);
  if (!topic) return [{ title: "No such topic · Meridian" }, { name: "robots", content: "noindex" }];
  return [{ title: `${topic.title} · Help · Meridian` }, { name: "description", content: topic.sentence }];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const topic = findTopic(params.topic);
  if (!topic) throw data(null, { status: 404 });
  return { slug: topic.slug, isSignedIn: (await readSession(request, Date.now())) !== null };
}

export default function HelpTopic() {
  const { slug, isSignedIn } = useLoaderData<typeof loader>();
  return (
    <HelpFrame isSignedIn={isSignedIn} current={slug}>
      <TopicPage topic={findTopic(slug)!} />
    </HelpFrame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error;
  return (
    <ErrorPage
      status={404}
      title="There is no such topic"
      message="The guide has no page of this name."
      link={{ href: paths.help(), label: "See all topics" }}
    />
  );
}
