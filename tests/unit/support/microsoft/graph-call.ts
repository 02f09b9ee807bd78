import type { FakeMicrosoft } from "../../../support/microsoft";

type Asked = { method?: string; body?: object; prefer?: string | null; headers?: Record<string, string> };

/** What came back, with the body as somebody who doesn't know its shape reads it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answered = { status: number; headers: Headers; body: any };

export const all = [
  "openid",
  "profile",
  "email",
  "offline_access",
  "User.Read",
  "Calendars.ReadWrite",
  "Contacts.ReadWrite",
  "People.Read",
  "MailboxSettings.Read",
];

/** Plain calls in somebody's name; a link of an answer is followed as it is. */
export function graphOf(microsoft: FakeMicrosoft, email: string, scopes = all) {
  const { accessToken } = microsoft.grant({ email, scopes });
  return async (path: string, asked: Asked = {}): Promise<Answered> => {
    const { method = asked.body ? "POST" : "GET", body, prefer = 'outlook.timezone="UTC"', headers } = asked;
    const address = path.startsWith("http") ? path : `${microsoft.url}/v1.0${path}`;
    const answer = await fetch(address, {
      method,
      body: body && JSON.stringify(body),
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(body ? { "content-type": "application/json" } : {}),
        ...(prefer ? { prefer } : {}),
        ...headers,
      },
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text ? (JSON.parse(text) as unknown) : undefined };
  };
}

export function at(hour: number, day = "2026-12-01", timeZone = "UTC") {
  return { dateTime: `${day}T${String(hour).padStart(2, "0")}:00:00`, timeZone };
}

export const oneHour = { start: at(9), end: at(10) };

export const december = "startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z";

/** Every page of a delta round, and the link for the next one. */
export async function round(graph: ReturnType<typeof graphOf>, start: string, prefer = 'outlook.timezone="UTC"') {
  const pages: Answered["body"][][] = [];
  for (let link = start; ;) {
    const { status, body } = await graph(link, { prefer });
    if (status !== 200) return { pages, items: pages.flat(), status, body, next: "" };
    pages.push(body.value);
    if (body["@odata.deltaLink"]) {
      return { pages, items: pages.flat(), status, body, next: body["@odata.deltaLink"] as string };
    }
    link = body["@odata.nextLink"];
  }
}
