import type { Env } from "~/environment";
import type { CalendarProvider } from "./calendar-provider";
import { microsoftCalendars } from "./microsoft-calendars.server";
import { microsoftChanges } from "./microsoft-changes.server";
import { microsoftContacts } from "./microsoft-contacts.server";
import { microsoftEvents } from "./microsoft-events.server";
import { createGraph } from "./microsoft-graph.server";
import { microsoftScopes } from "./microsoft-scopes.server";
import { microsoftSignIn } from "./microsoft-sign-in.server";
import { microsoftSubscriptions } from "./microsoft-subscriptions.server";

type Config = Pick<
  Env,
  "APP_URL" | "MICROSOFT_CLIENT_ID" | "MICROSOFT_CLIENT_SECRET" | "MICROSOFT_LOGIN_URL" | "MICROSOFT_GRAPH_URL"
>;

/** Outlook's calendars and contacts, of Microsoft 365 and of personal accounts. */
export function microsoftProvider(config: Config): CalendarProvider {
  const graph = createGraph(config.MICROSOFT_GRAPH_URL);
  return {
    name: "microsoft",
    ...microsoftScopes,
    ...microsoftSignIn(config),
    ...microsoftCalendars(graph),
    ...microsoftChanges(graph),
    ...microsoftSubscriptions(graph, config.APP_URL),
    ...microsoftEvents(graph),
    ...microsoftContacts(graph),
  };
}
