import { z } from "zod";
import { DAY_MS } from "../availability/calendar-days";
import { emailField, instantField, line } from "../fields";

/** A time as whoever makes the link names it. Without an end it lasts as long as the event type usually does. */
export type WantedSlot = { start: number; end: number | null };

export const mostSlots = 100;

const slotField = z.union(
  [
    instantField.transform((start): WantedSlot => ({ start, end: null })),
    z
      .strictObject({ start: instantField, end: instantField.nullish() })
      .transform(({ start, end = null }): WantedSlot => ({ start, end })),
  ],
  { error: "A picked time is a time, or a start and an end, like 2026-11-23T10:30:00Z." },
);

/** What a one-time link is made from, by form and by API alike. */
export const OneTimeInput = z
  .strictObject({
    recipient_email: emailField,
    recipient_name: line("The name", 100, 0).default(""),
    expires_at: instantField.nullish(),
    slots: z
      .array(slotField, { error: "The picked times are a list." })
      .min(1, "Pick one time or more, or offer all free ones.")
      .max(mostSlots, `${mostSlots} picked times at most.`)
      .nullish(),
    send_email: z.boolean({ error: "send_email is true or false." }).default(false),
  })
  .transform((input) => ({
    recipientEmail: input.recipient_email,
    recipientName: input.recipient_name,
    expiresAt: input.expires_at ?? null,
    slots: input.slots ?? null,
    sendsMail: input.send_email,
  }));
export type OneTimeInput = z.output<typeof OneTimeInput>;

const longestDays = 366;

/** What is wrong with the moment at which a link is to end; null where nothing is. */
export function expiryProblem(expiresAt: number | null, now: number): string | null {
  if (expiresAt === null) return null;
  if (expiresAt <= now) return "That moment has passed. Choose a later one.";
  return expiresAt > now + longestDays * DAY_MS ? "A link is valid for a year at most. Choose an earlier day." : null;
}
