export const locationTypes = ["google_meet", "microsoft_teams", "zoom", "phone", "in_person", "custom"] as const;
export type LocationType = (typeof locationTypes)[number];

export const assignmentTypes = ["round_robin", "collective", "all_hands"] as const;
export type AssignmentType = (typeof assignmentTypes)[number];

export const quorums = ["all", "majority", "any"] as const;
export type Quorum = (typeof quorums)[number];

/** A host of an event type. Round robin goes by weight, collective by priority, the higher first. */
export type EventTypeMember = { userId: string; name: string; timezone: string; weight: number; priority: number };

export type EventType = {
  workspaceId: string;
  id: string;
  number: number;
  ownerId: string;
  name: string;
  slug: string;
  description: string;
  durationMinutes: number;
  durationOptions: number[];
  slotIntervalMinutes: number | null;
  bufferBefore: number;
  bufferAfter: number;
  minimumNoticeMinutes: number;
  bookingWindowDays: number;
  maxPerDay: number | null;
  maxPerWeek: number | null;
  excludedDates: string[];
  /** What some of them are, such as a public holiday, by date. */
  excludedDateNotes: Record<string, string>;
  locationType: LocationType;
  locationValue: string;
  requiresConfirmation: boolean;
  isTeamEvent: boolean;
  teamId: string | null;
  assignmentType: AssignmentType | null;
  rsvpQuorum: Quorum;
  scheduleId: string | null;
  /** The questions of its booking form. */
  templateId: string | null;
  inviteeMayCancel: boolean;
  cancelNoticeHours: number;
  inviteeMayReschedule: boolean;
  rescheduleNoticeHours: number;
  requiresReason: boolean;
  takesTimeRequests: boolean;
  /** Whether its public page says whom one will meet. */
  showsHosts: boolean;
  emailFollowupEnabled: boolean;
  isActive: boolean;
  isListed: boolean;
  /** It was made for a link and is reached by links alone. */
  isLinkOnly: boolean;
  /** What clients book with its owner, for as long as they choose. */
  isSession: boolean;
  archivedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  /** Its hosts, the highest priority first; exactly one where it is no team event. */
  members: EventTypeMember[];
};

/** Every length that can be booked, shortest first; the usual one is always among them. */
export function offeredDurations(eventType: Pick<EventType, "durationMinutes" | "durationOptions">): number[] {
  return sortedUnique([eventType.durationMinutes, ...eventType.durationOptions]);
}

/** In minutes: how long a session may take. */
export const sessionLength = { min: 15, max: 480 };

/** Those that are one click away; any other is typed. */
export const commonSessionLengths = [15, 30, 45, 60, 90, 120];

/** Whether it can be booked for so many minutes. */
export function offersDuration(eventType: EventType, minutes: number): boolean {
  const { min, max } = sessionLength;
  if (eventType.isSession) return Number.isInteger(minutes) && minutes >= min && minutes <= max;
  return offeredDurations(eventType).includes(minutes);
}

/** Whether a booking waits for a yes: the host's, unless a host makes it, or that of all hands. */
export function needsAnswer(
  { requiresConfirmation, assignmentType }: Pick<EventType, "requiresConfirmation" | "assignmentType">,
  isByHost = false,
): boolean {
  return assignmentType === "all_hands" || (requiresConfirmation && !isByHost);
}

/** Its name in a list to choose from: one that was made for a link often bears the name of the one that it came from. */
export function nameAmongOthers({
  name,
  isLinkOnly,
  isSession,
}: Pick<EventType, "name" | "isLinkOnly" | "isSession">): string {
  return isLinkOnly && !isSession ? `${name} (only by its link)` : name;
}

/**
 * The schedule that counts for these hosts; null: each one's default. One that is named for an event type of one host is
 * theirs alone, and not that of whoever is handed a meeting.
 */
export function scheduleFor(
  { isTeamEvent, members, scheduleId }: EventType,
  hostIds: readonly string[],
): string | null {
  const areItsOwn = hostIds.every((id) => members.some((member) => member.userId === id));
  return isTeamEvent || areItsOwn ? scheduleId : null;
}

export function sortedUnique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** What the form of a new one begins with. */
export const emptyEventType = {
  name: "",
  slug: "",
  description: "",
  durationMinutes: 30,
  durationOptions: [],
  slotIntervalMinutes: null,
  bufferBefore: 0,
  bufferAfter: 0,
  minimumNoticeMinutes: 240,
  bookingWindowDays: 60,
  maxPerDay: null,
  maxPerWeek: null,
  excludedDates: [],
  excludedDateNotes: {},
  locationType: "google_meet",
  locationValue: "",
  requiresConfirmation: false,
  isTeamEvent: false,
  teamId: null,
  assignmentType: null,
  rsvpQuorum: "all",
  scheduleId: null,
  templateId: null,
  inviteeMayCancel: true,
  cancelNoticeHours: 0,
  inviteeMayReschedule: true,
  rescheduleNoticeHours: 0,
  requiresReason: false,
  takesTimeRequests: true,
  showsHosts: true,
  emailFollowupEnabled: false,
  isActive: true,
  isListed: true,
  isLinkOnly: false,
  isSession: false,
} satisfies Partial<EventType>;
