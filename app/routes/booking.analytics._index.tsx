import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AnalyticsFacts } from "~/components/analytics-facts";
import { AnalyticsFilter } from "~/components/analytics-filter";
import { AnalyticsHosts } from "~/components/analytics-hosts";
import { AnalyticsPlots } from "~/components/analytics-plots";
import { AnalyticsReferrers } from "~/components/analytics-referrers";
import { AnalyticsWays } from "~/components/analytics-ways";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { HostHeading, Sheet } from "~/components/page";
import { loadAnalyticsPage } from "~/http/analytics-page.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Analytics · Meridian" }, { name: "robots", content: "noindex" }];

export function loader({ request }: LoaderFunctionArgs) {
  return loadAnalyticsPage(request);
}

export default function Analytics() {
  const page = useLoaderData<typeof loader>();
  const { totals, before, values } = page;
  const isEmpty = [totals, before].every(({ views, bookings }) => views === 0 && bookings === 0);
  return (
    <>
      <HostHeading title="Analytics" sentence="Counted without cookies or personal data. Known bots are left out." />
      <AnalyticsFilter {...page} />
      {isEmpty ? (
        <Nothing isNarrowed={values.of !== ""} />
      ) : (
        <Sheet>
          <AnalyticsFacts {...page} />
          <AnalyticsPlots {...page} />
          <AnalyticsWays {...page} />
          <AnalyticsReferrers {...page} />
          {page.hours ? <AnalyticsHosts {...page} hours={page.hours} /> : null}
        </Sheet>
      )}
    </>
  );
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  return (
    <EmptyState
      title="Nothing was counted in these days"
      actions={
        <>
          <LinkButton kind="primary" href={paths.eventTypes()}>
            Event types
          </LinkButton>
          <LinkButton href={paths.links()}>Links</LinkButton>
        </>
      }
    >
      {isNarrowed
        ? "This one was neither opened nor booked, and not in the days before either. Copy its address and send it to people."
        : "Nobody opened or booked anything, and not in the days before either. As soon as somebody opens the page of an event type or a link, it is counted here."}
    </EmptyState>
  );
}
