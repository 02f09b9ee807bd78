import type { Wishes } from "./calendar-provider";

const prefix = "https://www.googleapis.com/auth/";

/** What is asked for, the scopes of which one is enough for it, and its words for the host. */
type Need = { asks: string[]; enough: string[]; words: string };

const seeCalendars: Need = {
  asks: ["calendar.calendarlist.readonly"],
  enough: ["calendar", "calendar.readonly", "calendar.calendarlist", "calendar.calendarlist.readonly"],
  words: "see the list of your calendars",
};
const useEvents: Need = {
  asks: ["calendar.events"],
  enough: ["calendar", "calendar.events"],
  words: "see and change the events of your calendars",
};
const searchContacts: Need = {
  asks: ["contacts.readonly", "contacts.other.readonly"],
  enough: ["contacts", "contacts.readonly", "contacts.other.readonly"],
  words: "search your contacts",
};
const saveContacts: Need = { asks: ["contacts"], enough: ["contacts"], words: "save new contacts" };

export function scopesFor(wishes: Wishes): string[] {
  const asked = needsOf(wishes).flatMap(({ asks }) => asks);
  return ["openid", "email", ...asked.map((scope) => prefix + scope)];
}

export function missing(scopes: string[], wishes: Wishes): string[] {
  return needsOf(wishes)
    .filter((need) => !isMet(need, scopes))
    .map(({ words }) => words);
}

export function allowed(scopes: string[]): Wishes {
  return { searchContacts: isMet(searchContacts, scopes), saveContacts: isMet(saveContacts, scopes) };
}

function needsOf(wishes: Wishes) {
  return [
    seeCalendars,
    useEvents,
    ...(wishes.searchContacts ? [searchContacts] : []),
    ...(wishes.saveContacts ? [saveContacts] : []),
  ];
}

function isMet({ enough }: Need, scopes: string[]) {
  return enough.some((scope) => scopes.includes(prefix + scope));
}
