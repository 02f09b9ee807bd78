import { afterAll, beforeEach } from "vitest";
import type { Outcome, WantedEvent } from "~/integrations/calendar-provider";
import { googleProvider } from "~/integrations/google.server";
import { startFakeGoogle } from "../../support/google";

export const email = "ada@example.com";
export const redirectUri = "http://localhost:3000/api/v1/booking/calendars/callback/google";
export const wishes = { searchContacts: false, saveContacts: false };
const usual = ["openid", "email", "calendar.events", "calendar.calendarlist.readonly"];

export const hour = 60 * 60_000;
export const start = Math.ceil(Date.now() / hour) * hour + 24 * hour;

/** The adapter in front of a Google with one account, fresh for each test of the file that calls it. */
export async function useGoogle() {
  const google = await startFakeGoogle();
  const env = { APP_URL: "https://meet.example.com", ...google.env };
  const provider = googleProvider(env);
  let ada = google.addAccount({ email, name: "Ada Lovelace" });
  beforeEach(() => {
    google.reset();
    ada = google.addAccount({ email, name: "Ada Lovelace" });
  });
  afterAll(() => google.stop());
  return {
    google,
    provider,
    env,
    account() {
      return ada;
    },
    access: (scopes = usual) => google.grant({ email, scopes }).accessToken,
    calls: (route: string) => google.requests.filter((request) => request.route === route),
  };
}

export function wanted(over: Partial<WantedEvent> = {}): WantedEvent {
  return {
    bookingId: "6b0a9f5e-6d9b-4b7c-9a57-0f7f0a5f1c11",
    generation: 0,
    title: "Intro: Grace Hopper",
    description: "What is it about?\nCompilers",
    location: "Room 4",
    start,
    end: start + hour,
    timezone: "Europe/Berlin",
    isTentative: false,
    attendees: [{ name: "Grace Hopper", email: "grace@example.org" }],
    conference: null,
    url: "https://meet.example.com/booking/1",
    ...over,
  };
}

/** The value, or an error that tells the failure. */
export function valueOf<Value>(outcome: Outcome<Value> | null): Value {
  if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

export function failureOf<Value>(outcome: Outcome<Value> | null) {
  if (!outcome || outcome.ok) throw new Error(`No failure: ${JSON.stringify(outcome)}`);
  return outcome.failure;
}
