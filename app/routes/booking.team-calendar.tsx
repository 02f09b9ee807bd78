import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { Icon } from "~/components/icon";
import { distinctInitials } from "~/components/initials";
import { Notice } from "~/components/notice";
import { HostHeading } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { Tabs } from "~/components/tabs";
import { TeamCalendarFilter } from "~/components/team-calendar-filter";
import { TeamCalendarLegend } from "~/components/team-calendar-legend";
import { TeamPeople } from "~/components/team-calendar-people";
import { clockNotes, dayTab, hrefsOf, missingDays, weekWords } from "~/components/team-calendar-words";
import { TeamFreeList } from "~/components/team-free-list";
import { TeamWeek } from "~/components/team-week";
import { TeamWeekList } from "~/components/team-week-list";
import { formatDate } from "~/domain/availability/calendar-days";
import { zoneTime } from "~/domain/time";
import { loadTeamCalendar } from "~/http/team-calendar-page.server";
import { paths } from "~/paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Team calendar${data ? `, ${weekWords(data)}` : ""} · Meridian` },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const page = await loadTeamCalendar(request);
  return data(page, { status: page.errors.length > 0 ? 400 : 200 });
}

export default function TeamCalendar() {
  const page = useLoaderData<typeof loader>();
  const { errors, members } = page;
  const wrongWeek = errors.find(({ path }) => path === "week");
  return (
    <>
      <HostHeading title="Team calendar" actions={<Turns />} />
      {wrongWeek ? (
        <Notice kind="wait" className="mb-5" title={wrongWeek.message}>
          This is the present week.
        </Notice>
      ) : null}
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
        <div className="grow basis-80">
          <TeamCalendarFilter page={page} />
        </div>
        {members.length > 0 ? <OtherView /> : null}
      </div>
      {members.length === 0 ? <Nobody /> : <Week />}
    </>
  );
}

/** Earlier, this week, later. */
function Turns() {
  const page = useLoaderData<typeof loader>();
  const { earlier, later, isThis } = page.week;
  const hrefFor = hrefsOf(page);
  return (
    <nav aria-label="Weeks" className="flex gap-2">
      {earlier ? (
        <a href={hrefFor({ week: earlier })} rel="prev" className="btn btn-second px-3">
          <Icon name="chevron-left" />
          <span className="sr-only">Earlier week</span>
        </a>
      ) : null}
      <a href={hrefFor({ week: null })} aria-current={isThis ? "date" : undefined} className="btn btn-second">
        This week
      </a>
      {later ? (
        <a href={hrefFor({ week: later })} rel="next" className="btn btn-second px-3">
          <Icon name="chevron-right" />
          <span className="sr-only">Later week</span>
        </a>
      ) : null}
    </nav>
  );
}

function OtherView() {
  const page = useLoaderData<typeof loader>();
  const { isList, page: shown } = page;
  const href = hrefsOf(page)({ view: isList ? null : "list", page: shown.number > 1 ? shown.number : null });
  return (
    <a href={href} className="inline-flex min-h-9 items-center text-small">
      {isList ? "Same week as a picture" : "Same week as a list"}
    </a>
  );
}

function Week() {
  const page = useLoaderData<typeof loader>();
  const { clock, days, members, isList } = page;
  const initials = distinctInitials(members.map(({ name }) => name));
  return (
    <>
      <h2 className="sr-only">{weekWords(page)}</h2>
      {days.length === 0 ? (
        <Notice title="Nobody has hours this week.">
          Look at another week, or choose other people. Hours are set under{" "}
          <a href={paths.availability()}>Availability</a>.
        </Notice>
      ) : isList ? (
        <TeamWeekList page={page} />
      ) : (
        <>
          <p className="sr-only">A picture of the week follows. All that it shows is in the same week as a list.</p>
          <TeamCalendarLegend page={page} />
          <Days />
          <TeamWeek page={page} initials={initials} />
        </>
      )}
      <Pages />
      <p className="hint mt-3">{[`${zoneTime(clock.zone)}.`, missingDays(page), ...clockNotes(page)].join(" ")}</p>
      <div className="mt-7 grid items-start gap-x-6 gap-y-7 lg:grid-cols-2">
        <TeamFreeList page={page} />
        <TeamPeople page={page} initials={initials} />
      </div>
    </>
  );
}

/** Where there is room for one day only. */
function Days() {
  const page = useLoaderData<typeof loader>();
  const { days, chosenDay, page: shown } = page;
  const hrefFor = hrefsOf(page);
  const items = days.map((day) => ({
    href: `${hrefFor({ day: formatDate(day.day), page: shown.number > 1 ? shown.number : null })}#day`,
    label: dayTab(day, page.clock),
    isCurrent: day.day === chosenDay,
  }));
  return (
    <div id="day" className="lg:hidden">
      <Tabs label="Days" items={items} className="mb-3" />
    </div>
  );
}

function Pages() {
  const page = useLoaderData<typeof loader>();
  const { number, first, size } = page.page;
  const { total, members, chosenDay, days } = page;
  if (total <= size) return null;
  const day = days.some((each) => each.day === chosenDay) && chosenDay !== null ? formatDate(chosenDay) : null;
  const href = (to: number) => hrefsOf(page)({ day, page: to === 1 ? null : to });
  const last = first + members.length;
  return (
    <Pagination
      label="People"
      range={`${first + 1} to ${last} of ${total} people`}
      earlier={number > 1 ? { href: href(number - 1), label: "Previous people" } : undefined}
      later={last < total ? { href: href(number + 1), label: "Next people" } : undefined}
    />
  );
}

function Nobody() {
  const { kept } = useLoaderData<typeof loader>();
  if (kept.team) {
    return (
      <EmptyState
        title="Nobody is in this team"
        actions={<LinkButton href={paths.team(kept.team)}>Open the team</LinkButton>}
      >
        As soon as it has members who take meetings, their week stands here.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nobody to show" actions={<LinkButton href={paths.members()}>Members</LinkButton>}>
      Nobody who hosts this takes meetings at present.
    </EmptyState>
  );
}
