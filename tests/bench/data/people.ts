import { idOf, pick } from "./chance";
import { dateText, type Dates } from "./dates";
import type { Filling } from "./copy";
import { emailOf, nameOf, ownerOf, userId, workspaceId, workspaceOf, zoneOf } from "./measured";
import type { Size } from "./sizes";

export const peopleTables = {
  users: "id, name, email, timezone, email_verified_at, default_workspace_id",
  workspaces: "id, slug, name",
  workspace_members: "workspace_id, user_id, role",
  booking_schedules: "workspace_id, id, user_id, name, timezone, is_default",
  booking_availability: "workspace_id, schedule_id, weekday, start_minute, end_minute",
  booking_date_overrides: "workspace_id, schedule_id, date, intervals, note",
  calendar_accounts: "workspace_id, id, user_id, provider, subject, email",
  calendar_connections:
    "workspace_id, id, user_id, account_id, provider, calendar_id, name, is_primary, last_synced_at",
  calendar_events: "workspace_id, id, connection_id, user_id, provider_event_id, during",
};

export type Fillings<Tables> = Record<keyof Tables, Filling>;
type To = Fillings<typeof peopleTables>;

export function addWorkspace(to: To, workspace: number) {
  const slug = workspace === 0 ? "measured" : `workspace-${workspace}`;
  to.workspaces.add(workspaceId(workspace), slug, `Workspace ${workspace}`);
}

/** A host with a default schedule, some dates that differ, and every fifth with a calendar connected. */
export function addHost(to: To, size: Size, dates: Dates, host: number) {
  const workspace = workspaceOf(size, host);
  const [user, tenant] = [userId(host), workspaceId(workspace)];
  const isOwner = host === ownerOf(workspace);
  to.users.add(user, nameOf(host), emailOf(host), zoneOf(host), new Date(dates.anchor).toISOString(), tenant);
  to.workspace_members.add(tenant, user, isOwner ? "owner" : "member");
  addSchedule(to, dates, host, tenant, user);
  if (host % 5 === 1) addCalendar(to, dates, host, tenant, user);
}

const [full, split, early, late] = ["540-1020", "540-720 780-1020", "480-960", "600-1080"];

/** Minutes of the day for each weekday from Monday on. */
const weeks = [
  [full, full, full, full, full],
  [split, split, split, split, split],
  [early, early, early, early, "480-780"],
  [full, "540-720", late, full, "540-960"],
];

function addSchedule(to: To, dates: Dates, host: number, tenant: string, user: string) {
  const schedule = idOf("schedule", host);
  to.booking_schedules.add(tenant, schedule, user, "Working hours", zoneOf(host), true);
  weeks[host % weeks.length]!.forEach((hours, weekday) => {
    for (const [start, end] of hours.split(" ").map((range) => range.split("-"))) {
      to.booking_availability.add(tenant, schedule, weekday, start!, end!);
    }
  });
  const days = dates.workdaysInMonth;
  const closed = 3 + (host % 8);
  if (host % 3 === 0) to.booking_date_overrides.add(tenant, schedule, dateText(days[closed]!), "{}", "Day off");
  if (host % 4 === 0) to.booking_date_overrides.add(tenant, schedule, dateText(days[closed + 2]!), "{600,840}", "");
}

function addCalendar(to: To, dates: Dates, host: number, tenant: string, user: string) {
  const connection = idOf("calendar", host);
  const synced = new Date(dates.anchor).toISOString();
  const account = idOf("account", host);
  to.calendar_accounts.add(tenant, account, user, "google", `subject${host}`, emailOf(host));
  to.calendar_connections.add(tenant, connection, user, account, "google", emailOf(host), "Calendar", true, synced);
  for (let block = 0; block < 8; block++) {
    const n = host * 8 + block;
    const day = dates.workdaysInMonth[(block * 5 + pick("block", n, 0, 5)) % dates.workdaysInMonth.length]!;
    const start = day + (7 + pick("block", n, 1, 10)) * 3_600_000;
    const during = `[${new Date(start).toISOString()},${new Date(start + 5_400_000).toISOString()})`;
    to.calendar_events.add(tenant, idOf("block", n), connection, user, `block${n}`, during);
  }
}
