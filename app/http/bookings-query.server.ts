import {
  BookingSearch,
  bookingTabs,
  searchFilter,
  sessions,
  tabFilter,
  type BookingTab,
} from "~/domain/bookings/booking-list";
import { isUuid } from "~/domain/fields";
import { may } from "~/domain/workspaces/roles";
import { requireHost, type Host } from "./auth.server";
import { fieldErrors, type FieldError } from "./form.server";
import { hostClock } from "./host-page.server";

/**
 * Which bookings the address asks for, for whoever lists or exports them. What it says wrongly is told and left out.
 * Members see what they host, so for them there is no host and no team to ask for.
 */
export async function readBookingsQuery(request: Request) {
  const host = await requireHost(request, "bookings.read");
  const clock = hostClock(request, host.user);
  const seesAll = may(host.role, "bookings.change-any");
  const { tab, values, search, errors, query } = readQuery(new URL(request.url).searchParams, seesAll);
  const own = ownBookings(host);
  const filter = {
    ...own,
    ...searchFilter(search, clock.zone),
    ...tabFilter(tab, clock.now),
    ...(values.host && { hostId: values.host }),
    ...(values.team && { teamId: values.team }),
    ...(values.event === sessions ? { areSessions: true } : values.event && { eventTypeId: values.event }),
  };
  return { host, clock, seesAll, tab, values, search, errors, query, own, filter };
}

/** Those that this member may see. */
export function ownBookings({ user, workspace, role }: Pick<Host, "user" | "workspace" | "role">) {
  return { workspaceId: workspace.id, hostId: may(role, "bookings.change-any") ? undefined : user.id };
}

type Values = { q: string; event: string; host: string; team: string; from: string; to: string };
type Search = { values: Values; search: BookingSearch; errors: FieldError[]; query: URLSearchParams };

function readQuery(query: URLSearchParams, seesAll: boolean): Search & { tab: BookingTab } {
  const tab = bookingTabs.find((each) => each === query.get("tab")) ?? "upcoming";
  const text = (name: string) => (query.get(name) ?? "").replaceAll("\u0000", "");
  const id = (name: string) => (isUuid(text(name)) ? text(name).toLowerCase() : "");
  const [host, team] = seesAll ? [id("host"), id("team")] : ["", ""];
  const event = text("event") === sessions ? sessions : id("event");
  const values = { q: text("q"), event, host, team, from: text("from"), to: text("to") };
  const parsed = BookingSearch.safeParse(values);
  if (parsed.success) return { tab, query, values, search: parsed.data, errors: [] };
  const errors = fieldErrors(parsed.error);
  // What makes sense still counts.
  const rest = Object.entries(values).filter(([name]) => errors.every((error) => error.path !== name));
  const { data: search = {} } = BookingSearch.safeParse(Object.fromEntries(rest));
  return { tab, query, values, search, errors };
}
