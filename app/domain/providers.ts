/** With whom people sign in, and who keeps their calendars. */
export const providers = ["google", "microsoft"] as const;
export type ProviderName = (typeof providers)[number];

export const providerNames: Record<ProviderName, string> = { google: "Google", microsoft: "Microsoft" };

export function isProvider(name: string | undefined): name is ProviderName {
  return providers.some((provider) => provider === name);
}
