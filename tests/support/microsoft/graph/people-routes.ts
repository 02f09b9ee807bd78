import type { Contact, Person } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import { newIds } from "../mailbox/ids";
import { complain } from "../world";
import { GraphError } from "./errors";
import { type Context, type GraphRoute, parameter } from "./graph-route";
import { pageOf, selected } from "./pages";

export const peopleRoutes: GraphRoute[] = [
  {
    name: "contacts",
    method: "GET",
    path: "/me/contacts",
    scopes: ["Contacts.Read", "Contacts.ReadWrite"],
    query: ["$filter", "$select", "$top", "$skip", "$orderby"],
    isMailbox: true,
    handle({ world, call, account }) {
      const isWanted = readContactFilter(parameter(call, "$filter"));
      return pageOf(
        world,
        call,
        account.contacts.filter(isWanted).map((each) => selected(call, each)),
        10,
      );
    },
  },
  {
    name: "contacts.create",
    method: "POST",
    path: "/me/contacts",
    scopes: ["Contacts.ReadWrite"],
    isMailbox: true,
    handle: createContact,
  },
  {
    name: "people",
    method: "GET",
    path: "/me/people",
    scopes: ["People.Read", "People.Read.All"],
    query: ["$search", "$select", "$top", "$skip", "$filter"],
    isMailbox: true,
    handle({ world, call, account }) {
      const words = readSearch(parameter(call, "$search"));
      const found = account.people.filter((person) => words.every((word) => isAbout(person, word)));
      return pageOf(
        world,
        call,
        found.map((each) => selected(call, each)),
        10,
      );
    },
  },
];

const newContact = z.strictObject({
  givenName: z.string().optional(),
  surname: z.string().optional(),
  displayName: z.string().optional(),
  emailAddresses: z
    .array(z.strictObject({ address: z.email(), name: z.string().optional() }))
    .max(3)
    .optional(),
  mobilePhone: z.string().optional(),
  businessPhones: z.array(z.string()).optional(),
  companyName: z.string().optional(),
});

function createContact({ world, call, account }: Context) {
  const read = newContact.safeParse(call.json);
  if (!read.success) {
    const text = read.error.issues[0]!.message;
    complain(world, `POST /me/contacts: ${text}`);
    throw new GraphError(400, "RequestBodyRead", text);
  }
  const name = [read.data.givenName, read.data.surname].filter(Boolean).join(" ");
  const contact: Contact = { id: newIds().id, displayName: name, ...read.data };
  account.contacts.push(contact);
  return { status: 201, body: contact };
}

/** An "or" that is not in quotes. */
const betweenConditions = / or (?=(?:[^']*'[^']*')*[^']*$)/i;

/** Contacts can't be searched, only filtered: by the beginning of a name, or by a whole address. */
function readContactFilter(text: string | null): (contact: Contact) => boolean {
  const parts = text?.split(betweenConditions).map(readCondition) ?? [() => true];
  return (contact) => parts.some((isMet) => isMet(contact));
}

function readCondition(text: string): (contact: Contact) => boolean {
  const [, field, start] =
    /^\(*startswith\((displayName|givenName|surname),\s*'((?:[^']|'')*)'\)\)*$/i.exec(text.trim()) ?? [];
  if (field !== undefined && start !== undefined) {
    const name = field as "displayName" | "givenName" | "surname";
    return (contact) => contact[name]?.toLowerCase().startsWith(unquoted(start).toLowerCase()) ?? false;
  }
  const [, address] = /^\(*emailAddresses\/any\(\w+:\s*\w+\/address eq '((?:[^']|'')*)'\)\)*$/i.exec(text.trim()) ?? [];
  if (address === undefined) {
    throw new GraphError(400, "ErrorInvalidUrlQueryFilter", `The fake can't filter contacts by ${text}`);
  }
  const wanted = unquoted(address).toLowerCase();
  return ({ emailAddresses }) => emailAddresses?.some((each) => each.address?.toLowerCase() === wanted) ?? false;
}

function readSearch(text: string | null): string[] {
  if (text === null) return [];
  const inner = /^"(.*)"$/.exec(text)?.[1];
  if (inner === undefined) {
    throw new GraphError(400, "BadRequest", "Syntax error: the value of $search is put in double quotes.");
  }
  return inner.toLowerCase().split(/\s+/).filter(Boolean);
}

function isAbout({ displayName, scoredEmailAddresses }: Person, word: string) {
  const addresses = scoredEmailAddresses?.map(({ address }) => address ?? "") ?? [];
  return [...(displayName ?? "").split(/\s+/), ...addresses].some((text) => text.toLowerCase().startsWith(word));
}

const unquoted = (text: string) => text.replaceAll("''", "'");
