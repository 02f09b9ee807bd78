import type { calendar_v3 } from "@googleapis/calendar";
import type { Call } from "../../fakes/routes";
import { Refusal } from "../refusals";
import type { Account, Calendar, GoogleEvent, World } from "../world";
import { authenticate, bodyOf } from "./access";
import { eventsNow } from "./collect";
import { checkFields, freeBusyFields } from "./event-fields";
import { readParameters } from "./parameters";
import { instantOf, isZone, queryInstant, written } from "./times";

const LONGEST_MS = 92 * 86_400_000;
const CALENDARS_AT_MOST = 50;

export function freeBusy(world: World, call: Call): calendar_v3.Schema$FreeBusyResponse {
  const { account } = authenticate(world, call, "freebusy.query");
  readParameters(world, call, "freebusy.query", {});
  const body = bodyOf(call);
  checkFields(world, "freebusy.query", body, freeBusyFields);
  const { timeMin, timeMax, timeZone, items, calendarExpansionMax } = body as calendar_v3.Schema$FreeBusyRequest;
  const zone = timeZone ?? "UTC";
  if (!isZone(zone)) throw new Refusal(400, "invalid", "Invalid time zone.", "timeZone");
  const from = queryInstant(timeMin ?? "", "timeMin");
  const until = queryInstant(timeMax ?? "", "timeMax");
  if (until <= from) throw new Refusal(400, "timeRangeEmpty", undefined, "timeMax");
  if (until - from > LONGEST_MS) throw new Refusal(400, "timeRangeTooLong", "The requested time range is too long.");
  const atMost = Math.min(calendarExpansionMax ?? CALENDARS_AT_MOST, CALENDARS_AT_MOST);
  const calendars = (items ?? []).map(({ id }, index) => {
    const error = index >= atMost ? "tooManyCalendarsRequested" : null;
    return [id ?? "", error ? failed(error) : ofCalendar(account, id ?? "", from, until, zone)] as const;
  });
  return {
    kind: "calendar#freeBusy",
    timeMin: written(from, zone),
    timeMax: written(until, zone),
    calendars: Object.fromEntries(calendars),
  };
}

function ofCalendar(account: Account, id: string, from: number, until: number, zone: string) {
  const entry = account.entries.get(id === "primary" ? account.email : id);
  if (!entry || entry.isDeleted) return failed("notFound");
  const spans = busySpans(entry.calendar, from, until);
  return { busy: merged(spans).map(([start, end]) => ({ start: written(start, zone), end: written(end, zone) })) };
}

function failed(reason: string): calendar_v3.Schema$FreeBusyCalendar {
  return { errors: [{ domain: reason === "notFound" ? "global" : "calendar", reason }], busy: [] };
}

function busySpans(calendar: Calendar, from: number, until: number) {
  return eventsNow(calendar, { timeMin: from, timeMax: until, singleEvents: true })
    .filter((event) => blocks(event, calendar))
    .map(({ start, end }): [number, number] => [
      Math.max(from, instantOf(start, calendar.timeZone)),
      Math.min(until, instantOf(end, calendar.timeZone)),
    ]);
}

function blocks({ transparency, eventType, attendees }: GoogleEvent, { id }: Calendar) {
  if (transparency === "transparent" || eventType === "workingLocation" || eventType === "birthday") return false;
  return attendees?.find(({ email }) => email?.toLowerCase() === id)?.responseStatus !== "declined";
}

function merged(spans: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of spans.sort(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
