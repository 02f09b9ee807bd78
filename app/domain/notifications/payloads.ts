import { z } from "zod";

/** What the words of a mail need, by kind: of a booking mail beside the booking, of the others all of it. */
export const TokenPayload = z.object({ token: z.string(), language: z.string().optional() });

export const InvitationPayload = z.object({
  token: z.string(),
  workspaceName: z.string(),
  inviterName: z.string(),
  role: z.string(),
  language: z.string().optional(),
});

/** "No time fits? Ask for one": to the host, and a copy to whoever asked. */
export const TimeRequestPayload = z.object({
  workspace: z.object({ name: z.string(), slug: z.string() }),
  eventType: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
  /** Whose page it was, where it was not the event type's own. */
  team: z.object({ name: z.string(), slug: z.string() }).optional(),
  members: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** The link that led there, to come back by; null where that was for one person, and is kept nowhere. */
  back: z.object({ token: z.string() }).nullable().optional(),
  /** Missing in the copy where the event type does not say whom one will meet. */
  hostName: z.string().optional(),
  hostEmail: z.string().optional(),
  /** Whoever asks, in whose zone and language. */
  name: z.string(),
  email: z.string(),
  timezone: z.string(),
  locale: z.string(),
  /** When it would suit them, in their own words. */
  wish: z.string(),
  /** The reader's zone where that is a host. */
  hostTimezone: z.string(),
});

/** A link for one person and one meeting. */
export const OneTimeLinkPayload = z.object({
  token: z.string(),
  workspaceName: z.string(),
  eventName: z.string(),
  durationMinutes: z.number().int(),
  hostName: z.string(),
  hostEmail: z.string(),
  /** Missing where only a booking ends it. */
  expiresAt: z.number().optional(),
  /** Of whoever gets it, as far as the host knows. */
  timezone: z.string(),
  locale: z.string(),
});

/** A calendar that no longer lets us in: to the host whose it is. */
export const BrokenConnectionPayload = z.object({
  workspaceName: z.string(),
  provider: z.enum(["google", "microsoft"]),
  /** What the host knows the calendar by. */
  calendar: z.string(),
  /** The moment from which on it let nothing more through. */
  since: z.number(),
  timezone: z.string(),
});

/** A webhook that gets nothing through, to whoever made it. `gone` and `failing_for_days`: it is switched off. */
export const WebhookTroublePayload = z.object({
  trouble: z.enum(["failing", "failing_for_days", "gone"]),
  workspaceName: z.string(),
  subscriberUrl: z.string(),
  number: z.number(),
  /** The moment from which on nothing got through. */
  since: z.number(),
  /** What came of the last try. */
  said: z.string(),
  timezone: z.string(),
});

export const BookingPayload = z.object({
  /** The booking's sequence when the mail was asked for: a later one makes most mails untrue. */
  sequence: z.number().int(),
  startBefore: z.number().optional(),
  reason: z.string().nullish(),
  /** Missing where nobody did it: time did. */
  byHost: z.boolean().optional(),
  /** The name of the host who did it, where they have a part in the meeting. */
  by: z.string().optional(),
  /** Of a reminder: how long before the start. */
  hours: z.number().optional(),
  /** Of a reminder and an asking: the start that it is about. A meeting at another one has others. */
  start: z.number().optional(),
  /** The names of whoever handed it over, and to whom. */
  hostBefore: z.string().optional(),
  hostAfter: z.string().optional(),
  /** The address of whom it was handed to, and whether the one before led the meeting. */
  successor: z.string().optional(),
  ledBefore: z.boolean().optional(),
  /** Of a host who is asked whether they come: the key to their own answer. */
  token: z.string().optional(),
  /** The name of a host who answered, and what. */
  answeredBy: z.string().optional(),
  answer: z.enum(["accepted", "declined"]).optional(),
  /** It is off because not enough of all hands said yes. */
  tooFew: z.boolean().optional(),
});

export type TokenPayload = z.infer<typeof TokenPayload>;
export type InvitationPayload = z.infer<typeof InvitationPayload>;
export type TimeRequestPayload = z.infer<typeof TimeRequestPayload>;
export type OneTimeLinkPayload = z.infer<typeof OneTimeLinkPayload>;
export type BrokenConnectionPayload = z.infer<typeof BrokenConnectionPayload>;
export type WebhookTroublePayload = z.infer<typeof WebhookTroublePayload>;
export type BookingPayload = z.infer<typeof BookingPayload>;
