import { BookingSearch, bookingTabs, searchFilter, tabFilter, type BookingTab } from "~/domain/bookings/booking-list";
import { countBookings, listBookings, type BookingFilter } from "~/domain/bookings/bookings.server";
import { listEventTypes } from "~/domain/event-types/event-types.server";
import { isUuid } from "~/domain/fields";
import { listMembers } from "~/domain/workspaces/members.server";
import { may } from "~/domain/workspaces/roles";
import { requireHost } from "./auth.server";
import { fieldErrors, type FieldError } from "./form.server";
import { hostClock } from "./host-page.server";

export const pageSize = 20;

/** What the list of bookings shows: one page of a tab, narrowed by the search in the address. */
export async function loadBookingsPage(request: Request) {
  const { user, workspace, role } = await requireHost(request, "bookings.read");
  const clock = hostClock(request, user);
  const seesAll = may(role, "bookings.change-any");
  const { tab, values, search, errors, page } = readQuery(new URL(request.url).searchParams);
  const ownOnly = { workspaceId: workspace.id, hostId: seesAll ? undefined : user.id };
  const filter = {
    ...ownOnly,
    ...searchFilter(search, clock.zone),
    ...tabFilter(tab, clock.now),
    ...(seesAll && isUuid(values.host) && { hostId: values.host }),
    ...(isUuid(values.event) && { eventTypeId: values.event }),
  };
  const [list, eventTypes, members, upcoming, waiting] = await Promise.all([
    pageOf(filter, page),
    listEventTypes(workspace.id, seesAll ? {} : { hostId: user.id }),
    seesAll ? listMembers(workspace.id, { limit: 1000, offset: 0, now: clock.now }) : null,
    countBookings({ ...ownOnly, ...tabFilter("upcoming", clock.now) }),
    countBookings({ ...ownOnly, ...tabFilter("waiting", clock.now) }),
  ]);
  const hosts = (members?.items ?? []).filter((member) => member.userId && member.role !== "client");
  return {
    ...list,
    tab,
    values,
    errors,
    clock,
    viewerId: user.id,
    seesAll,
    counts: { upcoming, waiting },
    eventTypes: byName(eventTypes.map(({ id, name }) => ({ value: id, label: name }))),
    hosts: byName(hosts.map(({ id, name, email }) => ({ value: id, label: id === user.id ? "You" : (name ?? email) }))),
  };
}

type Search = { values: Record<string, string>; search: BookingSearch; errors: FieldError[] };

function readQuery(query: URLSearchParams): Search & { tab: BookingTab; page: number } {
  const tab = bookingTabs.find((each) => each === query.get("tab")) ?? "upcoming";
  const names = ["q", "event", "host", "from", "to"];
  const values = Object.fromEntries(names.map((name) => [name, (query.get(name) ?? "").replaceAll("\u0000", "")]));
  const page = Math.min(Math.max(Number.parseInt(query.get("page") ?? "1") || 1, 1), 100_000);
  const parsed = BookingSearch.safeParse(values);
  if (parsed.success) return { tab, page, values, search: parsed.data, errors: [] };
  const errors = fieldErrors(parsed.error);
  // What makes sense still counts.
  const rest = Object.entries(values).filter(([name]) => errors.every((error) => error.path !== name));
  const { data: search = {} } = BookingSearch.safeParse(Object.fromEntries(rest));
  return { tab, page, values, search, errors };
}

/** The page asked for, or the last one there is. */
async function pageOf(filter: BookingFilter & { order: "start" | "start_desc" }, page: number) {
  const read = async (number: number) => {
    const found = await listBookings({ ...filter, limit: pageSize, offset: (number - 1) * pageSize });
    return { ...found, page: number };
  };
  const found = await read(page);
  const last = Math.max(1, Math.ceil(found.total / pageSize));
  return page > last ? read(last) : found;
}

function byName<Option extends { label: string }>(options: Option[]): Option[] {
  return options.sort((a, b) => a.label.localeCompare(b.label));
}
