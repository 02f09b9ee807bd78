import type { Contact, Person as GraphPerson } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import type { CalendarProvider, Outcome, Person } from "./calendar-provider";
import type { Graph } from "./microsoft-graph.server";
import { failed, nothing } from "./provider-http.server";

const most = 10;

const addresses = z.array(z.object({ address: z.string().nullish() })).nullish();
const name = z.string().nullish();
const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ value: z.array(item) });

const people = pageOf(
  z.object({ displayName: name, scoredEmailAddresses: addresses } satisfies Partial<
    Record<keyof GraphPerson, z.ZodType>
  >),
);
const contacts = pageOf(
  z.object({ displayName: name, emailAddresses: addresses } satisfies Partial<Record<keyof Contact, z.ZodType>>),
);

export function microsoftContacts(graph: Graph): Pick<CalendarProvider, "searchContacts" | "saveContact"> {
  /** Those who matter most to the account come first, and then those whom it only keeps. */
  async function searchContacts(access: string, query: string): Promise<Outcome<Person[]>> {
    // Quotes would end the search early, and are in nobody's name.
    const words = query.replaceAll(/["\\]/g, " ").trim();
    if (!words) return { ok: true, value: [] };
    const relevant = await searchPeople(access, words);
    const kept = await filterContacts(access, isAbout(words));
    if (!relevant.ok && !kept.ok) return ofContacts(relevant);
    const found = [relevant, kept].flatMap((each) => (each.ok ? each.value : []));
    const byAddress = new Map(found.toReversed().map((person) => [person.email.toLowerCase(), person]));
    const unique = found.filter((person) => byAddress.get(person.email.toLowerCase()) === person);
    return { ok: true, value: unique.slice(0, most) };
  }

  async function searchPeople(access: string, words: string): Promise<Outcome<Person[]>> {
    const query = { $search: `"${words}"`, $top: String(most) };
    const found = await graph.call(access, { path: "/me/people", query }, people);
    if (!found.ok) return found;
    const persons = found.value.value.flatMap((each) => toPersons(each.displayName, each.scoredEmailAddresses));
    return { ok: true, value: persons };
  }

  async function filterContacts(access: string, $filter: string): Promise<Outcome<Person[]>> {
    const query = { $filter, $top: String(most) };
    const found = await graph.call(access, { path: "/me/contacts", query }, contacts);
    if (!found.ok) return found;
    return { ok: true, value: found.value.value.flatMap((each) => toPersons(each.displayName, each.emailAddresses)) };
  }

  async function saveContact(access: string, { name: displayName, email }: Person): Promise<Outcome<null>> {
    const known = await filterContacts(access, isAddress(email));
    if (!known.ok) return ofContacts(known);
    if (known.value.length > 0) return { ok: true, value: null };
    const [givenName = "", ...surnames] = displayName.trim().split(/\s+/);
    const json = {
      ...(displayName.trim() && { displayName: displayName.trim(), givenName }),
      ...(surnames.length > 0 && { surname: surnames.join(" ") }),
      emailAddresses: [{ address: email, name: displayName.trim() || email }],
    } satisfies Contact;
    return ofContacts(await graph.call(access, { method: "POST", path: "/me/contacts", json }, nothing));
  }

  return { searchContacts, saveContact };
}

/** Contacts can be found by how a name begins, or by a whole address. */
function isAbout(words: string) {
  const begins = ["displayName", "givenName", "surname"].map((field) => `startswith(${field},${quoted(words)})`);
  return [...begins, isAddress(words)].join(" or ");
}

function isAddress(email: string) {
  return `emailAddresses/any(a:a/address eq ${quoted(email)})`;
}

function quoted(text: string) {
  return `'${text.replaceAll("'", "''")}'`;
}

function toPersons(displayName: string | null | undefined, found: z.infer<typeof addresses>): Person[] {
  const emails = (found ?? []).flatMap(({ address }) => (address?.includes("@") ? address : []));
  return emails.map((email) => ({ name: displayName || email, email }));
}

/** Contacts that are closed to us are no reason to take the calendars for lost. */
function ofContacts<Value>(done: Outcome<Value>): Outcome<Value> {
  return done.ok || done.failure.kind !== "reconnect" ? done : failed({ kind: "refused", said: done.failure.said });
}
