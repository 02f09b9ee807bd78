import { env } from "~/env.server";
import type { CalendarProvider, ProviderName } from "./calendar-provider";
import { googleProvider } from "./google.server";
import { microsoftProvider } from "./microsoft.server";

/** The providers that this instance is registered with; null where it is not. */
export const calendarProviders: Record<ProviderName, CalendarProvider | null> = {
  google: env.GOOGLE_CLIENT_ID ? googleProvider(env) : null,
  microsoft: env.MICROSOFT_CLIENT_ID ? microsoftProvider(env) : null,
};
