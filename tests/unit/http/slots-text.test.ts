import fc from "fast-check";
import { expect, test } from "vitest";
import { slotJson, slotsText } from "~/http/booking-json.server";

const instant = fc.integer({ min: 0, max: Date.UTC(2100, 0) / 1000 }).map((seconds) => seconds * 1000);
const offers = fc.record({
  timezone: fc.string(),
  minutes: fc.integer({ min: 5, max: 1440 }),
  slots: fc.array(instant),
});

test("a list of slots is the JSON that its objects would make", () => {
  fc.assert(
    fc.property(offers, ({ timezone, minutes, slots }) => {
      const items = slots.map((start) => slotJson({ start, end: start + minutes * 60_000 }));
      const text = slotsText({ timezone, minutes, slots });
      expect(text).toBe(JSON.stringify({ timezone, duration_minutes: minutes, slots: items }));
    }),
  );
});
