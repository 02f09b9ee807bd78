import { describe, expect, it } from "vitest";
import { parseDate } from "~/domain/availability/calendar-days";
import { openSlots } from "~/domain/availability/open-slots.server";
import { book } from "~/domain/bookings/book.server";
import { findLinkByToken } from "~/domain/links/find-link.server";
import { linkStudio } from "../../support/link-studio";
import { inOslo, now, wish } from "../../support/orders";

const monday = parseDate("2026-11-23")!;

/** What a link offers from Monday on by its address, and what a booking of one of the times comes to. */
async function through({ token }: { token: string }, at = now) {
  const found = (await findLinkByToken(token, at))!;
  const { eventType } = found;
  const range = { from: inOslo(0, 0, monday), to: inOslo(0, 0, monday + 30) };
  const { slots } = await openSlots({ eventType, durationMinutes: eventType.durationMinutes, range, now: at });
  const take = async (start: number, given: object = {}) => {
    const input = wish({ start: new Date(start).toISOString(), ...given });
    const result = await book({ eventType, input, locale: "en", through: found.through, now: at });
    return result.ok ? "booked" : "code" in result ? result.code : result.reason;
  };
  return { slots, take };
}

describe("what a link is limited to counts where times are listed and where one is booked", () => {
  it("at most so many in a day and in a week, of its own meetings alone", async () => {
    const { eventType, make } = await linkStudio();
    const link = await make({ follows: eventType.id, rules: { max_per_day: 1, max_per_week: 2 } });
    const { take } = await through(link);
    expect(await book({ eventType, input: wish(), locale: "en", now })).toMatchObject({ ok: true });
    expect(await take(inOslo(13, 0, monday))).toBe("booked");
    expect(await take(inOslo(14, 0, monday))).toBe("daily_limit");
    expect(await take(inOslo(14, 0, monday + 1))).toBe("booked");
    expect(await take(inOslo(14, 0, monday + 2))).toBe("weekly_limit");
    const { slots } = await through(link);
    expect(slots[0]).toBe(inOslo(9, 0, monday + 7));
  });

  it("so many days ahead, and so long before the start", async () => {
    const { make } = await linkStudio();
    const link = await make({ rules: { booking_window_days: 5, minimum_notice_minutes: 4320 } });
    const { slots, take } = await through(link);
    expect(slots[0]).toBe(inOslo(9, 0, monday));
    expect(slots.at(-1)).toBe(inOslo(16, 30, monday + 2));
    expect(await take(inOslo(9, 0, monday + 3))).toBe("window");
    const later = await through(link, now + 7_200_000);
    expect(later.slots[0]).toBe(inOslo(11, 0, monday));
    expect(await later.take(inOslo(9, 0, monday))).toBe("notice");
  });

  it("not on the days left out, such as public holidays", async () => {
    const { make } = await linkStudio();
    const link = await make({ rules: { excluded_dates: ["2026-11-23", "2026-11-24"] } });
    const { slots, take } = await through(link);
    expect(slots[0]).toBe(inOslo(9, 0, monday + 2));
    expect(await take(inOslo(9, 0, monday))).toBe("excluded_date");
  });

  it("in its own hours, by its own zone", async () => {
    const { make } = await linkStudio();
    const weekly = [[600, 660], [], [], [], [], [], []];
    const link = await make({ hours: { kind: "own", timezone: "Asia/Kolkata", weekly } });
    const { slots, take } = await through(link);
    expect(slots.slice(0, 3)).toEqual([inOslo(5, 30, monday), inOslo(6, 0, monday), inOslo(5, 30, monday + 7)]);
    expect(await take(inOslo(9, 0, monday))).toBe("outside_hours");
    expect(await take(inOslo(6, 0, monday))).toBe("booked");
  });

  it("of its own lengths, with its own free time around", async () => {
    const { make } = await linkStudio();
    const link = await make({ rules: { durations: [20, 45], buffer_before: 10, buffer_after: 15 } });
    const { take } = await through(link);
    expect(await take(inOslo(9, 20, monday), { duration_minutes: 30 })).toBe("duration_not_offered");
    expect(await take(inOslo(9, 20, monday))).toBe("booked");
    const { slots } = await through(link);
    expect(slots[0]).toBe(inOslo(10, 20, monday));
    expect(await take(inOslo(10, 0, monday))).toBe("claimed");
  });
});
