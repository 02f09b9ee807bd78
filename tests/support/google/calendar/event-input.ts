import { Refusal } from "../refusals";
import type { GoogleEvent } from "../world";
import { readRule } from "./recurrence";
import { checkTime, instantOf, written, type Time } from "./times";

const values: [keyof GoogleEvent, string[]][] = [
  ["status", ["confirmed", "tentative", "cancelled"]],
  ["transparency", ["opaque", "transparent"]],
  ["visibility", ["default", "public", "private", "confidential"]],
  ["eventType", ["default", "birthday", "focusTime", "fromGmail", "outOfOffice", "workingLocation"]],
];
const responses = ["needsAction", "declined", "tentative", "accepted"];

/** Refuses an event that Google would not take, and gives its times the form in which they are kept. */
export function checkEvent(event: GoogleEvent, calendarZone: string): GoogleEvent {
  const isRecurring = (event.recurrence?.length ?? 0) > 0;
  checkTime(event.start, "start", isRecurring);
  checkTime(event.end, "end", isRecurring);
  if (Boolean(event.start!.date) !== Boolean(event.end!.date)) throw new Refusal(400, "invalid", "Invalid start time.");
  const length = instantOf(event.end, calendarZone) - instantOf(event.start, calendarZone);
  if (length < 0 || (length === 0 && event.start!.date)) throw new Refusal(400, "timeRangeEmpty");
  for (const line of event.recurrence ?? []) readRule(line, event.start!.timeZone ?? calendarZone);
  for (const [name, allowed] of values) {
    const value = event[name];
    if (typeof value === "string" && !allowed.includes(value)) throw invalid(`Invalid value for ${name}: ${value}`);
  }
  checkAttendees(event);
  checkReminders(event);
  checkProperties(event);
  return { ...event, start: kept(event.start!, calendarZone), end: kept(event.end!, calendarZone) };
}

/** A chosen id: lower case base32hex, 5 to 1024 characters. */
export function checkId(id: string) {
  if (!/^[a-v0-9]{5,1024}$/.test(id)) throw invalid("Invalid resource id value.");
}

function kept(time: Time, calendarZone: string): Time {
  if (time.date) return { date: time.date };
  const timeZone = time.timeZone ?? calendarZone;
  return { dateTime: written(instantOf(time, calendarZone), timeZone), timeZone };
}

function checkAttendees({ attendees }: GoogleEvent) {
  for (const { email, responseStatus } of attendees ?? []) {
    if (!email) throw new Refusal(400, "required", "Missing attendee email.");
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw invalid("Invalid attendee email.");
    if (responseStatus && !responses.includes(responseStatus)) throw invalid("Invalid response status.");
  }
}

function checkReminders({ reminders }: GoogleEvent) {
  if (reminders?.useDefault && reminders.overrides?.length) {
    throw new Refusal(
      400,
      "cannotUseDefaultRemindersAndSpecifyOverride",
      "Cannot use default reminders and overrides.",
    );
  }
  for (const { method, minutes } of reminders?.overrides ?? []) {
    if (method !== "email" && method !== "popup") throw invalid("Invalid reminder method.");
    if (!Number.isInteger(minutes) || minutes! < 0 || minutes! > 40_320) throw invalid("Invalid reminder minutes.");
  }
}

function checkProperties({ extendedProperties }: GoogleEvent) {
  for (const group of [extendedProperties?.private, extendedProperties?.shared]) {
    for (const [name, value] of Object.entries(group ?? {})) {
      if (name.length > 44 || value.length > 1024) throw invalid("Invalid extended property.");
    }
  }
}

const invalid = (message: string) => new Refusal(400, "invalid", message);
