import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BookingsFilter, narrowedTo } from "~/components/bookings-filter";
import { BookingsTable } from "~/components/bookings-table";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { HostHeading, Sheet } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { Tabs } from "~/components/tabs";
import { formatDate } from "~/domain/availability/calendar-days";
import { bookingTabs, type BookingTab } from "~/domain/bookings/booking-list";
import { zoneTime } from "~/domain/time";
import { loadBookingsPage, pageSize } from "~/http/bookings-page.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Bookings · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { ...(await loadBookingsPage(request)), pageSize };
}

const names: Record<BookingTab, string> = {
  upcoming: "Upcoming",
  waiting: "Waiting",
  past: "Past",
  cancelled: "Cancelled",
};

export default function Bookings() {
  const page = useLoaderData<typeof loader>();
  const { items, tab, values, counts, clock, viewerId } = page;
  const notes: Partial<Record<BookingTab, number>> = counts;
  return (
    <>
      <HostHeading
        title="Bookings"
        sentence={`Times are ${zoneTime(clock.zone)}. The invitee’s own time stands under the name.`}
        actions={<LinkButton href={paths.newBooking()}>Book for someone</LinkButton>}
      />
      <Tabs
        label="Bookings by state"
        items={bookingTabs.map((each) => ({
          href: paths.bookings({ ...values, tab: each }),
          label: names[each],
          note: notes[each],
          isCurrent: each === tab,
        }))}
      />
      <BookingsFilter {...page} />
      <Overview />
      {items.length > 0 ? (
        <>
          <Sheet className="p-5 sm:p-6">
            <BookingsTable bookings={items} clock={clock} viewerId={viewerId} caption={`${names[tab]} bookings`} />
          </Sheet>
          <Pages />
        </>
      ) : (
        <Nothing tab={tab} isNarrowed={narrowedTo(page).length > 0} />
      )}
    </>
  );
}

/** What the list is narrowed to, and what can be done with all of it. */
function Overview() {
  const page = useLoaderData<typeof loader>();
  const { values, search, tab, total } = page;
  const phrases = narrowedTo(page);
  const mayComeOff = tab === "upcoming" || tab === "waiting";
  const date = search.from === undefined ? null : formatDate(search.from);
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      {phrases.length > 0 ? (
        <p className="min-w-0 text-small [overflow-wrap:anywhere]">
          Only <bdi>{phrases.join(", ")}</bdi>.{" "}
          <a href={paths.bookings({ tab })} className="inline-block py-1">
            Show all
          </a>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3 sm:ms-auto">
        {total > 0 ? (
          <LinkButton small icon="download" href={paths.exportBookings({ ...values, tab })}>
            Export as CSV
          </LinkButton>
        ) : null}
        {mayComeOff ? (
          <LinkButton small kind="stop" href={paths.cancelDay({ host: values.host, date })}>
            Cancel a day…
          </LinkButton>
        ) : null}
      </div>
    </div>
  );
}

function Pages() {
  const { items, total, page, tab, values, pageSize } = useLoaderData<typeof loader>();
  const first = (page - 1) * pageSize + 1;
  const last = first + items.length - 1;
  // Under the first two tabs the nearest stands first, under the others the latest.
  const [before, after] = tab === "upcoming" || tab === "waiting" ? ["Earlier", "Later"] : ["Newer", "Older"];
  const href = (number: number) => paths.bookings({ ...values, tab, page: number === 1 ? null : number });
  return (
    <Pagination
      range={`${first} to ${last} of ${total}`}
      earlier={page > 1 ? { href: href(page - 1), label: before! } : undefined}
      later={last < total ? { href: href(page + 1), label: after! } : undefined}
    />
  );
}

function Nothing({ tab, isNarrowed }: { tab: BookingTab; isNarrowed: boolean }) {
  if (isNarrowed) {
    return (
      <EmptyState title="Nothing matches" actions={<LinkButton href={paths.bookings({ tab })}>Show all</LinkButton>}>
        No booking under this tab fits the filter. Try fewer words, or other dates.
      </EmptyState>
    );
  }
  const { title, words } = nothing[tab];
  const links =
    tab === "upcoming" ? (
      <>
        <LinkButton href={paths.dashboard()}>Find your links</LinkButton>
        <LinkButton href={paths.troubleshoot()}>Why is a time not offered?</LinkButton>
      </>
    ) : undefined;
  return (
    <EmptyState title={title} actions={links}>
      {words}
    </EmptyState>
  );
}

const nothing: Record<BookingTab, { title: string; words: string }> = {
  upcoming: {
    title: "Nothing is booked",
    words: "Share a link, and whoever has it picks a time in your free hours. It then stands here.",
  },
  waiting: {
    title: "Nobody waits for an answer",
    words: "Requests stand here when an event type asks for your confirmation.",
  },
  past: { title: "Nothing yet", words: "A meeting moves here when it is over." },
  cancelled: {
    title: "Nothing was cancelled",
    words: "Cancelled and declined meetings stand here, with their reasons.",
  },
};
