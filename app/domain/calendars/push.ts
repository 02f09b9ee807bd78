/** Providers tell of changes only where they can reach us: at a public address with a certificate. */
export function isPushOn(appUrl: string): boolean {
  const { protocol, hostname } = new URL(appUrl);
  return protocol === "https:" && hostname !== "localhost" && !hostname.endsWith(".localhost");
}
