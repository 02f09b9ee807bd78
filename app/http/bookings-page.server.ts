import { countBookings, listBookings } from "~/domain/bookings/bookings.server";
import type { BookingFilter } from "~/domain/bookings/booking-filter.server";
import { sessions, tabFilter } from "~/domain/bookings/booking-list";
import { listHosts, listTeams } from "~/domain/event-types/choices.server";
import { nameAmongOthers } from "~/domain/event-types/event-type";
import { listEventTypes } from "~/domain/event-types/event-types.server";
import { readBookingsQuery } from "./bookings-query.server";
import { byLabel, hostOptions } from "./options.server";

export const pageSize = 20;

/** What the list of bookings shows: one page of a tab, narrowed by the search in the address. */
export async function loadBookingsPage(request: Request) {
  const { host, clock, seesAll, tab, values, search, errors, query, own, filter } = await readBookingsQuery(request);
  const { user, workspace } = host;
  const [list, eventTypes, hosts, teams, upcoming, waiting] = await Promise.all([
    pageOf(filter, readPage(query)),
    listEventTypes(workspace.id, seesAll ? {} : { hostId: user.id }),
    seesAll ? listHosts(workspace.id) : [],
    seesAll ? listTeams(workspace.id) : [],
    countBookings({ ...own, ...tabFilter("upcoming", clock.now) }),
    countBookings({ ...own, ...tabFilter("waiting", clock.now) }),
  ]);
  return {
    ...list,
    tab,
    values,
    /** The search as it was understood, which is what the list is narrowed to. */
    search,
    errors,
    clock,
    viewerId: user.id,
    seesAll,
    counts: { upcoming, waiting },
    eventTypes: [
      { value: sessions, label: "Sessions" },
      ...byLabel(eventTypes.map((each) => ({ value: each.id, label: nameAmongOthers(each) }))),
    ],
    hosts: hostOptions(hosts, user.id),
    teams: teams.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export function readPage(query: URLSearchParams) {
  return Math.min(Math.max(Number.parseInt(query.get("page") ?? "1") || 1, 1), 100_000);
}

/** The page asked for, or the last one there is. */
export async function pageOf(filter: BookingFilter & { order: "start" | "start_desc" }, page: number) {
  const read = async (number: number) => {
    const found = await listBookings({ ...filter, limit: pageSize, offset: (number - 1) * pageSize });
    return { ...found, page: number };
  };
  const found = await read(page);
  const last = Math.max(1, Math.ceil(found.total / pageSize));
  return page > last ? read(last) : found;
}
