/** Milliseconds that a `Retry-After` asks for, which is in seconds or a date. */
export function retryAfter(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return wait > 0 ? wait : undefined;
}
