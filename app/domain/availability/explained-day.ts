import type { Reason, TeamMode } from "./slots";

/** One date as the slot function sees it, with what stands behind each reason. Plain data, instants in milliseconds. */
export type ExplainedDay = {
  /** The date, an epoch day, in `zone`, and its first instant and the next date's. */
  day: number;
  zone: string;
  from: number;
  to: number;
  mode: TeamMode;
  durationMinutes: number;
  bufferBefore: number;
  bufferAfter: number;
  hosts: HostDay[];
  /** Names of those who have no hours here. Where all hands are needed nobody is looked at then. */
  withoutHours: string[];
  /** Every grid point. */
  starts: ExplainedStart[];
  /** The start that was asked for, on the grid or not. */
  asked: ExplainedStart | null;
  checks: Checks;
};

export type HostDay = {
  id: string;
  name: string;
  zone: string;
  open: Stretch[];
  claims: Claim[];
  busy: BusyBlock[];
  /** Set where the host is closed all that date. */
  closed: Closed | null;
};

export type Stretch = { start: number; end: number };
/** What a booking holds, its buffers included. Without the booking where it is not the viewer's to see. */
export type Claim = Stretch & { booking: (Stretch & { id: string; invitee: string }) | null };
/** Without the calendar where it is not the viewer's to see. `isUnread`: it was not read for too long, and so stops offers. */
export type BusyBlock = Stretch & {
  calendar: { name: string; provider: Provider; syncedAt: number | null } | null;
  isUnread: boolean;
};
export type Provider = "google" | "microsoft";
/** By its weekday (0 = Monday), or by an override with what it says of the date. */
export type Closed = { by: "weekday"; weekday: number } | { by: "date"; note: string };

export type ExplainedStart = Stretch & { isOffered: boolean; hosts: Verdict[] };
/** No causes = free. */
export type Verdict = { id: string; causes: Cause[] };

/** A reason with what makes it concrete. */
export type Cause =
  | { code: "outside_hours"; how: "closed"; closed: Closed }
  | { code: "outside_hours"; how: "early"; opens: number }
  | { code: "outside_hours"; how: "late"; closes: number }
  | { code: "outside_hours"; how: "pause"; closes: number; opens: number }
  | { code: "outside_hours"; how: "too_long"; closes: number }
  | { code: "outside_hours"; how: "off_grid"; stepMinutes: number; from: number }
  | { code: "excluded_date"; note: string }
  | { code: "notice"; neededMinutes: number; shortMs: number; isPast: boolean }
  | { code: "window"; days: number; lastDay: number }
  | { code: "daily_limit" | "weekly_limit"; count: number; limit: number }
  | { code: "claimed"; claims: Claim[] }
  | { code: "busy"; blocks: BusyBlock[] };

/** The rules that look at more than the clock, met or not, for the start asked for or else the date's first. */
export type Checks = {
  notice: { isMet: boolean; awayMs: number; neededMinutes: number };
  window: { isMet: boolean; days: number };
  daily: Limit;
  weekly: Limit;
  excluded: { isMet: boolean; note: string };
};
export type Limit = { isMet: boolean; limit: number | null; counts: { name: string; count: number }[] };

export function meets(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && a.end > b.start;
}

export function codesOf({ causes }: Verdict): Reason[] {
  return causes.map(({ code }) => code);
}
