/** The text of a delivery. */
export function webhookBody(trigger: string, now: number, payload: Record<string, unknown>): string {
  const head = { triggerEvent: trigger, createdAt: new Date(now).toISOString() };
  // Of this one Cal.com's receivers read the booking at the top.
  const top = trigger === "MEETING_ENDED" ? { id: payload.bookingId, ...payload } : {};
  return JSON.stringify({ ...head, ...top, payload });
}
