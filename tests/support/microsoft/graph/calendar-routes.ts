import type { Calendar } from "@microsoft/microsoft-graph-types";
import type { Account, CalendarState } from "../mailbox/types";
import { itemNotFound } from "./errors";
import type { Context, GraphRoute } from "./graph-route";
import { pageOf, selected } from "./pages";

export const canRead = ["Calendars.Read", "Calendars.ReadWrite"];
export const canWrite = ["Calendars.ReadWrite"];

/** The address of a calendar, and of the default one in both its forms. */
export const calendarPaths = ["/me", "/me/calendar", "/me/calendars/:calendar"];

export const calendarRoutes: GraphRoute[] = [
  {
    name: "calendars",
    method: "GET",
    path: "/me/calendars",
    scopes: [...canRead, "Calendars.ReadBasic"],
    query: ["$top", "$skip", "$select"],
    isMailbox: true,
    handle({ world, call, account }) {
      const all = account.calendars.map((each) => selected(call, calendarAnswer(account, each)));
      return pageOf(world, call, all, 10);
    },
  },
  ...["/me/calendar", "/me/calendars/:calendar"].map((path): GraphRoute => ({
    name: "calendars.get",
    method: "GET",
    path,
    scopes: [...canRead, "Calendars.ReadBasic"],
    query: ["$select"],
    isMailbox: true,
    handle: (context) => ({
      status: 200,
      body: selected(context.call, calendarAnswer(context.account, calendarOf(context))),
    }),
  })),
];

/** The calendar that an address means. */
export function calendarOf({ account, call }: Pick<Context, "account" | "call">): CalendarState {
  const id = call.params.calendar;
  const found = account.calendars.find((each) => (id === undefined ? each.isDefault : each.id === id));
  if (!found) throw itemNotFound();
  return found;
}

function calendarAnswer(account: Account, calendar: CalendarState): Calendar {
  const { id, name, isDefault, canEdit, providers } = calendar;
  return {
    id,
    name,
    color: "auto",
    hexColor: "",
    isDefaultCalendar: isDefault,
    changeKey: Buffer.from(`${id.slice(-12)}${calendar.version}`).toString("base64"),
    canShare: isDefault,
    canViewPrivateItems: true,
    canEdit,
    allowedOnlineMeetingProviders: providers,
    defaultOnlineMeetingProvider: providers[0] ?? "unknown",
    isTallyingResponses: isDefault,
    isRemovable: !isDefault,
    owner: { name: account.name, address: account.email },
  };
}
