import type { Person, ProviderName } from "~/integrations/calendar-provider";
import { emailField, line } from "../fields";

/** Somebody whom a host may mean. `bookings`: they have booked this host before. `name` may be "". */
export type Contact = Person & { source: ProviderName | "bookings" };

/** `unavailable`: whose part is left out, since they did not answer, or not in time. */
export type FoundContacts = { people: Contact[]; unavailable: ProviderName[] };

export const nobody: FoundContacts = { people: [], unavailable: [] };

const fewest = 3;
const most = 10;

/** What people are searched by. `what` is how messages call it. */
export function searchField(what: string) {
  return line(what, 100).refine(
    (text) => text === "" || isLongEnough(text),
    `${what} needs ${fewest} characters or more.`,
  );
}

/** Characters as people count them. */
function isLongEnough(text: string) {
  const characters = new Intl.Segmenter().segment(text)[Symbol.iterator]();
  return Array.from({ length: fewest }, () => characters.next()).every(({ done }) => !done);
}

const nameField = line("The name", 100);

/** Only with an address that can be invited, and a name that can be kept: what comes from elsewhere may be anything. */
export function toContacts(people: Person[], source: Contact["source"]): Contact[] {
  return people.flatMap((person) => {
    const email = emailField.safeParse(person.email);
    if (!email.success) return [];
    const name = nameField.safeParse(person.name.slice(0, 100));
    const isNamed = name.success && keyOf(name.data) !== keyOf(email.data);
    return { name: isNamed ? name.data : "", email: email.data, source };
  });
}

/** Each address once, as the first list that has a name for it says. The lists take turns, so that none is left out for a longer one. */
export function mergeContacts(lists: Contact[][]): Contact[] {
  const byAddress = new Map<string, Contact>();
  for (const contact of lists.flat()) {
    const known = byAddress.get(keyOf(contact.email));
    if (!known || (!known.name && contact.name)) byAddress.set(keyOf(contact.email), contact);
  }
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const inTurns = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  return [...new Set(inTurns.map(({ email }) => byAddress.get(keyOf(email))!))].slice(0, most);
}

function keyOf(text: string) {
  return text.toLowerCase();
}

/** A search as a page shows it. `problem`: why nobody was asked. */
export type ContactSearch = FoundContacts & { who: string; problem: string | null };
