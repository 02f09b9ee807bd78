import { env } from "~/env.server";
import type { ProviderName } from "~/integrations/calendar-provider";
import { calendarProviders } from "~/integrations/calendar-providers.server";
import { paths } from "~/paths";

/** Whether this instance has a client id of the provider. */
export function isRegistered(provider: ProviderName): boolean {
  return calendarProviders[provider] !== null;
}

/** The addresses that this instance's registration at the provider has to name. */
export function registeredAddresses(provider: ProviderName) {
  return { connecting: connectingAddress(provider), signIn: env.APP_URL + paths.providerCallback(provider) };
}

export function connectingAddress(provider: ProviderName): string {
  return env.APP_URL + paths.calendarCallback(provider);
}

/** Whether a program may have whoever says yes sent there: to what the operator lists, else to this instance itself. */
export function isAllowedRedirect(address: string): boolean {
  if (env.OAUTH_REDIRECTS.length > 0) return env.OAUTH_REDIRECTS.includes(address);
  const isPlain = URL.canParse(address) && new URL(address).href === address && !address.includes("#");
  return isPlain && address.startsWith(`${new URL(env.APP_URL).origin}/`);
}

/** The providers that accounts can be connected of. */
export function registeredProviders(): ProviderName[] {
  return (["google", "microsoft"] as const).filter(isRegistered);
}
