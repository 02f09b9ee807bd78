import type { ExplainedDay, HostDay } from "~/domain/availability/explained-day";
import { wallToInstant } from "~/domain/availability/zones";

export function hostDay(name: string, more: Partial<HostDay> = {}): HostDay {
  return { id: name, name, zone: "Europe/Oslo", open: [], claims: [], busy: [], closed: null, ...more };
}

/** A date without hosts and starts, on which every rule is met. */
export function explainedDay(zone: string, day: number, more: Partial<ExplainedDay> = {}): ExplainedDay {
  const limit = { isMet: true, limit: null, counts: [] };
  return {
    day,
    zone,
    from: wallToInstant(zone, day, 0),
    to: wallToInstant(zone, day + 1, 0),
    mode: "any",
    durationMinutes: 60,
    bufferBefore: 0,
    bufferAfter: 0,
    hosts: [],
    withoutHours: [],
    starts: [],
    asked: null,
    checks: {
      notice: { isMet: true, awayMs: 0, neededMinutes: 0 },
      window: { isMet: true, days: 60 },
      daily: limit,
      weekly: limit,
      excluded: { isMet: true, note: "" },
    },
    ...more,
  };
}
