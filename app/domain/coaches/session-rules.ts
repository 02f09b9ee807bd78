import { emptyEventType } from "../event-types/event-type";

/** What a host's sessions begin with, until they change it. */
export const sessionRules = {
  ...emptyEventType,
  name: "Session",
  durationMinutes: 60,
  slotIntervalMinutes: 15,
  minimumNoticeMinutes: 0,
  bookingWindowDays: 365,
  requiresConfirmation: true,
  takesTimeRequests: false,
  isListed: false,
  isLinkOnly: true,
  isSession: true,
} as const;
