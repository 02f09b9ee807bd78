import { Outlet } from "@remix-run/react";
import type { CalendarTrouble } from "~/domain/calendars/troubles.server";
import { paths } from "~/paths";
import { troubleMark } from "./calendar-troubles";
import { Flash } from "./flash";
import { HostFrame, type NavigationItem } from "./navigation";

type Frame = {
  user: { name: string; email: string };
  workspace: { name: string; slug: string } | null;
  /** Or a client. */
  isHost: boolean;
  waiting: number;
  troubles: CalendarTrouble[];
  path: string;
  clock: string;
};

/** The pages of somebody who is signed in, in their frame. */
export function HostPages({ user, workspace, isHost, waiting, troubles, path, clock }: Frame) {
  const calendarMark = troubleMark(troubles);
  return (
    <HostFrame
      user={user}
      workspace={workspace}
      items={isHost ? hostItems(waiting, calendarMark) : workspace ? clientItems(calendarMark) : []}
      currentPath={path === paths.troubleshoot() ? paths.availability() : path}
      clock={clock}
    >
      <Flash />
      <Outlet />
    </HostFrame>
  );
}

const settings: NavigationItem = { href: paths.settings(), label: "Settings", icon: "settings" };
const help: NavigationItem = { href: paths.help(), label: "Help", icon: "circle-question-mark" };

function calendars(warn: string | undefined): NavigationItem {
  return { href: paths.calendars(), label: "Calendars", icon: "calendar-sync", warn };
}

function clientItems(calendarMark: string | undefined): NavigationItem[][] {
  return [
    [
      { href: paths.ownSessions(), label: "Sessions", icon: "calendar-check" },
      { href: paths.coaches(), label: "Coaches", icon: "users" },
    ],
    [calendars(calendarMark), settings, help],
  ];
}

function hostItems(waiting: number, calendarMark: string | undefined): NavigationItem[][] {
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
      help,
    ],
  ];
}
