import { z } from "zod";
import type { Env } from "~/environment";
import type { Outcome } from "./calendar-provider";
import { explainApi } from "./google-refusals.server";
import { ask, failed, type Request, type Vendor } from "./provider-http.server";

export type GoogleConfig = Pick<
  Env,
  | "APP_URL"
  | "GOOGLE_CLIENT_ID"
  | "GOOGLE_CLIENT_SECRET"
  | "GOOGLE_AUTH_URL"
  | "GOOGLE_TOKEN_URL"
  | "GOOGLE_REVOKE_URL"
  | "GOOGLE_API_URL"
  | "GOOGLE_PEOPLE_URL"
  | "GOOGLE_USERINFO_URL"
>;

/** The fields that are read of something, by the names and types of Google's own client. */
export type FieldsOf<Thing> = { [Name in keyof Thing]?: z.ZodType<Thing[Name]> };

/** Google leaves out what is empty. */
export const text = z.string().nullish();
export const flag = z.boolean().nullish();

const mostPages = 200;

const api: Vendor = { name: "Google", explain: explainApi };

export function askGoogle<Value>(request: Request, shape: z.ZodType<Value>, explain = explainApi) {
  return ask({ ...api, explain }, request, shape);
}

export function calendarUrl(config: GoogleConfig, path: string, query: Record<string, string> = {}) {
  return addressOf(`${config.GOOGLE_API_URL}/calendar/v3/${path}`, query);
}

export function addressOf(base: string, query: Record<string, string>) {
  const address = new URL(base);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address;
}

/** Reads to the last page: a page may be empty while more follow. */
export async function readPages<Page extends { nextPageToken?: string | null }>(
  read: (query: { pageToken?: string }) => Promise<Outcome<Page>>,
): Promise<Outcome<Page[]>> {
  const pages: Page[] = [];
  let pageToken: string | null | undefined;
  do {
    const page = await read(pageToken ? { pageToken } : {});
    if (!page.ok) return page;
    pages.push(page.value);
    pageToken = page.value.nextPageToken;
  } while (pageToken && pages.length < mostPages);
  return pageToken ? unreadable("Google gave pages without end.") : { ok: true, value: pages };
}

export function unreadable(said = "Google gave an answer that cannot be read.", mayHaveHappened = false) {
  return failed({ kind: "later", said, mayHaveHappened });
}
