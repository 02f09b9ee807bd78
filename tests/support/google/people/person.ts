import type { Person } from "../world";

// The official client's type keeps the list complete.
const fields: Record<keyof Person, true> = {
  addresses: true,
  ageRange: true,
  ageRanges: true,
  biographies: true,
  birthdays: true,
  braggingRights: true,
  calendarUrls: true,
  clientData: true,
  coverPhotos: true,
  emailAddresses: true,
  etag: true,
  events: true,
  externalIds: true,
  fileAses: true,
  genders: true,
  imClients: true,
  interests: true,
  locales: true,
  locations: true,
  memberships: true,
  metadata: true,
  miscKeywords: true,
  names: true,
  nicknames: true,
  occupations: true,
  organizations: true,
  phoneNumbers: true,
  photos: true,
  relations: true,
  relationshipInterests: true,
  relationshipStatuses: true,
  residences: true,
  resourceName: true,
  sipAddresses: true,
  skills: true,
  taglines: true,
  urls: true,
  userDefined: true,
};

export const personFields = Object.keys(fields);

/** A contact as Google keeps it: each value says where it is from, and a name is shown whole. */
export function madePerson(resourceName: string, body: Person): Person {
  const source = { type: "CONTACT", id: resourceName.slice("people/c".length) };
  const metadata = { primary: true, source };
  const { names, emailAddresses, phoneNumbers, ...rest } = body;
  return {
    ...rest,
    resourceName,
    etag: `%Eg${Buffer.from(JSON.stringify(body)).toString("base64url").slice(0, 24)}`,
    metadata: { sources: [source], objectType: "PERSON" },
    ...(names
      ? { names: names.map((name) => ({ metadata, ...name, displayName: name.displayName ?? wholeName(name) })) }
      : {}),
    ...(emailAddresses ? { emailAddresses: emailAddresses.map((each) => ({ metadata, ...each })) } : {}),
    ...(phoneNumbers ? { phoneNumbers: phoneNumbers.map((each) => ({ metadata, ...each })) } : {}),
  };
}

/** The fields of the mask, and what comes always. */
export function projected(person: Person, mask: string[]): Person {
  const kept = Object.entries(person).filter(
    ([name]) => name === "resourceName" || name === "etag" || mask.includes(name),
  );
  return Object.fromEntries(kept) as Person;
}

type Name = NonNullable<Person["names"]>[number];

const wholeName = ({ givenName, familyName, unstructuredName }: Name) =>
  unstructuredName ?? [givenName, familyName].filter(Boolean).join(" ");
