import { startFakeGoogle } from "./google";
import { startFakeMicrosoft } from "./microsoft";

/**
 * Google and Microsoft for a test file, which calls this at its head: what the app reads of them is set here, and the app's
 * modules are imported after it.
 *
 *     const { google, microsoft } = await startProviders();
 *     const { syncCalendar } = await import("~/domain/calendars/sync.server");
 */
export async function startProviders() {
  const [google, microsoft] = await Promise.all([startFakeGoogle(), startFakeMicrosoft()]);
  Object.assign(process.env, google.env, microsoft.env);
  return {
    google,
    microsoft,
    /** What one test left must not be what the next one finds. */
    reset() {
      google.reset();
      microsoft.reset();
    },
    async stop() {
      await Promise.all([google.stop(), microsoft.stop()]);
    },
  };
}
