import type { Event } from "@microsoft/microsoft-graph-types";
import { noteChange } from "../pushes/queue";
import type { World } from "../world";
import { keptBody } from "./bodies";
import { isNamed, newChangeKey, newIds, newUid, movableId, partsOfOccurrenceId } from "./ids";
import { findOccurrence, wholeOf } from "./instances";
import type { Account, CalendarState, Instance, StoredEvent } from "./types";

/** Every change of a calendar passes here: it gets a version, a new change key, and is told to subscribers. */

export type Place = { world: World; account: Account; calendar: CalendarState };

const unanswered = { response: "none", time: "0001-01-01T00:00:00Z" } as const;

export function insertEvent(place: Place, given: Event, more: Partial<StoredEvent> = {}): StoredEvent {
  const { world, account, calendar } = place;
  const owner = { emailAddress: { name: account.name, address: account.email } };
  const now = world.clock.now();
  const fields: Event = {
    subject: "",
    isAllDay: false,
    isCancelled: false,
    isDraft: false,
    isOrganizer: true,
    organizer: owner,
    responseRequested: true,
    responseStatus: { ...unanswered, response: "organizer" },
    showAs: "busy",
    sensitivity: "normal",
    importance: "normal",
    categories: [],
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    hasAttachments: false,
    allowNewTimeProposals: true,
    hideAttendees: false,
    isOnlineMeeting: false,
    onlineMeetingProvider: "unknown",
    onlineMeeting: null,
    recurrence: null,
    ...given,
    location: given.location ?? given.locations?.[0] ?? { displayName: "" },
    attendees: (given.attendees ?? []).map((each) => ({ type: "required", status: unanswered, ...each })),
    body: keptBody(given.body ?? { contentType: "html", content: "" }),
  };
  const event: StoredEvent = {
    ...newIds(),
    fields,
    iCalUId: newUid(),
    transactionId: null,
    extended: [],
    exceptions: new Map(),
    cancelled: new Set(),
    changeKey: newChangeKey(),
    createdAt: now,
    modifiedAt: now,
    version: 0,
    linkAfter: null,
    ...more,
  };
  calendar.events.push(event);
  touch(place, event, "created");
  return event;
}

export function touch(
  { world, account, calendar }: Place,
  event: StoredEvent,
  change: "created" | "updated" = "updated",
) {
  calendar.version += 1;
  event.version = calendar.version;
  event.changeKey = newChangeKey();
  event.modifiedAt = world.clock.now();
  noteChange(world, account, calendar, event, change);
}

/** One of a series alone is cancelled, and the series goes on. */
export function removeInstance(place: Place, { event, originalStart }: Instance) {
  const { world, account, calendar } = place;
  if (originalStart !== null) {
    event.exceptions.delete(originalStart);
    event.cancelled.add(originalStart);
    return touch(place, event);
  }
  bury(place, event);
  if (event.transactionId && world.deletedTransactions === "taken") world.takenTransactions.add(event.transactionId);
  noteChange(world, account, calendar, event, "deleted");
}

/** Another calendar gives an event another id; the immutable one stays. */
export function moveEvent(place: Place, event: StoredEvent, to: CalendarState) {
  bury(place, event);
  noteChange(place.world, place.account, place.calendar, event, "deleted");
  event.id = movableId();
  to.events.push(event);
  touch({ ...place, calendar: to }, event, "created");
}

function bury({ calendar }: Place, { id, immutableId }: StoredEvent) {
  calendar.version += 1;
  calendar.events = calendar.events.filter((each) => each.id !== id);
  calendar.tombstones.push({ id, immutableId, version: calendar.version });
}

/** An event or one of a series, in one calendar or in any of the mailbox. */
export function findInstance(world: World, account: Account, id: string, calendars = account.calendars) {
  const zone = account.timeZone ?? "UTC";
  const parts = partsOfOccurrenceId(id);
  for (const calendar of calendars) {
    const event = calendar.events.find((each) => isNamed(each, parts?.series ?? id));
    if (!event) continue;
    const instance = parts ? findOccurrence(event, zone, parts.originalStart) : wholeOf(event, zone);
    return instance && { instance, place: { world, account, calendar } satisfies Place };
  }
  return null;
}
