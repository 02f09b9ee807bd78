import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { troubleMark } from "~/components/calendar-troubles";
import { Flash } from "~/components/flash";
import { HostFrame, type NavigationItem } from "~/components/navigation";
import { countBookings } from "~/domain/bookings/bookings.server";
import { calendarTroubles } from "~/domain/calendars/troubles.server";
import { formatTime, zoneCity } from "~/domain/time";
import { may } from "~/domain/workspaces/roles";
import { defaultMembership } from "~/domain/workspaces/workspaces.server";
import { requireUser } from "~/http/auth.server";
import { visitorLocale } from "~/http/visitor.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  const membership = await defaultMembership(user);
  const now = Date.now();
  const [waiting, troubles] = membership
    ? await Promise.all([
        countBookings({
          workspaceId: membership.workspace.id,
          hostId: user.id,
          openFor: user.id,
          statuses: ["pending"],
          from: now,
        }),
        calendarTroubles({ workspaceId: membership.workspace.id, userId: user.id }, now),
      ])
    : [0, []];
  const { locale } = visitorLocale(request);
  return {
    user: { name: user.name, email: user.email },
    workspace: membership ? { name: membership.workspace.name, slug: membership.workspace.slug } : null,
    isHost: membership !== null && may(membership.role, "bookings.read"),
    waiting,
    calendarMark: troubleMark(troubles),
    path: new URL(request.url).pathname,
    clock: `${zoneCity(user.timezone)}, ${formatTime(Date.now(), user.timezone, locale)}`,
  };
}

export default function HostPages() {
  const { user, workspace, isHost, waiting, calendarMark, path, clock } = useLoaderData<typeof loader>();
  return (
    <HostFrame
      user={user}
      workspace={workspace}
      items={isHost ? items(waiting, calendarMark) : workspace ? [[calendars(calendarMark), settings]] : []}
      currentPath={path === paths.troubleshoot() ? paths.availability() : path}
      clock={clock}
    >
      <Flash />
      <Outlet />
    </HostFrame>
  );
}

const settings: NavigationItem = { href: paths.settings(), label: "Settings", icon: "settings" };

function calendars(warn: string | undefined): NavigationItem {
  return { href: paths.calendars(), label: "Calendars", icon: "calendar-sync", warn };
}

function items(waiting: number, calendarMark: string | undefined): NavigationItem[][] {
  return [
    [
      { href: paths.dashboard(), label: "Today", icon: "sun" },
      { href: paths.bookings(), label: "Bookings", icon: "calendar-check", badge: waiting },
      { href: paths.teamCalendar(), label: "Team calendar", icon: "users" },
    ],
    [
      { href: paths.eventTypes(), label: "Event types", icon: "layers" },
      { href: paths.availability(), label: "Availability", icon: "clock" },
      { href: paths.links(), label: "Links", icon: "link" },
      { href: paths.templates(), label: "Templates", icon: "list-checks" },
    ],
    [
      calendars(calendarMark),
      { href: paths.teams(), label: "Teams", icon: "users-round" },
      { href: paths.analytics(), label: "Analytics", icon: "chart-column" },
      settings,
      { href: paths.help(), label: "Help", icon: "circle-question-mark" },
    ],
  ];
}
