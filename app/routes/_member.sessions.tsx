import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { HostHeading, Sheet } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { SessionsTable } from "~/components/sessions-table";
import { Tabs } from "~/components/tabs";
import { bookingTabs, type BookingTab } from "~/domain/bookings/booking-list";
import { zoneTime } from "~/domain/time";
import { loadSessionsPage } from "~/http/sessions-page.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Sessions · Meridian" }, { name: "robots", content: "noindex" }];

export const loader = ({ request }: LoaderFunctionArgs) => loadSessionsPage(request);

const words: Record<BookingTab, { label: string; nothing: string; sentence: string }> = {
  upcoming: {
    label: "Next",
    nothing: "No session is booked",
    sentence: "Choose a coach and a time that suits you. What you book stands here.",
  },
  waiting: {
    label: "Waiting",
    nothing: "Nothing waits for an answer",
    sentence: "What you ask for stands here until your coach has answered. The time is held for you meanwhile.",
  },
  past: { label: "Past", nothing: "Nothing yet", sentence: "A session moves here when it is over." },
  cancelled: {
    label: "Cancelled",
    nothing: "Nothing was cancelled",
    sentence: "Sessions that were cancelled or declined stand here.",
  },
};

export default function Sessions() {
  const { items, tab, counts, clock, viewerId } = useLoaderData<typeof loader>();
  const notes: Partial<Record<BookingTab, number>> = counts;
  return (
    <>
      <HostHeading
        title="Sessions"
        sentence={`Times are ${zoneTime(clock.zone)}.`}
        actions={
          <LinkButton kind="primary" icon="plus" href={paths.coaches()}>
            Book a session
          </LinkButton>
        }
      />
      <Tabs
        label="Sessions by state"
        items={bookingTabs.map((each) => ({
          href: paths.ownSessions({ tab: each === "upcoming" ? null : each }),
          label: words[each].label,
          note: notes[each],
          isCurrent: each === tab,
        }))}
      />
      {items.length > 0 ? (
        <>
          <Sheet className="p-5 sm:p-6">
            <SessionsTable
              sessions={items}
              clock={clock}
              viewerId={viewerId}
              caption={`Sessions: ${words[tab].label}`}
            />
          </Sheet>
          <Pages />
        </>
      ) : (
        <EmptyState
          title={words[tab].nothing}
          actions={tab === "upcoming" ? <LinkButton href={paths.coaches()}>See the coaches</LinkButton> : undefined}
        >
          {words[tab].sentence}
        </EmptyState>
      )}
    </>
  );
}

function Pages() {
  const { items, total, page, tab, pageSize } = useLoaderData<typeof loader>();
  if (total <= pageSize) return null;
  const first = (page - 1) * pageSize + 1;
  const last = first + items.length - 1;
  // Under the first two tabs the nearest stands first, under the others the latest.
  const [before, after] = tab === "upcoming" || tab === "waiting" ? ["Earlier", "Later"] : ["Newer", "Older"];
  const href = (number: number) =>
    paths.ownSessions({ tab: tab === "upcoming" ? null : tab, page: number === 1 ? null : number });
  return (
    <Pagination
      range={`${first} to ${last} of ${total}`}
      earlier={page > 1 ? { href: href(page - 1), label: before! } : undefined}
      later={last < total ? { href: href(page + 1), label: after! } : undefined}
    />
  );
}
