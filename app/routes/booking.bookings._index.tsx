import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BookingsTable } from "~/components/bookings-table";
import { EmptyState } from "~/components/empty-state";
import { Field, Select } from "~/components/field";
import { Form, HiddenFields, LinkButton, Submit } from "~/components/form";
import { HostHeading, Sheet } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { Tabs } from "~/components/tabs";
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
  const { items, tab, values, counts, clock, viewerId } = useLoaderData<typeof loader>();
  const isNarrowed = Object.values(values).some(Boolean);
  const notes: Partial<Record<BookingTab, number>> = counts;
  return (
    <>
      <HostHeading
        title="Bookings"
        sentence={`Times are ${zoneTime(clock.zone)}. The invitee’s own time stands under the name.`}
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
      <Filter />
      {items.length > 0 ? (
        <>
          <Sheet className="p-5 sm:p-6">
            <BookingsTable bookings={items} clock={clock} viewerId={viewerId} caption={`${names[tab]} bookings`} />
          </Sheet>
          <Pages />
        </>
      ) : (
        <Nothing tab={tab} isNarrowed={isNarrowed} />
      )}
    </>
  );
}

function Filter() {
  const { tab, values, errors, eventTypes, hosts, seesAll } = useLoaderData<typeof loader>();
  const everybody = { value: "", label: "Everybody" };
  return (
    <Form method="get" action={paths.bookings()} values={values} errors={errors} className="mb-5">
      <HiddenFields values={{ tab }} />
      <div className="grid grid-cols-2 items-start gap-3 sm:flex sm:flex-wrap">
        <div className="col-span-2 sm:grow sm:basis-44">
          <Field label="Name, email or note" name="q" type="search" required={false} autoComplete="off" />
        </div>
        <div className="sm:grow sm:basis-32">
          <Select
            label="Event type"
            name="event"
            required={false}
            options={[{ value: "", label: "All" }, ...eventTypes]}
          />
        </div>
        {seesAll ? (
          <div className="sm:grow sm:basis-32">
            <Select label="Host" name="host" required={false} options={[everybody, ...hosts]} />
          </div>
        ) : null}
        <div className="sm:w-40">
          <Field label="From" name="from" type="date" required={false} />
        </div>
        <div className="sm:w-40">
          <Field label="To" name="to" type="date" required={false} />
        </div>
        <div className="self-end sm:self-start sm:pt-7">
          <Submit kind="second" wide>
            Filter
          </Submit>
        </div>
      </div>
    </Form>
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
