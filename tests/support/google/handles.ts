import { announceList } from "./calendar/channels";
import { checkEvent } from "./calendar/event-input";
import { removeEvent } from "./calendar/change";
import { spread } from "./calendar/guests";
import { newId, ownerOf, standing } from "./calendar/insert";
import { findEvent, put } from "./calendar/store";
import { forgetSyncTokens } from "./calendar/sync-tokens";
import { merge } from "./calendar/writable";
import { revokeGrant } from "./oauth/grants";
import { madePerson } from "./people/person";
import type { AccessRole, Account, Calendar, GoogleEvent, World } from "./world";

type NewCalendar = {
  id?: string;
  summary: string;
  timeZone?: string;
  accessRole?: AccessRole;
  allowedConferenceSolutionTypes?: string[];
};

/** What a person does in Google's own pages: to calendars, contacts, and apps with access. */
export function accountHandle(world: World, account: Account) {
  const contact = ({ name, email }: { name: string; email: string }) => {
    const [givenName, ...rest] = name.split(" ");
    const names = [{ displayName: name, givenName, familyName: rest.join(" ") }];
    return madePerson(`people/c${++world.counter}`, { names, emailAddresses: [{ value: email }] });
  };
  return {
    email: account.email,
    sub: account.sub,
    primary: calendarHandle(world, account.entries.get(account.email)!.calendar),
    /** The id of another account's calendar means that one, shared. */
    addCalendar(wish: NewCalendar) {
      const calendar = listCalendar(world, account, wish);
      announceList(world, account);
      return calendarHandle(world, calendar);
    },
    /** Takes a calendar off the account's list. */
    removeCalendar(id: string) {
      const entry = account.entries.get(id)!;
      account.entries.set(id, { ...entry, isDeleted: true, change: ++account.listChanges });
      announceList(world, account);
    },
    addContact: (person: { name: string; email: string }) => void account.contacts.people.push(contact(person)),
    addOtherContact: (person: { name: string; email: string }) =>
      void account.otherContacts.people.push(contact(person)),
    /** Removes the app's access on the page of the Google account. */
    revokeAccess(clientId = world.clients[0]!.id) {
      revokeGrant(world, account.email, clientId);
    },
  };
}

export function listCalendar(world: World, account: Account, wish: NewCalendar, isPrimary = false): Calendar {
  const accessRole = wish.accessRole ?? "owner";
  const id = wish.id ?? `c_${newId()}@group.calendar.google.com`;
  const calendar = world.calendars.get(id) ?? {
    id,
    summary: wish.summary,
    timeZone: wish.timeZone ?? account.timeZone,
    owner: accessRole === "owner" ? account.email : "somebody@else.example",
    events: new Map(),
    changes: 0,
    former: [],
  };
  world.calendars.set(id, calendar);
  const allowedConferenceSolutionTypes = wish.allowedConferenceSolutionTypes ?? ["hangoutsMeet"];
  const change = ++account.listChanges;
  const entry = { calendar, accessRole, isPrimary, allowedConferenceSolutionTypes, isDeleted: false, change };
  account.entries.set(id, entry);
  return calendar;
}

/** What happens in a calendar without our app. */
function calendarHandle(world: World, calendar: Calendar) {
  const known = (id: string) => {
    const event = findEvent(calendar, id);
    if (!event) throw new Error(`${calendar.id} has no event ${id}`);
    return event;
  };
  return {
    id: calendar.id,
    addEvent(partial: GoogleEvent = {}): GoogleEvent & { id: string } {
      const id = partial.id ?? newId();
      const base = {
        ...standing(world, calendar, id),
        iCalUID: `${id}@google.com`,
        creator: ownerOf(calendar),
        organizer: ownerOf(calendar),
        ...defaultTimes(world, partial),
      };
      const event = checkEvent(merge<GoogleEvent>(base, partial), calendar.timeZone);
      const stored = put(world, calendar, { ...event, id });
      spread(world, calendar, null, stored);
      return stored;
    },
    /** `id` may be an instance of a series. Objects are merged, lists replaced, null takes away. */
    changeEvent(id: string, patch: GoogleEvent): GoogleEvent & { id: string } {
      const before = known(id);
      const sequence = (before.sequence ?? 0) + (patch.start || patch.end ? 1 : 0);
      const event = checkEvent(merge<GoogleEvent>({ ...before, sequence }, patch), calendar.timeZone);
      const stored = put(world, calendar, { ...event, id });
      spread(world, calendar, before, stored);
      return stored;
    },
    removeEvent: (id: string) => removeEvent(world, calendar, known(id), "none"),
    /** What is there, series as one. */
    events: () =>
      [...calendar.events.values()].map(({ event }) => event).filter(({ status }) => status !== "cancelled"),
    /** Also deleted ones. */
    find: (id: string) => findEvent(calendar, id) ?? undefined,
    invalidateSyncTokens: () => forgetSyncTokens(world, calendar.id),
  };
}

function defaultTimes({ clock }: World, { start, end }: GoogleEvent) {
  if (start && end) return {};
  const at = start?.dateTime ? Date.parse(start.dateTime) : Math.ceil(clock.now() / 3_600_000) * 3_600_000;
  const after = (hours: number) => ({ dateTime: new Date(at + hours * 3_600_000).toISOString() });
  return { start: after(0), end: after(1) };
}
