import type { FreeBusyStatus, ScheduleInformation } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import { instantOf, writeDateTime } from "../mailbox/date-times";
import type { Window } from "../mailbox/instances";
import type { Account, Instance } from "../mailbox/types";
import { complain, type World } from "../world";
import { canRead } from "./calendar-routes";
import { GraphError } from "./errors";
import { allIn } from "./event-lists";
import type { Context, GraphRoute } from "./graph-route";

export const scheduleRoutes: GraphRoute[] = [
  {
    name: "getSchedule",
    method: "POST",
    path: "/me/calendar/getSchedule",
    scopes: canRead,
    isMailbox: true,
    handle,
  },
];

const time = z.strictObject({ dateTime: z.string(), timeZone: z.string() });
const question = z.strictObject({
  schedules: z.array(z.string()).min(1).max(20),
  startTime: time,
  endTime: time,
  availabilityViewInterval: z.int().min(5).max(1440).default(30),
});

function handle({ world, call, account, preferences }: Context) {
  if (account.isPersonal) {
    throw new GraphError(403, "ErrorAccessDenied", "getSchedule is not supported for personal accounts.");
  }
  const read = question.safeParse(call.json);
  if (!read.success) {
    complain(world, `POST /me/calendar/getSchedule: ${read.error.issues[0]!.message}`);
    throw new GraphError(400, "ErrorInvalidRequest", read.error.issues[0]!.message);
  }
  const { schedules, startTime, endTime, availabilityViewInterval } = read.data;
  const window = { start: instantOf(startTime), end: instantOf(endTime) };
  const zone = preferences.timeZone ?? account.timeZone ?? "UTC";
  const value = schedules.map((email) => scheduleOf(world, email, window, availabilityViewInterval, zone));
  return {
    status: 200,
    body: { "@odata.context": `${world.url}/v1.0/$metadata#Collection(scheduleInformation)`, value },
  };
}

const digits: Record<FreeBusyStatus, string> = {
  free: "0",
  workingElsewhere: "0",
  tentative: "1",
  busy: "2",
  unknown: "2",
  oof: "3",
};

function scheduleOf(world: World, email: string, window: Window, minutes: number, zone: string): ScheduleInformation {
  const account = [...world.accounts.values()].find((each) => each.email === email.toLowerCase());
  if (!account) {
    const error = { message: "The recipient could not be resolved.", responseCode: "ErrorMailRecipientNotFound" };
    return { scheduleId: email, error } as ScheduleInformation;
  }
  const found = allIn(defaultOf(account), account.timeZone ?? "UTC", window);
  return {
    scheduleId: email,
    availabilityView: viewOf(found, window, minutes * 60_000),
    scheduleItems: found.map(({ fields, start, end }) => ({
      isPrivate: fields.sensitivity === "private",
      status: fields.showAs,
      subject: fields.subject,
      start: writeDateTime(start, zone),
      end: writeDateTime(end, zone),
    })),
  };
}

function defaultOf(account: Account) {
  return account.calendars.find(({ isDefault }) => isDefault)!;
}

/** One digit for each stretch: the busiest of what lies in it. */
function viewOf(found: Instance[], { start, end }: Window, step: number) {
  let view = "";
  for (let from = start; from < end; from += step) {
    const inside = found.filter((each) => each.start < from + step && each.end > from && !each.fields.isCancelled);
    view += inside.map(({ fields }) => digits[fields.showAs ?? "busy"]).reduce((a, b) => (a > b ? a : b), "0");
  }
  return view;
}
