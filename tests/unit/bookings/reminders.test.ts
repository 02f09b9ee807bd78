import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueReminder, nextReminder } from "~/domain/bookings/reminders";

const start = Date.parse("2026-11-23T10:00:00Z");
const at = (text: string) => Date.parse(text);
const confirmed = { status: "confirmed" as const, start };

describe("the next reminder", () => {
  it("comes a day before, then an hour before, then never", () => {
    expect(nextReminder(confirmed, at("2026-11-20T00:00:00Z"))).toEqual({ hours: 24, at: at("2026-11-22T10:00:00Z") });
    expect(nextReminder(confirmed, at("2026-11-22T10:00:00Z"))).toEqual({ hours: 1, at: at("2026-11-23T09:00:00Z") });
    expect(nextReminder(confirmed, at("2026-11-23T09:00:00Z"))).toBeNull();
  });

  it("is none for what waits for an answer, is cancelled or is over", () => {
    for (const status of ["pending", "cancelled", "completed"] as const) {
      expect(nextReminder({ status, start }, at("2026-11-20T00:00:00Z"))).toBeNull();
      expect(dueReminder({ status, start }, at("2026-11-23T09:30:00Z"))).toBeNull();
    }
  });
});

describe("the reminder that is due", () => {
  it("is the latest whose moment has come: of two that were missed only the nearer one is sent", () => {
    expect(dueReminder(confirmed, at("2026-11-22T09:59:59Z"))).toBeNull();
    expect(dueReminder(confirmed, at("2026-11-22T10:00:00Z"))?.hours).toBe(24);
    expect(dueReminder(confirmed, at("2026-11-23T08:59:59Z"))?.hours).toBe(24);
    expect(dueReminder(confirmed, at("2026-11-23T09:00:00Z"))?.hours).toBe(1);
    expect(dueReminder(confirmed, at("2026-11-23T09:59:59Z"))?.hours).toBe(1);
  });

  it("is none that has passed when the meeting was moved nearer", () => {
    const planned = at("2026-11-22T22:00:00Z");
    expect(dueReminder(confirmed, planned, planned)).toBeNull();
    expect(dueReminder(confirmed, at("2026-11-23T09:00:00Z"), planned)?.hours).toBe(1);
  });

  it("is none once the meeting has begun", () => {
    expect(dueReminder(confirmed, start)).toBeNull();
  });

  it("is, at the moment that was set for it, the one that was set", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100 * 3_600_000, max: 3_600_000 }), (before) => {
        const next = nextReminder(confirmed, start + before);
        if (next) expect(dueReminder(confirmed, next.at)).toEqual(next);
      }),
    );
  });
});
