import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BookingsTable } from "~/components/bookings-table";
import { CancellingProgress, howFar } from "~/components/bulk-progress";
import { LinkButton } from "~/components/form";
import { Notice } from "~/components/notice";
import { HostHeading, Section, Sheet } from "~/components/page";
import { zoneTime } from "~/domain/time";
import { loadBulkCancellation } from "~/http/cancel-day-page.server";
import { paths } from "~/paths";

export { NoBulkCancellation as ErrorBoundary } from "~/components/bulk-progress";

/** A screen reader says the title first at every refresh: it tells how far it has come. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? howFar(data) : "Cancel a day"} · Meridian` },
  { name: "robots", content: "noindex" },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const bulk = await loadBulkCancellation(request, params.id);
  const isStill = new URL(request.url).searchParams.get("refresh") === "off";
  const refreshes = !bulk.isFinished && !isStill;
  return data({ ...bulk, refreshes }, { headers: refreshes ? { Refresh: "2" } : {} });
}

export default function BulkCancellation() {
  const page = useLoaderData<typeof loader>();
  const { reason, isFinished, clock } = page;
  return (
    <>
      <HostHeading
        back={{ href: paths.bookings(), label: "Bookings" }}
        title={howFar(page)}
        sentence={isFinished ? `Times are ${zoneTime(clock.zone)}.` : undefined}
      />
      {reason ? (
        <p className="mb-6 max-w-text [overflow-wrap:anywhere]">
          The message: <q className="whitespace-pre-line">{reason}</q>
        </p>
      ) : null}
      {isFinished ? <Outcome /> : <CancellingProgress {...page} />}
    </>
  );
}

function Outcome() {
  const { cancelled, standing, clock, viewerId } = useLoaderData<typeof loader>();
  return (
    <>
      {cancelled.length > 0 ? (
        <Notice
          kind="ok"
          className="mb-6"
          title="Everybody who was to come gets a mail."
          action={<a href={paths.cancelDay()}>Cancel another day</a>}
        >
          The times are free again.
        </Notice>
      ) : null}
      <Sheet className="mb-6">
        {standing.length > 0 ? (
          <Section
            title="Not cancelled"
            aside="They were over before their turn came, or it failed. Open one to see, and to try again."
          >
            <BookingsTable bookings={standing} clock={clock} viewerId={viewerId} caption="Not cancelled" />
          </Section>
        ) : null}
        {cancelled.length > 0 ? (
          <Section title="Cancelled">
            <BookingsTable bookings={cancelled} clock={clock} viewerId={viewerId} caption="Cancelled" />
          </Section>
        ) : null}
      </Sheet>
      <LinkButton href={paths.bookings()}>Back to the bookings</LinkButton>
    </>
  );
}
