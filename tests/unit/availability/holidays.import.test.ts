import type Holidays from "date-holidays";
import { expect, it, vi } from "vitest";
import { countries } from "~/domain/availability/holidays.server";

let fails = true;
vi.mock("date-holidays", async (original) => {
  const { default: Real } = await original<{ default: typeof Holidays }>();
  return {
    default: class extends Real {
      constructor() {
        super();
        if (fails) throw new Error("out of memory");
      }
    },
  };
});

it("the holidays are read again after that failed", async () => {
  await expect(countries()).rejects.toThrow("out of memory");
  fails = false;
  expect((await countries()).length).toBeGreaterThan(100);
});
