import type { Event } from "@microsoft/microsoft-graph-types";
import { changeInstance } from "./mailbox/change";
import { eventAnswer } from "./mailbox/event-answer";
import { spanOf, wholeOf } from "./mailbox/instances";
import { problemOfRecurrence } from "./mailbox/recurrence";
import { findInstance, insertEvent, moveEvent, removeInstance } from "./mailbox/store";
import type { Account, CalendarState } from "./mailbox/types";
import type { World } from "./world";

/** What its owner does in a calendar, and sees there. Ids of both kinds are understood, also those of one of a series. */
export function calendarHandle(world: World, account: Account, calendar: CalendarState) {
  const zone = account.timeZone ?? "UTC";
  const manner = { timeZone: "UTC", immutableIds: false, textBodies: false, expand: () => true };
  const place = { world, account, calendar };

  function mustFind(id: string) {
    const found = findInstance(world, account, id, [calendar]);
    if (!found) throw new Error(`${calendar.name} has no event ${id}.`);
    return found.instance;
  }

  function show(id: string): Event & { id: string } {
    const shown = eventAnswer(mustFind(id), account, manner);
    return { ...shown, id: shown.id! };
  }

  return {
    id: calendar.id,
    name: calendar.name,
    addEvent(given: Event & Required<Pick<Event, "start" | "end">>) {
      check(given, zone);
      const { transactionId = null, singleValueExtendedProperties, iCalUId, ...fields } = given;
      const extended = (singleValueExtendedProperties ?? []) as { id: string; value: string }[];
      const event = insertEvent(place, fields, { transactionId, extended, ...(iCalUId ? { iCalUId } : {}) });
      return show(event.id);
    },
    changeEvent(id: string, patch: Event) {
      const instance = mustFind(id);
      check({ ...instance.fields, ...patch }, zone);
      changeInstance(place, instance, patch);
      return show(id);
    },
    removeEvent: (id: string) => removeInstance(place, mustFind(id)),
    /** To another calendar of the same mailbox, where it has another id. Gives that. */
    moveEvent(id: string, to: { id: string }) {
      const { event } = mustFind(id);
      moveEvent(
        place,
        event,
        account.calendars.find((each) => each.id === to.id)!,
      );
      return event.id;
    },
    events: () =>
      calendar.events.map((event) => eventAnswer(wholeOf(event, zone), account, manner) as Event & { id: string }),
    find: (id: string) => (findInstance(world, account, id, [calendar]) ? show(id) : undefined),
    /** Ends what clients know of it, or lets their next round fail at its second page. */
    expireDelta(code: string = "SyncStateNotFound", midRound = false) {
      calendar.expiry = { code, midRound, before: midRound ? Infinity : world.deltaTokens.size };
    },
  };
}

function check(event: Event, zone: string) {
  const problem = event.recurrence ? problemOfRecurrence(event.recurrence) : null;
  if (problem) throw new Error(problem);
  const { start, end } = spanOf(event, zone);
  if (end < start) throw new Error("The event ends before it starts.");
}

export type CalendarHandle = ReturnType<typeof calendarHandle>;
