import { z } from "zod";
import type { Outcome } from "./calendar-provider";
import { explainChanges, explainGraph } from "./microsoft-refusals.server";
import { ask, failed, type Request, type Vendor } from "./provider-http.server";

export type GraphRequest = Omit<Request, "url" | "access"> & { path: string; query?: Record<string, string> };

type Page<Item> = { value: Item[]; "@odata.nextLink"?: string | null; "@odata.deltaLink"?: string | null };
type Round<Item> = { items: Item[]; deltaLink: string | null };

export type Graph = ReturnType<typeof createGraph>;

const plain: Vendor = { name: "Microsoft", explain: explainGraph };
const ofChanges: Vendor = { name: "Microsoft", explain: explainChanges };

/** A list with more pages is one that never ends. */
const mostPages = 500;

/** Microsoft Graph at an address such as "https://graph.microsoft.com/v1.0". The access token goes nowhere else. */
export function createGraph(root: string) {
  const { origin } = new URL(root);

  async function call<Value>(
    access: string,
    { headers, ...request }: GraphRequest,
    shape: z.ZodType<Value>,
  ): Promise<Outcome<Value>> {
    const all = { ...prefer(), ...headers };
    return ask(plain, { ...request, url: addressOf(request), access, headers: all }, shape);
  }

  /** All pages of a list. */
  async function list<Item>(access: string, start: GraphRequest, item: z.ZodType<Item>): Promise<Outcome<Item[]>> {
    const round = await read(plain, access, addressOf(start), item);
    return round.ok ? { ok: true, value: round.value.items } : round;
  }

  /** A round of changes: from its start, or from the link that the last round ended with. */
  async function changes<Item>(access: string, from: GraphRequest | string, item: z.ZodType<Item>) {
    if (typeof from !== "string") return read(ofChanges, access, addressOf(from), item);
    if (isHere(from)) return read(ofChanges, access, from, item);
    return failed({ kind: "expired", said: "This calendar was last read somewhere else." });
  }

  async function read<Item>(
    vendor: Vendor,
    access: string,
    start: string,
    item: z.ZodType<Item>,
  ): Promise<Outcome<Round<Item>>> {
    const headers = prefer("odata.maxpagesize=200");
    const items: Item[] = [];
    let url = start;
    for (let count = 0; count < mostPages; count++) {
      const page = await ask(vendor, { url, access, headers }, pageOf(item));
      if (!page.ok) return page;
      const { value, "@odata.nextLink": next, "@odata.deltaLink": deltaLink = null } = page.value;
      for (const each of value) items.push(each);
      const link = next ?? deltaLink;
      if (link && !isHere(link)) return failed({ kind: "refused", said: "Microsoft sent us on to somewhere else." });
      if (!next) return { ok: true, value: { items, deltaLink } };
      url = next;
    }
    return failed({ kind: "refused", said: "Microsoft gave a list that does not end." });
  }

  function addressOf({ path, query = {} }: GraphRequest) {
    const address = new URL(root + path);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    return address.href;
  }

  function isHere(link: string) {
    return URL.canParse(link) && new URL(link).origin === origin;
  }

  return { call, list, changes };
}

export function calendarPath(calendarId: string) {
  return `/me/calendars/${encodeURIComponent(calendarId)}`;
}

function pageOf<Item>(item: z.ZodType<Item>): z.ZodType<Page<Item>> {
  return z.object({
    value: z.array(item),
    "@odata.nextLink": z.string().nullish(),
    "@odata.deltaLink": z.string().nullish(),
  });
}

/** An event's id is another one where immutable ids are not asked for, so that every call asks for them. */
function prefer(...more: string[]) {
  return { prefer: ['outlook.timezone="UTC"', 'IdType="ImmutableId"', ...more].join(", ") };
}
