import { sql } from "drizzle-orm";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { withLease } from "~/domain/leases.server";
import { unique } from "../support/unique";

const minute = 60_000;

describe("a lease", () => {
  it("lets no more than its places work at once, and in the end everybody who waits", async () => {
    const name = unique();
    let [now, most] = [0, 0];
    const done = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        withLease({ name, places: 3, lasts: minute, patience: 15_000 }, async () => {
          most = Math.max(most, ++now);
          await wait(300);
          now--;
          return index;
        }),
      ),
    );
    expect(done).toEqual(Array.from({ length: 12 }, (_, index) => index));
    expect(most).toBe(3);
  });

  it("is refused at once to whoever does not wait, and free again after a failure", async () => {
    const lease = { name: unique(), places: 1, lasts: minute };
    const failing = withLease(lease, async () => {
      expect(await withLease(lease, async () => "second")).toBeNull();
      throw new Error("failed");
    });
    await expect(failing).rejects.toThrow("failed");
    expect(await withLease(lease, async () => "third")).toBe("third");
  });

  it("ends by itself where its holder died, and the dead one's end does not end its successor's", async () => {
    const lease = { name: unique(), places: 1, lasts: 50 };
    let isOver = false;
    const slow = withLease(lease, async () => {
      while (!isOver) await wait(10);
    });
    await wait(100);
    const next = await withLease({ ...lease, lasts: minute }, async () => {
      isOver = true;
      await slow;
      return db.execute(sql`select 1 from leases where name = ${lease.name} and until > now()`);
    });
    expect(next).toHaveLength(1);
  });
});
