import { expect, it } from "vitest";
import { isUuid } from "~/domain/fields";
import { timeOrderedId } from "~/domain/ids.server";

it("ids are UUIDs of version 7, in the order of their times, and different within the same millisecond", () => {
  const times = [0, 1, 255, 256, Date.UTC(2026, 10, 21), Date.UTC(2026, 10, 21) + 1, Date.UTC(5000, 0)];
  const ids = times.map((time) => timeOrderedId(time));
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(ids.every(isUuid)).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(Array.from({ length: 1000 }, () => timeOrderedId(0))).size).toBe(1000);
});
