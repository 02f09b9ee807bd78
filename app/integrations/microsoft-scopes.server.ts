import type { CalendarProvider, Wishes } from "./calendar-provider";

type Need = { scopes: string[]; words: string };

const basic: Need[] = [
  { scopes: ["User.Read"], words: "see who you are" },
  { scopes: ["Calendars.ReadWrite"], words: "see and change your calendars and their events" },
];

const searching: Need[] = [
  { scopes: ["Contacts.Read", "Contacts.ReadWrite"], words: "search your contacts" },
  { scopes: ["People.Read"], words: "search the people you work with" },
];

const saving: Need[] = [{ scopes: ["Contacts.ReadWrite"], words: "save new contacts" }];

/** What a consent is asked for. Signing in lets us know whose it is, and `offline_access` lets us come back. */
export function wantedScopes({ searchContacts, saveContacts }: Wishes): string[] {
  return [
    ...["offline_access", "openid", "email", "profile", "User.Read", "Calendars.ReadWrite"],
    ...(searchContacts ? ["Contacts.Read", "People.Read"] : []),
    ...(saveContacts ? ["Contacts.ReadWrite"] : []),
  ];
}

export const microsoftScopes: Pick<CalendarProvider, "missing" | "allowed"> = {
  missing(scopes, { searchContacts, saveContacts }) {
    const needed = [...basic, ...(searchContacts ? searching : []), ...(saveContacts ? saving : [])];
    return needed.filter((need) => !isMet(need, scopes)).map(({ words }) => words);
  },
  allowed(scopes) {
    const meets = (needs: Need[]) => needs.every((need) => isMet(need, scopes));
    return { searchContacts: meets(searching), saveContacts: meets(saving) };
  },
};

/** Any of a need's scopes will do. Microsoft spells them with its address before them or without, in any case. */
function isMet(need: Need, scopes: string[]) {
  const granted = scopes.map((scope) => scope.toLowerCase().replace(/^https:\/\/graph\.microsoft\.com\//, ""));
  return need.scopes.some((scope) => granted.includes(scope.toLowerCase()));
}
