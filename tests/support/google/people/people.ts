import type { people_v1 } from "@googleapis/people";
import type { Answer, Call } from "../../fakes/routes";
import { authenticate, bodyOf } from "../calendar/access";
import { complain, readParameters } from "../calendar/parameters";
import { Refusal } from "../refusals";
import type { Contacts, Person, World } from "../world";
import { madePerson, personFields, projected } from "./person";

const SEARCH_AT_MOST = 30;
const searchParameters = { pageSize: "count", query: "text", readMask: "text", sources: "list" } as const;
const singletons = ["biographies", "birthdays", "genders", "names"] as const;

/** A search by prefix. It sees the contacts as they were at the last request with an empty query. */
export function searchContacts(world: World, call: Call, of: "contacts" | "otherContacts"): Answer {
  const route = of === "contacts" ? "people.searchContacts" : "otherContacts.search";
  const { account } = authenticate(world, call, route);
  const asked = readParameters(world, call, route, searchParameters);
  if (asked.query === undefined) throw new Refusal(400, "badRequest", "query is required.");
  const mask = readMask(asked.readMask, "readMask");
  const contacts = account[of];
  if (asked.query === "") contacts.warm = [...contacts.people];
  const size = Math.min(asked.pageSize || 10, SEARCH_AT_MOST);
  const found = seen(world, contacts)
    .filter((person) => asked.query !== "" && matches(person, asked.query!))
    .slice(0, size);
  const answer: people_v1.Schema$SearchResponse = {
    results: found.map((person) => ({ person: projected(person, mask) })),
  };
  return { status: 200, body: found.length > 0 ? answer : {} };
}

export function createContact(world: World, call: Call): Answer {
  const { account } = authenticate(world, call, "people.createContact");
  const asked = readParameters(world, call, "people.createContact", { personFields: "text", sources: "list" });
  const body = bodyOf(call) as Person;
  for (const name of Object.keys(body)) {
    if (!personFields.includes(name)) complain(world, `people.createContact: unknown body field "${name}"`);
  }
  const double = singletons.find((name) => (body[name]?.length ?? 0) > 1);
  if (double) throw new Refusal(400, "badRequest", `person.${double} is a singleton. Only one may be given.`);
  const mask = asked.personFields ? readMask(asked.personFields, "personFields") : personFields;
  const person = madePerson(`people/c${++world.counter}`, body);
  account.contacts.people.push(person);
  return { status: 200, body: projected(person, mask) };
}

function seen(world: World, { people, warm }: Contacts) {
  return world.people.needsWarmUp ? (warm ?? []) : people;
}

function readMask(mask: string | undefined, name: string) {
  const fields = (mask ?? "").split(",").filter(Boolean);
  if (fields.length === 0) throw new Refusal(400, "badRequest", `${name} mask is required.`);
  const wrong = fields.find((field) => !personFields.includes(field));
  if (wrong) throw new Refusal(400, "badRequest", `Invalid ${name} mask path: "${wrong}".`);
  return fields;
}

/** The query's beginning of the whole text or of one of its words. */
function matches({ names, nicknames, emailAddresses, phoneNumbers, organizations }: Person, query: string) {
  const texts = [
    ...(names ?? []).map(({ displayName }) => displayName),
    ...[...(nicknames ?? []), ...(emailAddresses ?? []), ...(phoneNumbers ?? [])].map(({ value }) => value),
    ...(organizations ?? []).map(({ name }) => name),
  ];
  const wanted = query.toLowerCase();
  return texts.some((text) =>
    (text ?? "")
      .toLowerCase()
      .split(/(?<=\s)/)
      .some((_, index, words) => words.slice(index).join("").startsWith(wanted)),
  );
}
