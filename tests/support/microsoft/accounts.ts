import type { OnlineMeetingProviderType } from "@microsoft/microsoft-graph-types";
import { calendarHandle } from "./calendar-handle";
import { movableId, newGuid, newIds, newPersonalId } from "./mailbox/ids";
import type { Account, CalendarState } from "./mailbox/types";
import { windowsOf } from "./mailbox/zones";
import type { World } from "./world";

export type NewAccount = {
  email: string;
  name?: string;
  /** By either of its names. Without one, times are told in UTC. */
  timeZone?: string;
  personal?: boolean;
  id?: string;
};

export type NewCalendar = {
  id?: string;
  name: string;
  canEdit?: boolean;
  allowedOnlineMeetingProviders?: OnlineMeetingProviderType[];
};

/** Somebody with a mailbox, and what a test does there as they would in Outlook. */
export function addAccount(world: World, { email, name = email, timeZone, personal = false, id }: NewAccount) {
  const account: Account = {
    id: id ?? (personal ? newPersonalId() : newGuid()),
    email: email.toLowerCase(),
    name,
    timeZone: timeZone === undefined ? null : windowsOf(timeZone),
    isPersonal: personal,
    calendars: [],
    contacts: [],
    people: [],
    traffic: { current: 0, most: 0, calls: [] },
    idTypes: new Set(),
  };
  world.accounts.set(account.id, account);
  const addCalendar = (given: NewCalendar) => calendarHandle(world, account, addTo(account, given));
  return {
    id: account.id,
    email: account.email,
    defaultCalendar: addCalendar({ name: "Calendar" }),
    addCalendar,
    contacts: () => account.contacts,
    addContact(person: { name: string; email: string }) {
      const [givenName = "", ...rest] = person.name.split(" ");
      const emailAddresses = [{ name: person.name, address: person.email }];
      const contact = { id: newIds().id, displayName: person.name, givenName, surname: rest.join(" "), emailAddresses };
      account.contacts.push(contact);
      return contact;
    },
    addPerson(person: { name: string; email: string }) {
      const scored = [{ address: person.email, relevanceScore: 30 - account.people.length }];
      const added = { id: newGuid(), displayName: person.name, scoredEmailAddresses: scored };
      account.people.push(added);
      return added;
    },
  };
}

function addTo(account: Account, { id, name, canEdit = true, allowedOnlineMeetingProviders }: NewCalendar) {
  const usual: OnlineMeetingProviderType[] = account.isPersonal ? [] : ["teamsForBusiness"];
  const calendar: CalendarState = {
    id: id ?? movableId(),
    name,
    isDefault: account.calendars.length === 0,
    canEdit,
    providers: allowedOnlineMeetingProviders ?? usual,
    events: [],
    tombstones: [],
    version: 0,
    expiry: null,
  };
  account.calendars.push(calendar);
  return calendar;
}

export type AccountHandle = ReturnType<typeof addAccount>;
