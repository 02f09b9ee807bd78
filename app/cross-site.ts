type Header = (name: string) => string | null | undefined;

/**
 * The defence against cross-site requests, for every change that a cookie authenticates. Browsers say where a request
 * comes from; one that says nothing is no browser and carries no cookie that a stranger could ride on.
 */
export function isCrossSite(header: Header, ownOrigin: string) {
  const site = header("Sec-Fetch-Site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = header("Origin");
  if (!origin) return false;
  return origin !== ownOrigin && origin.split("://")[1] !== header("Host");
}
