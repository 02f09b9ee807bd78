import type { people_v1 } from "@googleapis/people";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { CalendarProvider, Outcome, Person } from "./calendar-provider";
import { addressOf, askGoogle, type FieldsOf, type GoogleConfig, text } from "./google-client.server";
import { explainApi } from "./google-refusals.server";
import { type Explanation, nothing, type Refusal } from "./provider-http.server";

type Contacts = Pick<CalendarProvider, "searchContacts" | "saveContact">;

const most = 10;
const mostWarm = 1000;
const sources = ["people:searchContacts", "otherContacts:search"] as const;

const Found = z.object({
  results: z
    .array(
      z.object({
        person: z
          .object({
            names: z.array(z.object({ displayName: text })).optional(),
            emailAddresses: z.array(z.object({ value: text })).optional(),
          } satisfies FieldsOf<people_v1.Schema$Person>)
          .optional(),
      }),
    )
    .optional(),
} satisfies FieldsOf<people_v1.Schema$SearchResponse>);

export function googleContacts(config: GoogleConfig): Contacts {
  /** Keys of searches that Google has been told to expect. Before that it answers with nothing, or with what was. */
  const warm = new Set<string>();

  function search(access: string, source: string, query: string) {
    const url = addressOf(`${config.GOOGLE_PEOPLE_URL}/v1/${source}`, {
      query,
      readMask: "names,emailAddresses",
      pageSize: String(most),
    });
    return askGoogle({ url, access }, Found, explainContacts);
  }

  /** `isFresh`: what was added since is found too. */
  async function searchOne(access: string, source: string, query: string, isFresh = false): Promise<Outcome<Person[]>> {
    const key = createHash("sha256").update(`${source} ${access}`).digest("base64url");
    if (isFresh || !warm.has(key)) {
      const warmed = await search(access, source, "");
      if (!warmed.ok) return warmed;
      if (warm.size >= mostWarm) warm.clear();
      warm.add(key);
    }
    const found = await search(access, source, query);
    return found.ok ? { ok: true, value: peopleOf(found.value) } : found;
  }

  return {
    /** A host may have let us into one of the two and not into the other. */
    async searchContacts(access, query) {
      if (!query.trim()) return { ok: true, value: [] };
      const [own, others] = await Promise.all(sources.map((source) => searchOne(access, source, query)));
      if (!own!.ok && !others!.ok) return own!;
      const people = [own!, others!].flatMap((found) => (found.ok ? found.value : []));
      const byAddress = new Map(people.toReversed().map((person) => [person.email.toLowerCase(), person]));
      const unique = people.filter((person) => byAddress.get(person.email.toLowerCase()) === person);
      return { ok: true, value: unique.slice(0, most) };
    },

    async saveContact(access, { name, email }) {
      const known = await searchOne(access, sources[0], email, true);
      if (!known.ok) return known;
      if (known.value.some((person) => person.email.toLowerCase() === email.toLowerCase())) {
        return { ok: true, value: null };
      }
      const json: people_v1.Schema$Person = {
        ...(name && { names: [{ unstructuredName: name }] }),
        emailAddresses: [{ value: email }],
      };
      const url = addressOf(`${config.GOOGLE_PEOPLE_URL}/v1/people:createContact`, { personFields: "names" });
      return askGoogle({ method: "POST", url, access, json }, nothing, explainContacts);
    },
  };
}

/** An account without its contacts is still good for its calendars. */
function explainContacts(refusal: Refusal): Explanation {
  const explained = explainApi(refusal);
  return explained.kind === "reconnect" ? { ...explained, kind: "refused" } : explained;
}

function peopleOf({ results = [] }: z.infer<typeof Found>): Person[] {
  return results.flatMap(({ person }) => {
    const name = person?.names?.[0]?.displayName ?? "";
    const addresses = (person?.emailAddresses ?? []).flatMap(({ value }) => value || []);
    return addresses.map((email) => ({ name: name || email, email }));
  });
}
