import type { CalendarProvider } from "./calendar-provider";
import { googleCalendars } from "./google-calendars.server";
import { googleChanges } from "./google-changes.server";
import type { GoogleConfig } from "./google-client.server";
import { googleConsent } from "./google-consent.server";
import { googleContacts } from "./google-contacts.server";
import { googleEvents } from "./google-events.server";

export function googleProvider(config: GoogleConfig): CalendarProvider {
  return {
    name: "google",
    ...googleConsent(config),
    ...googleCalendars(config),
    ...googleChanges(config),
    ...googleEvents(config),
    ...googleContacts(config),
  };
}
