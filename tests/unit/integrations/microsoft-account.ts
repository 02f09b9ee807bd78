import { microsoftProvider } from "~/integrations/microsoft.server";
import type { WantedEvent } from "~/integrations/calendar-provider";
import { startFakeMicrosoft } from "../../support/microsoft";

type Fake = Awaited<ReturnType<typeof startFakeMicrosoft>>;

const everything = ["offline_access", "openid", "email", "profile", "User.Read", "Calendars.ReadWrite"];

/** Microsoft, and what talks to it as the app does. */
export async function startMicrosoft(options: Parameters<typeof startFakeMicrosoft>[0] & { appUrl?: string } = {}) {
  const { appUrl: APP_URL = "https://meridian.example", ...rest } = options;
  const fake = await startFakeMicrosoft(rest);
  return { fake, provider: microsoftProvider({ ...fake.env, APP_URL }) };
}

/** Somebody who let us in. */
export function addHost(fake: Fake, more: Partial<Parameters<Fake["addAccount"]>[0]> & { scopes?: string[] } = {}) {
  const { scopes = [], email = "ada@contoso.example", ...given } = more;
  const account = fake.addAccount({ email, name: "Ada Lovelace", ...given });
  const tokens = fake.grant({ email, scopes: [...everything, ...scopes] });
  return { account, calendar: account.defaultCalendar, access: tokens.accessToken, refresh: tokens.refreshToken! };
}

export function wantEvent(more: Partial<WantedEvent> = {}): WantedEvent {
  return {
    bookingId: "0198d5f0-53a1-7cc3-9d57-6f1d5c2b7a10",
    generation: 0,
    title: "Intro call with Grace Hopper",
    description: 'Notes: <none> & "more"\nSecond line',
    location: "",
    start: Date.parse("2027-03-01T09:00:00Z"),
    end: Date.parse("2027-03-01T09:30:00Z"),
    timezone: "Europe/Berlin",
    isTentative: false,
    attendees: [{ name: "Grace Hopper", email: "grace@navy.example" }],
    conference: null,
    url: "https://meridian.example/booking/bookings/1",
    ...more,
  };
}
