import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lengthOf } from "~/components/booking-words";
import { CalendarTroubles } from "~/components/calendar-troubles";
import { CopyField } from "~/components/copy-field";
import { LinkButton } from "~/components/form";
import { NextList } from "~/components/next-list";
import { HostHeading, Section, Sheet } from "~/components/page";
import { TodayRuler } from "~/components/today-ruler";
import { Undelivered } from "~/components/undelivered";
import { WaitingList } from "~/components/waiting-list";
import { loadToday } from "~/domain/bookings/today.server";
import { calendarTroubles } from "~/domain/calendars/troubles.server";
import { countOf } from "~/domain/counts";
import { listEventTypes } from "~/domain/event-types/event-types.server";
import { formatDayLong } from "~/domain/time";
import { may } from "~/domain/workspaces/roles";
import { env } from "~/env.server";
import { requireHost } from "~/http/auth.server";
import { hostClock } from "~/http/host-page.server";
import { paths } from "~/paths";

const mostLinks = 5;

export const meta: MetaFunction = () => [{ title: "Today · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "workspace.read");
  if (!may(role, "event-types.read")) throw redirect(paths.ownSessions());
  const clock = hostClock(request, user);
  const [today, eventTypes, troubles] = await Promise.all([
    loadToday({ workspaceId: workspace.id, hostId: user.id, zone: user.timezone, now: clock.now }),
    listEventTypes(workspace.id, { hostId: user.id }),
    calendarTroubles({ workspaceId: workspace.id, userId: user.id }, clock.now),
  ]);
  const offered = eventTypes.filter((eventType) => eventType.isActive && !eventType.isLinkOnly);
  return {
    ...today,
    troubles,
    clock,
    viewerId: user.id,
    workspace: { slug: workspace.slug },
    origin: env.APP_URL.replace(/\/$/, ""),
    links: offered.slice(0, mostLinks).map(({ id, name, slug }) => ({ id, name, slug })),
    linksLeft: Math.max(0, offered.length - mostLinks),
    hasEventTypes: eventTypes.length > 0,
  };
}

export default function Today() {
  const { clock, viewerId, today, waiting, next, week, undelivered, troubles } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        title={formatDayLong(clock.now, clock.zone, clock.locale, clock.now)}
        actions={
          <LinkButton kind="primary" icon="plus" href={paths.newEventType()}>
            New event type
          </LinkButton>
        }
      />
      <CalendarTroubles troubles={troubles} clock={clock} />
      <Undelivered {...undelivered} clock={clock} />
      <Sheet className="border-t-2 border-t-ink">
        <div className="p-5 pb-2 sm:px-7 sm:pb-3 sm:pt-6">
          <TodayRuler bookings={today} clock={clock} />
        </div>
        <div className="grid border-t border-rule lg:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="min-w-0">
            {waiting.items.length > 0 ? (
              <Section title="Waiting for your answer" aside={<Requests {...waiting} />}>
                <WaitingList bookings={waiting.items} clock={clock} from={paths.dashboard()} />
              </Section>
            ) : null}
            <Section
              title="Next"
              aside={
                <a href={paths.bookings()} className="-my-1 inline-block py-1">
                  All bookings
                </a>
              }
            >
              {next.length > 0 ? <NextList bookings={next} clock={clock} viewerId={viewerId} /> : <NothingNext />}
            </Section>
          </div>
          <div className="min-w-0 border-rule max-lg:border-t lg:border-s">
            <Section title="Your links">
              <Links />
            </Section>
            <Section title="This week">
              <dl className="flex flex-wrap gap-x-10 gap-y-3">
                <BigFact label="Meetings" value={String(week.meetings)} />
                <BigFact label="Still free" value={lengthOf(week.free)} />
              </dl>
              <p className="hint mt-2">Monday to Sunday. Still free counts your usual hours from now on.</p>
            </Section>
          </div>
        </div>
      </Sheet>
    </>
  );
}

function Requests({ items, total }: { items: unknown[]; total: number }) {
  if (total === items.length) return countOf(total, "request");
  return <a href={paths.bookings({ tab: "waiting" })}>{`${items.length} of ${total} requests`}</a>;
}

function NothingNext() {
  return (
    <p className="max-w-text text-muted">
      Nothing is booked. Share a link, and whoever has it picks a time in your free hours. It then stands here.
    </p>
  );
}

function Links() {
  const { workspace, origin, links, linksLeft, hasEventTypes } = useLoaderData<typeof loader>();
  return (
    <div className="space-y-4">
      <CopyField
        label="Your public page"
        name="public-page"
        value={origin + paths.book(workspace.slug)}
        href={paths.book(workspace.slug)}
      />
      {links.map(({ id, name, slug }) => (
        <div key={id} className="border-t border-rule pt-3">
          <CopyField
            label={name}
            name={`link-${slug}`}
            value={origin + paths.bookEventType(workspace.slug, slug)}
            href={paths.bookEventType(workspace.slug, slug)}
          />
        </div>
      ))}
      {linksLeft > 0 ? (
        <a href={paths.eventTypes()} className="inline-block py-1 text-small">
          {`${linksLeft} more under Event types`}
        </a>
      ) : null}
      {links.length === 0 ? <NothingToBook hasEventTypes={hasEventTypes} /> : null}
    </div>
  );
}

function NothingToBook({ hasEventTypes }: { hasEventTypes: boolean }) {
  if (hasEventTypes) {
    return (
      <p className="text-small">
        All your event types are switched off. <a href={paths.eventTypes()}>Switch one on</a>, and its link stands here.
      </p>
    );
  }
  return (
    <p className="text-small">
      Nothing to book yet. An event type says how long you meet, where, and how much notice you need.{" "}
      <a href={paths.newEventType()}>Make the first one</a>.
    </p>
  );
}

function BigFact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-small text-muted">{label}</dt>
      <dd className="whitespace-nowrap font-display text-h1">{value}</dd>
    </div>
  );
}
