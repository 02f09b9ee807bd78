import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "~db/client";
import { users } from "~db/schema";
import { signUp } from "~/domain/accounts/sign-up.server";

// Needs an instance without accounts, hence a file of its own.
it("of twenty sign-ups at once on a new instance, one becomes super admin", async () => {
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      signUp({
        input: { name: "Ada", email: `ada-${number}@example.com`, password: "correct horse", timezone: "UTC" },
        kind: "browser",
        language: "en",
        userAgent: null,
        address: null,
        now: Date.now(),
      }),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(20);
  expect(await db.$count(users, eq(users.isSuperAdmin, true))).toBe(1);
});
