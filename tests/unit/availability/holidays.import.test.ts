import type Holidays from "date-holidays";
import { afterAll, expect, it, vi } from "vitest";

let fails = true;

vi.doMock("date-holidays", async (original) => {
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

// Other files may have loaded it before, and load it after.
vi.resetModules();
const { countries } = await import("~/domain/availability/holidays.server");

afterAll(() => {
  vi.doUnmock("date-holidays");
  vi.resetModules();
});

it("the holidays are read again after that failed", async () => {
  await expect(countries()).rejects.toThrow("out of memory");
  fails = false;
  expect((await countries()).length).toBeGreaterThan(100);
});
